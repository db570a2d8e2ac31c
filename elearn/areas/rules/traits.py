"""The traits an area may have by a decision of the state, and how they are called."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from elearn.areas.rules.changing import Problem
from elearn.text import fold, msg


class Trait(StrEnum):
    """What a decision of the state says of an area for some years."""

    MOUNTAIN = "mountain"
    DELTA = "delta"
    ETHNIC_MINORITY = "ethnic_minority"
    ZONE_1 = "zone_1"
    ZONE_2 = "zone_2"
    ZONE_3 = "zone_3"
    ISLAND = "island"
    BORDER = "border"


TRAIT_NAMES = {
    Trait.MOUNTAIN: msg("Miền núi"),
    Trait.DELTA: msg("Đồng bằng"),
    Trait.ETHNIC_MINORITY: msg("Vùng đồng bào dân tộc thiểu số"),
    Trait.ZONE_1: msg("Khu vực I"),
    Trait.ZONE_2: msg("Khu vực II"),
    Trait.ZONE_3: msg("Khu vực III"),
    Trait.ISLAND: msg("Hải đảo"),
    Trait.BORDER: msg("Biên giới"),
}
#: Of each set an area has one at a time.
EXCLUSIVE = (
    frozenset({Trait.MOUNTAIN, Trait.DELTA}),
    frozenset({Trait.ZONE_1, Trait.ZONE_2, Trait.ZONE_3}),
)
_WORDS = {
    Trait.MOUNTAIN: ("mien nui", "vung cao"),
    Trait.DELTA: ("dong bang",),
    Trait.ETHNIC_MINORITY: ("dan toc thieu so", "dtts", "vung dong bao dan toc thieu so"),
    Trait.ZONE_1: ("khu vuc i", "khu vuc 1"),
    Trait.ZONE_2: ("khu vuc ii", "khu vuc 2"),
    Trait.ZONE_3: ("khu vuc iii", "khu vuc 3"),
    Trait.ISLAND: ("hai dao", "dao"),
    Trait.BORDER: ("bien gioi",),
}
TRAIT_COLUMNS = ("Mã", "Đặc điểm")


@dataclass(frozen=True, slots=True)
class TraitLine:
    """One line of a list of traits: a commune by its code, and what is said of it."""

    number: int
    code: str
    traits: frozenset[Trait]


def trait_lines_of(
    rows: Sequence[tuple[int, Sequence[str]]],
) -> tuple[list[TraitLine], list[Problem]]:
    """Return the lines below the headings, and why others cannot be read."""
    heads = [(at, [fold(text) for text in texts]) for at, (_, texts) in enumerate(rows[:20])]
    wanted = [fold(name) for name in TRAIT_COLUMNS]
    at, head = next((one for one in heads if set(wanted) <= set(one[1])), (-1, []))
    if not head:
        return [], [Problem(1, msg("Không thấy dòng tiêu đề có các cột: Mã, Đặc điểm."))]
    places = [head.index(name) for name in wanted]
    lines, problems = [], []
    for number, texts in rows[at + 1 :]:
        code, words = (texts[place] if place < len(texts) else "" for place in places)
        if code or words:
            line, problem = _trait_line(number, code, words)
            lines.append(line)
            problems.extend(problem)
    return lines, [*problems, *_contradictions(lines)]


def _contradictions(lines: Sequence[TraitLine]) -> Iterator[Problem]:
    """Yield the lines that say of a commune what an earlier one excludes."""
    said: dict[str, frozenset[Trait]] = {}
    for line in lines:
        before = said.get(line.code, frozenset())
        said[line.code] = before | line.traits
        if any(len(one & said[line.code]) > max(1, len(one & line.traits)) for one in EXCLUSIVE):
            yield Problem(line.number, msg("Mã này có ở dòng trên với đặc điểm trái lại."))


def _trait_line(number: int, code: str, words: str) -> tuple[TraitLine, list[Problem]]:
    named = [part.strip() for part in re.split("[;,]", words) if part.strip()]
    found = {word: _trait_called(fold(word)) for word in named}
    traits = frozenset(trait for trait in found.values() if trait)
    problems = [
        Problem(number, msg("Không có đặc điểm “%(word)s”.", word=word))
        for word, trait in found.items()
        if trait is None
    ]
    if any(len(traits & one) > 1 for one in EXCLUSIVE):
        problems.append(Problem(number, msg("Hai đặc điểm trái nhau trên một dòng.")))
    if not named:
        problems.append(Problem(number, msg("Thiếu đặc điểm.")))
    return TraitLine(number, code.zfill(5), traits), problems


def _trait_called(text: str) -> Trait | None:
    return next((trait for trait, words in _WORDS.items() if text in words), None)


def barred_by(trait: Trait) -> frozenset[Trait]:
    """Return the traits that an area cannot have beside this one."""
    return frozenset(other for one in EXCLUSIVE if trait in one for other in one) - {trait}
