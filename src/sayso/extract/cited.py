"""Attributions enter; with them leave those that cited accounts make: "cited posts of threats".

The cue there is the citing one, which belongs to the outer source; the
account is a source without a cue of its own, so that no head can hang it on
anything.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.extract.attributions import RawAttribution
from sayso.records import Span
from sayso.records.span import trim
from sayso.words import read_data


@dataclass(frozen=True, slots=True)
class CitedAccounts:
    """How accounts are named, and what opens that which they tell."""

    cites: tuple[str, ...]
    account: re.Pattern[str]

    @classmethod
    def load(cls) -> "CitedAccounts":
        data = read_data("lexicons/chains.yaml")
        nouns, where, drops, keeps = (
            "|".join(map(re.escape, data["accounts"][name])) for name in ("nouns", "where", "drops", "keeps")
        )
        # Up to three words before the noun, and a place or a channel behind it, without a comma.
        account = re.compile(
            rf"(?P<account>(?:[\w’'-]+ ){{0,3}}?(?:{nouns})(?: (?:{where}) [^,.;:\n]{{2,60}}?)?)"
            rf" (?:(?:{drops}) (?=(?P<told>\w))|(?=(?P<kept>(?:{keeps})\b)))",
            re.IGNORECASE,
        )
        return cls(tuple(data["cites"]), account)

    def read(self, text: str, raw: RawAttribution) -> RawAttribution | None:
        """The attribution inside a citing one; None where it cites no account."""
        if raw.cue is None or raw.source is None or not raw.content:
            return None
        if not raw.cue.of(text).lower().startswith(self.cites):
            return None
        content = raw.content[0]
        found = self.account.match(text, content.start, content.end)
        if found is None or found.start("account") == raw.source.start:
            return None
        told = trim(text, found.start("told") if found["told"] else found.start("kept"), content.end)
        if told is None:
            return None
        account = Span(*found.span("account"))
        return replace(raw, source=account, cue=None, content=(told, *raw.content[1:]))


def with_cited(text: str, raw: Sequence[RawAttribution], accounts: CitedAccounts) -> list[RawAttribution]:
    """Each attribution, followed by the one that an account in it makes; what a head found stays alone."""
    sources = [one.source for one in raw if one.source]
    found: list[RawAttribution] = []
    for one in raw:
        inner = accounts.read(text, one)
        found.append(one)
        if inner and inner.source and not any(inner.source.overlaps(source) for source in sources):
            found.append(inner)
    return found
