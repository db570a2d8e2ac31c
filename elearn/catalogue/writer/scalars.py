"""Texts as YAML that the reader takes back letter for letter, each on one line."""

import re
import unicodedata
from collections.abc import Iterable

import yaml

_ONE_LINE = 10**9  # Wide enough that no text is folded.
_ODD = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")


def scalar(text: str) -> str:
    """Return a text as a value of a mapping or of a block list."""
    return _escaped(text) if _is_odd(text) else _dumped({"t": text}).removeprefix("t: ")


def flow_scalar(text: str) -> str:
    """Return a text as an item of a list or mapping in brackets."""
    return _escaped(text) if _is_odd(text) else _dumped([text])[1:-1]


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


def _is_odd(text: str) -> bool:
    """Return whether a text holds what YAML folds, or what the reader wants composed."""
    return bool(_ODD.search(text)) or not unicodedata.is_normalized("NFC", text)


def _escaped(text: str) -> str:
    return f'"{"".join(map(_escaped_sign, text))}"'


def _escaped_sign(sign: str) -> str:
    if sign in '"\\':
        return f"\\{sign}"
    if _ODD.match(sign) or unicodedata.combining(sign):
        return f"\\u{ord(sign):04X}" if ord(sign) <= 0xFFFF else f"\\U{ord(sign):08X}"
    return sign
