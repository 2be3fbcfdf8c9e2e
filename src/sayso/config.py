"""The environment goes in once, frozen settings come out."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sayso.records import ConfigError

_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything about a run that is a property of the machine, not of the input.

    threads: cores the encoder may use; 0 leaves the choice to it.
    max_input_bytes: a larger file or line is reported and skipped, so that no input can fill the memory.
    model_dir: folder of another encoder to use instead of the shipped one.
    """

    threads: int = 0
    max_input_bytes: int = 256 * _MIB
    model_dir: Path | None = None

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> "Settings":
        """The defaults, overruled by `SAYSO_THREADS`, `SAYSO_MAX_INPUT_MB` and
        `SAYSO_MODEL_DIR`; an empty variable counts as unset.

        Raises ConfigError for a value that cannot be used.
        """
        default = cls()
        max_input_mb = _whole_number(
            environ, "SAYSO_MAX_INPUT_MB", default.max_input_bytes // _MIB, at_least=1
        )
        return cls(
            threads=_whole_number(environ, "SAYSO_THREADS", default.threads, at_least=0),
            max_input_bytes=max_input_mb * _MIB,
            model_dir=_folder(environ, "SAYSO_MODEL_DIR"),
        )


def _whole_number(environ: Mapping[str, str], name: str, default: int, *, at_least: int) -> int:
    raw = environ.get(name, "").strip()
    if not raw:
        return default
    if not (raw.isascii() and raw.isdigit()) or int(raw) < at_least:
        raise ConfigError(f"{name}={raw}: not a whole number of at least {at_least}. Correct it or unset it.")
    return int(raw)


def _folder(environ: Mapping[str, str], name: str) -> Path | None:
    raw = environ.get(name, "").strip()
    if not raw:
        return None
    if not Path(raw).is_dir():
        raise ConfigError(
            f"{name}={raw}: no such folder. Correct it, or unset it to use the shipped encoder."
        )
    return Path(raw)
