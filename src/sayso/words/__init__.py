"""Text → words with their lemmas, and phrases of lemmas → values: what every lexicon is read with."""

from sayso.words.morphology import Morphology
from sayso.words.phrases import Hit, PhraseTable, split_list
from sayso.words.sentences import sentences_of
from sayso.words.shipped import read_data
from sayso.words.word import Parse, Word

__all__ = ["Hit", "Morphology", "Parse", "PhraseTable", "Word", "read_data", "sentences_of", "split_list"]
