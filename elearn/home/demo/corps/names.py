"""Names as they are borne in the delta and in the hills of Quảng Ninh, put together by chance."""

from datetime import date, timedelta
from pathlib import Path
from random import Random

import yaml

from elearn import people

_FILE = Path(__file__).parents[1] / "data" / "names.yaml"
_WORDS: dict[str, dict[str, list[str]]] = {
    region: {
        part: [word.replace("_", " ") for word in words.split()] for part, words in parts.items()
    }
    for region, parts in yaml.safe_load(_FILE.read_text(encoding="utf-8")).items()
}


def invent(chance: Random, *, is_in_hills: bool, phone: str) -> people.NewPerson:
    """Return a woman born 1961–1995; of three in ten only the year is known."""
    year = chance.randint(1961, 1995)
    day = date(year, 1, 1) + timedelta(days=chance.randrange(365))
    return people.NewPerson(
        _full_name(chance, is_in_hills=is_in_hills),
        born_on=None if chance.random() < 0.3 else day,
        birth_year=year,
        gender=people.Gender.FEMALE,
        phone=phone,
    )


def _full_name(chance: Random, *, is_in_hills: bool) -> str:
    words = _WORDS["hills" if is_in_hills and chance.random() < 0.7 else "delta"]
    return " ".join(chance.choice(words[part]) for part in ("family", "middle", "given"))


def hamlets(chance: Random, count: int, *, is_town: bool, is_in_hills: bool) -> list[str]:
    """Return names of hamlets of one commune, no two the same."""
    if is_town:
        return [f"khu phố {number}" for number in range(1, count + 1)]
    names = _WORDS["hills" if is_in_hills else "delta"]["hamlet"]
    return [f"thôn {name}" for name in chance.sample(names, count)]
