"""The one clean-up of text: any string enters; NFC, `\\n` line ends and no control characters leave.

Text that is already clean comes back unchanged, so that spans refer to what
the user gave: white space, tabs, non-breaking spaces, soft hyphens and
typographic quotes stay. A byte-order mark belongs to the bytes and is taken
off with their encoding.
"""

import re
import unicodedata

_LINE_ENDS = re.compile(r"\r\n?|[\v\f]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def clean_text(text: str) -> str:
    """The text, clean.

    C1 controls become what Windows-1252 means by them, as browsers read them: such text was Windows-1252
    decoded as Latin-1. Lone surrogates, which no output could carry, become U+FFFD.
    """
    without_controls = _CONTROLS.sub(_replace_control, text)
    return unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", without_controls))


def clean_line(text: str | None) -> str | None:
    """A title, a name or the like on one line; None if nothing is left."""
    return " ".join(clean_text(text).split()) or None if text else None


def _replace_control(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code >= 0xD800:
        return "\N{REPLACEMENT CHARACTER}"
    return bytes([code]).decode("cp1252", "ignore") if code >= 0x80 else ""
