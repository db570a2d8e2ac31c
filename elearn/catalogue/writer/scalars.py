"""Texts as YAML that the reader takes back letter for letter, each on one line."""

import re
import unicodedata
from collections.abc import Iterable

import yaml

_ONE_LINE = 10**9  # Wide enough that no text is folded.
_ODD = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_FOREIGN = re.compile("[^ -~]")


def scalar(text: str) -> str:
    """Return a text as a value of a mapping or of a block list."""
    return _safe(text, _dumped({"t": text}).removeprefix("t: "))


def flow_scalar(text: str) -> str:
    """Return a text as an item of a list or mapping in brackets."""
    return _safe(text, _dumped([text])[1:-1])


def flow_list(texts: Iterable[str]) -> str:
    return f"[{', '.join(flow_scalar(str(text)) for text in texts)}]"


def block_list(texts: Iterable[str], indent: str) -> list[str]:
    return [f"{indent}- {scalar(text)}" for text in texts]


def _dumped(value: dict[str, str] | list[str]) -> str:
    flow = isinstance(value, list)
    written: str = yaml.safe_dump(
        value, allow_unicode=True, width=_ONE_LINE, default_flow_style=flow
    )
    return written.rstrip("\n")


def _safe(text: str, written: str) -> str:
    """Return what was written, or escape the signs that would not come back from it.

    YAML folds some line ends, and the reader wants composed letters, to the sign after a quote.
    """
    if not unicodedata.is_normalized("NFC", written):
        return _escaped(text, _FOREIGN)
    return _escaped(text, _ODD) if _ODD.search(text) else written


def _escaped(text: str, odd: re.Pattern[str]) -> str:
    plain = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{odd.sub(_escape, plain)}"'


def _escape(sign: re.Match[str]) -> str:
    return f"\\U{ord(sign[0]):08X}"
