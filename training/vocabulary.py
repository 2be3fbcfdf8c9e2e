"""The backbone's 250,000 pieces and our corpora enter; a tokenizer for en/ru/uk news leaves."""

import unicodedata
from collections import Counter
from collections.abc import Iterable

from tokenizers import AddedToken, Tokenizer, models, normalizers, pre_tokenizers

from training.backbone import Backbone

SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
PENN_QUOTES = (("``", "“"), ("''", "”"))  # how corpora of tokenised English write quotation marks
ENOUGH = 2  # a piece seen once in 45 MB of news is not worth its 384 bytes


def _is_ours(piece: str) -> bool:
    """Whether a piece is made of Latin, Cyrillic, digits, punctuation and symbols alone."""
    for character in piece.replace("▁", ""):
        if character.isalpha():
            name = unicodedata.name(character, "")
            if not name.startswith(("LATIN", "CYRILLIC", "MODIFIER LETTER")):
                return False
    return True


def build_tokenizer(pieces: list[tuple[str, float]], unknown_id: int) -> Tokenizer:
    """A Unigram tokenizer over `pieces`, as XLM-R's, that keeps every line end as a token of its own.

    XLM-R folds line ends into spaces; they tell headlines, bullets and
    paragraphs apart, which attribution needs.
    """
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=unknown_id, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [*(normalizers.Replace(*pair) for pair in PENN_QUOTES), normalizers.NFKC()]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.add_special_tokens([AddedToken("\n", normalized=False, special=True)])
    return tokenizer


def prune(backbone: Backbone, texts: Iterable[str]) -> tuple[Tokenizer, list[int]]:
    """Keep the pieces that news in our languages uses.

    Returns the tokenizer and, for each of its ids, the backbone's id whose
    embedding it takes; the line end, which comes last, takes that of </s>.
    """
    full = build_tokenizer(backbone.pieces, backbone.unknown_id)
    seen: Counter[int] = Counter()
    batch: list[str] = []
    for text in texts:
        batch.append(text)
        if len(batch) == 512:
            seen.update(i for e in full.encode_batch(batch, add_special_tokens=False) for i in e.ids)
            batch.clear()
    seen.update(i for e in full.encode_batch(batch, add_special_tokens=False) for i in e.ids)
    special = [[p for p, _ in backbone.pieces].index(name) for name in SPECIAL]
    kept = list(special)
    for token_id, (piece, _) in enumerate(backbone.pieces):
        if token_id in special or not _is_ours(piece):
            continue
        if seen[token_id] >= ENOUGH or len(piece.lstrip("▁")) <= 1:
            kept.append(token_id)
    pieces = [backbone.pieces[i] for i in kept]
    return build_tokenizer(pieces, SPECIAL.index("<unk>")), [*kept, special[2]]
