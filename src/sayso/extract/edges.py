"""A content span as the heads drew it enters; the same with its edges settled by rule leaves.

The annotation that the heads learned from holds quotation marks inside a
content and the sentence's own full stop or comma outside it; a head that
decides token by token is least sure of just those.
"""

from sayso.records import Span
from sayso.records.span import trim

PAIRS = {"“": "”", "«": "»", "„": "“", '"': '"'}
STOPS = ".,;:"
DANGLING = STOPS + "–—-"


def settle_edges(text: str, span: Span) -> Span | None:
    """Take in a lone quotation mark's partner just outside, and let go of a stop that no mark encloses.

    None where nothing but marks is left.
    """
    start, end = span.start, span.end
    end = _with_closing(text, start, end)
    start = _with_opening(text, start, end)
    while end > start and (text[end - 1].isspace() or text[end - 1] in DANGLING):
        end -= 1
    # Only the end is tidied: a dash or a stop may open what is said ("-20 degrees", ".5").
    return trim(text, start, end)


def _with_closing(text: str, start: int, end: int) -> int:
    """Where a mark opens at `start` and closes just behind `end`, the end behind its partner."""
    partner = PAIRS.get(text[start])
    if partner is None or partner in text[start + 1 : end]:
        return end
    behind = end
    while behind < len(text) and behind - end < 2 and text[behind] in STOPS + "!?…":
        behind += 1
    return behind + 1 if text[behind : behind + 1] == partner else end


def _with_opening(text: str, start: int, end: int) -> int:
    """Where a mark closes at `end` and opens just before `start`, the start at its partner."""
    if start == 0 or PAIRS.get(text[start - 1]) != text[end - 1]:
        return start
    return start if text[start - 1] in text[start : end - 1] else start - 1
