import sys
from datetime import date
from importlib.resources import files

import pytest

from sayso.config import Settings
from sayso.ingest.files import read_files
from sayso.pipeline import Pipeline
from sayso.read.options import ReadOptions
from sayso.records import Reading
from sayso.wiring import build_pipeline


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    return build_pipeline(Settings(), ReadOptions(published=date(2022, 6, 12), language="en"))


@pytest.fixture(scope="session")
def sample() -> list[Reading]:
    """The bundled sample, read whole."""
    captures = read_files([str(files("sayso.data") / "sample")], stdin=sys.stdin.buffer)
    found = list(build_pipeline(Settings(), ReadOptions()).read(captures))
    assert all(isinstance(one, Reading) for one in found)
    return found
