"""Printing on trial, before a number is given: nothing is promised that no paper can hold.

Most facts are short and in letters that every font has; to draw them all would only take time.
Whatever is longer, or rarer, is drawn once, and a refusal is told while it can still be mended.
"""

import re
from collections.abc import Iterable
from datetime import datetime

from elearn.certificates import typst
from elearn.certificates.rules import Facts
from elearn.errors import InvalidInput, Refusal
from elearn.text import msg

#: So many of the widest letters stand in one line of the field at its smallest size.
_SURE = {
    "full_name": 51,
    "born": 20,
    "unit": 80,
    "programme_title": 79,
    "decision_number": 20,
    "issuer_name": 41,
    "issuer_parent": 41,
    "place": 20,
    "signer_prefix": 40,
    "signer_title": 40,
    "signer_name": 40,
    "address": 50,
}
#: Letters of Vietnamese and its neighbours; no one of them is wider than the size of the font.
_USUAL = re.compile("[ -~À-ſƠơƯưẠ-ỹ]*")


def refuse_unprintable(papers: Iterable[Facts], *, at: datetime) -> None:
    """Refuse facts that are too long for the paper or have a letter that no font has.

    :raise InvalidInput: naming whose certificate it is, and the words.
    """
    tried: set[tuple[str, str]] = set()
    for facts in papers:
        doubtful = _doubtful(facts)
        if not doubtful <= tried:  # Fields do not share room: what fits once fits again.
            _try(facts, at)
            tried |= doubtful


def _doubtful(facts: Facts) -> set[tuple[str, str]]:
    words = ((name, getattr(facts, name)) for name in _SURE)
    return {(name, text) for name, text in words if not _is_sure(text, _SURE[name])}


def _is_sure(text: str, longest: int) -> bool:
    return len(text) <= longest and _USUAL.fullmatch(text) is not None


def _try(facts: Facts, at: datetime) -> None:
    try:
        typst.draw(facts, at=at)
    except Refusal as refused:
        told = msg("Giấy của %(name)s: %(why)s", name=facts.full_name, why=refused.message)
        raise InvalidInput(paper=told) from refused
