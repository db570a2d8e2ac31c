"""Names as they are borne over the country, with keys put together from those of the words."""

from bisect import bisect
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any

import yaml

from elearn.text import fold, sort_key

_FILE = Path(__file__).parents[1] / "data" / "country.yaml"
_LISTS: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
_MAJORITY, _HAMLETS = "kinh", "hamlets"


@dataclass(frozen=True, slots=True)
class Word:
    """A part of a name, folded, and its share of the key by which lists are sorted."""

    text: str
    folded: str
    letters: bytes
    tones: bytes
    key: bytes

    @classmethod
    def of(cls, text: str) -> "Word":
        key = sort_key(text)
        letters, _, tones = key.partition(b"\0")
        return cls(text, fold(text), letters, tones, key)


@dataclass(frozen=True, slots=True)
class Words:
    """Words that are drawn as often as they are borne."""

    words: tuple[Word, ...]
    sums: tuple[int, ...]

    @classmethod
    def of(cls, listed: str) -> "Words":
        pairs = [one.rpartition(":") for one in listed.split()]
        words = tuple(Word.of(text.replace("_", " ")) for text, _, _ in pairs)
        return cls(words, tuple(accumulate(int(weight) for _, _, weight in pairs)))

    def draw(self, chance: Random) -> Word:
        return self.words[bisect(self.sums, int(chance.random() * self.sums[-1]))]


@dataclass(frozen=True, slots=True)
class People:
    """The words of which one people's names are made, those of women and those of men."""

    parts: tuple[Words, ...]
    parts_of_men: tuple[Words, ...]
    shares: Mapping[str, int]

    @classmethod
    def of(cls, listed: Mapping[str, Any]) -> "People":
        names = ("family", "middle", "given")
        women = [listed[one] for one in names]
        men = [listed.get(f"{one}_of_men", listed[one]) for one in names]
        return cls(_drawn(women), _drawn(men), listed.get("provinces", {}))


def _drawn(lists: list[str]) -> tuple[Words, ...]:
    return tuple(Words.of(listed) for listed in lists if listed)


_PEOPLES = {name: People.of(listed) for name, listed in _LISTS.items() if name != _HAMLETS}


@dataclass(frozen=True, slots=True)
class Name:
    """A name with everything that is kept of it."""

    full: str
    given: str
    folded: str
    sort_key: bytes


def names_of(chance: Random, province: str, *, is_man: bool) -> Name:
    """Return a name as it might be borne in a province of before the reform."""
    people = _PEOPLES[_MAJORITY]
    share = chance.random() * 100
    for one in _PEOPLES.values():
        if share < one.shares.get(province, 0):
            people = one
            break
        share -= one.shares.get(province, 0)
    drawn = [part.draw(chance) for part in (people.parts_of_men if is_man else people.parts)]
    return _name(drawn)


def _name(words: list[Word]) -> Name:
    """Put a name together; an apostrophe joins what follows to it: H'Hen Niê is called H'Hen."""
    if words[0].text.endswith("'"):
        return _joined("".join(word.text for word in words))
    given = words[-1]
    letters = b"".join(word.letters for word in words)
    tones = b"".join(word.tones for word in words)
    last = given if " " not in given.text else Word.of(given.text.rpartition(" ")[2])
    return Name(
        " ".join(word.text for word in words),
        last.text,
        " ".join(word.folded for word in words),
        last.key + b"\0" + letters + b"\0" + tones,
    )


def _joined(text: str) -> Name:
    given = next(word for word in text.split(" ") if "'" in word)
    return Name(text, given, fold(text), sort_key(given) + b"\0" + sort_key(text))


def hamlet(chance: Random, number: int, *, is_town: bool, province: str) -> str:
    """Return what the hamlet of a branch is called; its number keeps two of a commune apart."""
    if is_town:
        return f"khu phố {number}"
    hills = _PEOPLES["miền_núi_bắc"].shares.get(province, 0) > 40
    words = _LISTS[_HAMLETS]["hills" if hills else "village"].split()
    return f"thôn {chance.choice(words).replace('_', ' ')} {number}"
