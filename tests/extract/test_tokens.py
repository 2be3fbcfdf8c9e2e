from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.tokens import load_tokenizer, tokenise, windows
from sayso.wiring import shipped_encoder

TOKENIZER = load_tokenizer(shipped_encoder() / "tokenizer.json")


@given(st.integers(0, 5000))
def test_every_token_belongs_to_exactly_one_window(token_count):
    owned = [token for window in windows(token_count) for token in range(window.own_first, window.own_last)]
    assert owned == list(range(token_count))


@given(st.integers(1, 5000))
def test_own_tokens_keep_their_context_on_both_sides(token_count):
    for window in windows(token_count, size=318, context=64):
        assert window.last - window.first <= 318
        assert window.first == 0 or window.own_first - window.first == 64
        assert window.last == token_count or window.last - window.own_last == 64


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=80))
def test_offsets_are_ordered_inside_the_text_and_free_of_edge_spaces(text):
    tokens = tokenise(TOKENIZER, text)
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        assert 0 <= start < end <= len(text)
        assert text[start] == "\n" or not text[start].isspace()
    assert list(tokens.starts) == sorted(tokens.starts)


def test_line_ends_are_tokens():
    text = "Заголовок\n\nText"
    tokens = tokenise(TOKENIZER, text)
    pieces = [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]
    assert pieces.count("\n") == 2


def test_all_three_languages_are_in_the_vocabulary():
    unknown = TOKENIZER.token_to_id("<unk>")
    for text in (
        "She said so on Friday.",
        "Об этом сообщило агентство.",
        "Про це повідомила її пресслужба в Ґданську.",
    ):
        assert unknown not in tokenise(TOKENIZER, text).ids
