from pathlib import Path

import pytest

from sayso.config import Settings
from sayso.records import ConfigError


def test_empty_environment_gives_the_defaults() -> None:
    assert Settings.from_environment({}) == Settings()
    assert Settings.from_environment({"SAYSO_THREADS": " ", "SAYSO_MODEL_DIR": ""}) == Settings()


def test_environment_overrules_the_defaults(tmp_path: Path) -> None:
    environ = {
        "SAYSO_THREADS": "2",
        "SAYSO_MAX_INPUT_MB": "5",
        "SAYSO_MODEL_DIR": str(tmp_path),
    }
    expected = Settings(threads=2, max_input_bytes=5 * 1024 * 1024, model_dir=tmp_path)
    assert Settings.from_environment(environ) == expected


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SAYSO_THREADS", "many"),
        ("SAYSO_THREADS", "-1"),
        ("SAYSO_THREADS", "²"),
        ("SAYSO_MAX_INPUT_MB", "0"),
        ("SAYSO_MAX_INPUT_MB", "1.5"),
        ("SAYSO_MODEL_DIR", "/nowhere/at/all"),
    ],
)
def test_unusable_value_is_named_in_the_error(name: str, value: str) -> None:
    with pytest.raises(ConfigError, match=name):
        Settings.from_environment({name: value})
