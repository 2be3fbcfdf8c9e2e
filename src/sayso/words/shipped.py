"""A shipped data file's name → what the YAML in it says."""

from importlib.resources import files
from typing import Any

import yaml

from sayso.records import ConfigError


def read_data(name: str) -> Any:
    """The parsed YAML of `data/<name>`; typed by whoever asked for it.

    Raises ConfigError where the file is missing or is not YAML.
    """
    try:
        text = files("sayso").joinpath("data", name).read_text(encoding="utf-8")
        return yaml.load(text, Loader=_loader())
    except (FileNotFoundError, yaml.YAMLError) as error:
        raise ConfigError(f"data/{name}: {error}. Install the package again.") from error


def _loader() -> Any:
    # The pure Python loader takes seconds for lexicons that libyaml reads in milliseconds.
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)
