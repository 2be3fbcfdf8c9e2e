"""Two candidates go in, whether they share one noun comes out ("400 of 2,400 flights")."""

from sayso.normalise.figures.candidates import Candidate
from sayso.normalise.figures.lexicon import FigureLexicon
from sayso.normalise.figures.words import Token

APART = 8  # tokens between coordinated figures ("5,262 in Iraq and 503 in Syria")


def linked(tokens: tuple[Token, ...], left: Candidate, right: Candidate, lexicon: FigureLexicon) -> bool:
    """Whether one of two neighbours in a sentence stands without a noun because the other has it."""
    between = tokens[left.last + 1 : right.quantity.number.first]
    if tokens[left.last].sentence != tokens[right.first].sentence or len(between) > APART or not between:
        return False
    words = [token.low for token in between if token.low not in lexicon.articles | {"the"}]
    if words in ([one] for one in lexicon.of | lexicon.level):
        return True
    counts = left.quantity.number.digits == right.quantity.number.digits
    joined = bool(words) and words[-1] in lexicon.also - {","}
    undisclosed = right.quantity.number.low is None
    return joined and (counts or undisclosed)


def shared_scale(
    tokens: tuple[Token, ...], one: Candidate, neighbour: Candidate, lexicon: FigureLexicon
) -> float:
    """The multiplier that the first level of a change shares with the second; 1 where it shares none."""
    between = tokens[one.last + 1 : neighbour.quantity.number.first]
    number, scale = one.quantity.number, neighbour.quantity.number.scale
    levels = len(between) == 1 and between[0].low in lexicon.level
    if not levels or number.scale != 1 or number.low is None or number.low >= 1000:
        return 1
    return scale
