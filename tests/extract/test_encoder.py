import numpy as np
import pytest

from sayso.extract.encoder import Encoder
from sayso.extract.labels import ROLE_TAGS, STANCES, TOKEN_HEADS
from sayso.extract.tokens import load_tokenizer, tokenise
from sayso.records import ConfigError
from sayso.wiring import shipped_encoder

TOKENIZER = load_tokenizer(shipped_encoder() / "tokenizer.json")
TEXT = "The mayor said the bridge was closed. "


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder(shipped_encoder() / "encoder.onnx", threads=1, min_anchor=0.4)


def test_logits_have_the_shapes_of_their_label_sets(encoder):
    tokens = tokenise(TOKENIZER, TEXT * 80)
    for logits in encoder.read(tokens):
        count = logits.window.last - logits.window.first
        assert {head: values.shape for head, values in logits.tags.items()} == {
            head: (count, len(tags)) for head, tags in TOKEN_HEADS.items()
        }
        assert logits.roles.shape == (len(logits.anchors), count, len(ROLE_TAGS))
        assert logits.stances.shape == (len(logits.anchors), len(STANCES))
        assert all(0 <= anchor < count for anchor in logits.anchors)


def test_windows_are_given_in_order_and_cover_the_text(encoder):
    tokens = tokenise(TOKENIZER, TEXT * 400)
    windows = [logits.window for logits in encoder.read(tokens)]
    assert len(windows) > 8  # more than one batch
    assert [window.own_first for window in windows[1:]] == [window.own_last for window in windows[:-1]]
    assert windows[-1].own_last == len(tokens)


def test_padding_does_not_change_what_a_window_says(encoder):
    """A short last window stands beside full ones in its batch; alone it must say the same."""
    short = tokenise(TOKENIZER, TEXT)
    (alone,) = encoder.read(short)
    assert np.isfinite(alone.tags["anchors"]).all()
    assert len(alone.anchors) == 1


def test_text_without_a_token_gives_no_window(encoder):
    assert list(encoder.read(tokenise(TOKENIZER, ""))) == []


def test_missing_model_is_named(tmp_path):
    with pytest.raises(ConfigError, match=r"absent\.onnx"):
        Encoder(tmp_path / "absent.onnx", threads=1, min_anchor=0.4)
