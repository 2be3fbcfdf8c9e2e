"""The encoder's label sets, in the order of its outputs; training and decoding both read them here."""

from sayso.records import EntityLabel, EventType, Stance

ANCHOR_TAGS = ("O", "B-CUE", "I-CUE", "BARE")
"""Tags of anchors: a cue's tokens, and BARE for the first token of an attribution that has no cue."""

ROLE_TAGS = ("O", "B-SOURCE", "I-SOURCE", "B-CONTENT", "I-CONTENT")
"""What a token is to one anchor."""

STANCES = tuple(stance.value for stance in Stance)


def bio(*labels: str) -> tuple[str, ...]:
    return ("O", *(f"{prefix}-{label}" for label in labels for prefix in "BI"))


ENTITY_TAGS = bio(*(label.value for label in EntityLabel))
PLACE_TAGS = bio("place", "metonym")
DATE_TAGS = bio("date")
FIGURE_TAGS = bio("figure")
CHECK_TAGS = bio("check")
EVENT_TAGS = ("O", *(kind.value for kind in EventType))
"""Plain types, no B- and I-: a trigger is one to three words, and two of a type never touch."""

TOKEN_HEADS = {
    "anchors": ANCHOR_TAGS,
    "entities": ENTITY_TAGS,
    "places": PLACE_TAGS,
    "dates": DATE_TAGS,
    "figures": FIGURE_TAGS,
    "checks": CHECK_TAGS,
    "events": EVENT_TAGS,
}
"""The heads that tag every token, in the order their logits stand side by side."""
