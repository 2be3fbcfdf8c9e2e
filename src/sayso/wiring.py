"""Settings enter; a pipeline with every stage chosen and loaded leaves."""

from importlib.resources import files
from pathlib import Path

from sayso.claims.join import ClaimsFromMentions
from sayso.config import Settings
from sayso.extract.story import StoryExtractor
from sayso.normalise.checks import CheckLexicon
from sayso.normalise.dates.rules import DateRules
from sayso.normalise.events.reader import EventLexicon, EventSource
from sayso.normalise.figures.rules import FigureRules
from sayso.normalise.places.resolver import PlaceResolver
from sayso.normalise.speakers.resolver import SpeakerNames
from sayso.pipeline import Pipeline
from sayso.read.options import ReadOptions
from sayso.read.story import StoryReader
from sayso.words import Morphology


def build_pipeline(settings: Settings, options: ReadOptions) -> Pipeline:
    """Load the encoder and the shipped data. Raises ConfigError if some of it is missing."""
    morphology = Morphology.load()  # one for all: its dictionaries are the dear part of start-up
    return Pipeline(
        documents=StoryReader(options),
        extractor=StoryExtractor.load(
            settings.model_dir or shipped_encoder(), threads=settings.threads, morphology=morphology
        ),
        speakers=SpeakerNames.load(morphology),
        places=PlaceResolver.load(),
        dates=DateRules.load(),
        figures=FigureRules.load(morphology),
        checks=CheckLexicon.load(morphology),
        events=EventLexicon.load(morphology, source=EventSource.LEXICON),
        claims=ClaimsFromMentions(),
    )


def shipped_encoder() -> Path:
    """The folder of the encoder inside the package."""
    return Path(str(files("sayso.data") / "encoder"))
