"""Which columns a list has, in which order."""

from random import Random

from tests.make.rosters.ground import Ground
from tests.make.rosters.headings import Column, columns_of


def any_columns(ground: Ground, chance: Random) -> list[Column]:
    """Return the columns of a list: number and name first, the rest as chance has it."""
    rest = [_born(chance), ("phone",), ("post",), *_places(ground, chance)]
    if chance.random() < 0.3:
        rest.append(("ethnicity",))
    if rest[0] == ("born",) and chance.random() < 0.6:
        rest.append(chance.choice([("gender",), ("is_female",)]))
    if chance.random() < 0.4:
        chance.shuffle(rest)
    numbered = [("number",)] if chance.random() < 0.9 else []
    noted = [("note",)] if chance.random() < 0.6 else []
    return columns_of([*numbered, ("name",), *rest, *noted], chance)


def _born(chance: Random) -> tuple[str, ...]:
    return chance.choice([("born",), ("born_male", "born_female")])


def _places(ground: Ground, chance: Random) -> list[tuple[str, ...]]:
    if not ground.has_column:
        return [("branch",)]
    if ground.in_columns:
        return [("branch",), ("commune", "district"), ("province",)]
    return [("branch", "commune")] if chance.random() < 0.5 else [("branch",), ("commune",)]
