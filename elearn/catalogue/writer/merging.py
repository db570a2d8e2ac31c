"""What a folder is to say: what is published, and what it holds that the system does not know."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from elearn.catalogue.reader import Catalogue, LectureText, ModuleText, ProgrammeText
from elearn.catalogue.writer.lecture import Place

X = TypeVar("X", LectureText, ModuleText, ProgrammeText)

EMPTY = Catalogue((), (), (), ())
NOWHERE = Place((), None)


def merged(there: Catalogue, published: Catalogue) -> Catalogue:
    """Return the folder's catalogue with all that is published in it, in the folder's order.

    A text that means what the published one means stays as it is written there.
    """
    groups = {**dict(there.groups), **dict(published.groups), **dict(there.groups)}
    return Catalogue(
        tuple(groups.items()),
        _merged(there.lectures, published.lectures, list(groups)),
        _merged(there.modules, published.modules, list(groups)),
        _merged(there.programmes, published.programmes, list(groups)),
    )


def _merged(there: Sequence[X], published: Sequence[X], groups: Sequence[str]) -> tuple[X, ...]:
    ours: dict[str, X] = {text.code: _ordered(text, groups) for text in published}
    kept: list[X] = [_newer(text, ours.pop(text.code, text)) for text in there]
    return tuple(kept + list(ours.values()))


def _ordered(text: X, groups: Sequence[str]) -> X:
    """Return the text with its target groups in the order in which the folder names them."""
    return replace(text, groups=tuple(sorted(text.groups, key=groups.index)))


def _newer(there: X, ours: X) -> X:
    return there if there.sense_hash == ours.sense_hash else ours


def places_in(catalogue: Catalogue) -> dict[str, Place]:
    """Return where lectures stand, by code; one that stands nowhere is left out."""
    holding: dict[str, list[ModuleText]] = defaultdict(list)
    for module in catalogue.modules:
        for code in module.lectures:
            holding[code].append(module)
    return {
        code: Place(tuple(module.code for module in modules), modules[0].block)
        for code, modules in holding.items()
    }


def means_the_same(one: Catalogue, other: Catalogue) -> bool:
    """Return whether two catalogues would load alike; the order of things says nothing."""
    return dict(one.groups) == dict(other.groups) and _senses(one) == _senses(other)


def _senses(catalogue: Catalogue) -> tuple[dict[str, str], ...]:
    kinds = (catalogue.lectures, catalogue.modules, catalogue.programmes)
    return tuple({text.code: text.sense_hash for text in texts} for texts in kinds)
