"""Two annotations of one story enter; the scores of every layer leave."""

from dataclasses import dataclass, field

from evals.annotation import Annotation
from evals.attributions import AttributionScores, match_attributions, score_attributions
from evals.figures import EventScores, FigureScores, score_events, score_figures
from evals.mentions import (
    CheckScores,
    DateScores,
    PlaceScores,
    score_checks,
    score_dates,
    score_places,
)


@dataclass(frozen=True, slots=True)
class LayerScores:
    attributions: AttributionScores = field(default_factory=AttributionScores)
    places: PlaceScores = field(default_factory=PlaceScores)
    dates: DateScores = field(default_factory=DateScores)
    figures: FigureScores = field(default_factory=FigureScores)
    checks: CheckScores = field(default_factory=CheckScores)
    events: EventScores = field(default_factory=EventScores)


def score_layers(gold: Annotation, predicted: Annotation) -> LayerScores:
    matched = match_attributions(gold.attributions, predicted.attributions)
    return LayerScores(
        attributions=score_attributions(gold.attributions, predicted.attributions, matched),
        places=score_places(gold.places, predicted.places),
        dates=score_dates(gold.dates, predicted.dates),
        figures=score_figures(gold.figures, predicted.figures, matched),
        checks=score_checks(gold.checks, predicted.checks, matched),
        events=score_events(gold.events, predicted.events, matched),
    )
