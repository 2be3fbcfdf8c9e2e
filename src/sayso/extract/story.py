"""A document enters; everything that one pass of the encoder finds in it leaves."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tokenizers import Tokenizer

from sayso.extract.attributions import RawAttribution, Thresholds, read_attributions
from sayso.extract.cited import CitedAccounts, with_cited
from sayso.extract.encoder import Encoder
from sayso.extract.form import form_of, is_list_item
from sayso.extract.mentions import read_entities, read_mentions
from sayso.extract.parents import ChainCues, with_parents
from sayso.extract.quoting import untangle
from sayso.extract.stance import StanceLexicon
from sayso.extract.tokens import load_tokenizer, tokenise
from sayso.extract.unverified import UnverifiedClaims
from sayso.records import Attribution, Document, Entity, Extraction, Mention
from sayso.words import Morphology


class StoryExtractor:
    """The encoder, its tokenizer and the lexicons that finish what its heads begin."""

    def __init__(
        self,
        *,
        encoder: Encoder,
        tokenizer: Tokenizer,
        stances: StanceLexicon,
        chain_cues: ChainCues,
        accounts: CitedAccounts,
        unverified: UnverifiedClaims,
        limits: Thresholds,
    ) -> None:
        self._encoder = encoder
        self._tokenizer = tokenizer
        self._stances = stances
        self._chain_cues = chain_cues
        self._accounts = accounts
        self._unverified = unverified
        self._limits = limits

    @classmethod
    def load(cls, folder: Path, *, threads: int, morphology: Morphology) -> "StoryExtractor":
        """Open the encoder that lies in `folder` (`encoder.onnx`, `tokenizer.json`)."""
        limits = Thresholds()
        return cls(
            encoder=Encoder(folder / "encoder.onnx", threads=threads, min_anchor=limits.anchor),
            tokenizer=load_tokenizer(folder / "tokenizer.json"),
            stances=StanceLexicon.load(morphology),
            chain_cues=ChainCues.load(),
            accounts=CitedAccounts.load(),
            unverified=UnverifiedClaims.load(),
            limits=limits,
        )

    def extract(self, document: Document) -> Extraction:
        text = document.text
        tokens = tokenise(self._tokenizer, text)
        raw: list[RawAttribution] = []
        entities: list[Entity] = []
        mentions: list[Mention] = []
        for logits in self._encoder.read(tokens):
            for one in read_attributions(text, tokens, logits, self._limits):
                raw += _one_a_list_item(text, one)
            entities += read_entities(text, tokens, logits)
            mentions += read_mentions(text, tokens, logits)
        raw = with_cited(text, untangle(text, raw), self._accounts)
        told = self._finish(document, self._unverified.add(text, raw))
        return Extraction(
            attributions=with_parents(text, told, self._chain_cues),
            entities=tuple(entities),
            mentions=tuple(sorted(mentions, key=lambda mention: mention.span)),
        )

    def _finish(self, document: Document, raw: Sequence[RawAttribution]) -> list[Attribution]:
        """Name the attributions in text order and add what does not need the encoder."""
        ordered = sorted(raw, key=lambda one: min(filter(None, (one.source, one.cue, *one.content))))
        return [
            Attribution(
                id=f"a{number}",
                source=one.source,
                cue=one.cue,
                content=one.content,
                form=form_of(document.text, one.content),
                stance=self._stances.stance_of(
                    document.text,
                    document.language,
                    source=one.source,
                    cue=one.cue,
                    content=one.content,
                    guess=one.stance,
                ),
                score=round(one.score, 3),
            )
            for number, one in enumerate(ordered, start=1)
        ]


def _one_a_list_item(text: str, raw: RawAttribution) -> list[RawAttribution]:
    """Under one header ("The office said:") each item of a list is an attribution of its own."""
    if len(raw.content) > 1 and all(is_list_item(text, span) for span in raw.content):
        return [replace(raw, content=(span,)) for span in raw.content]
    return [raw]
