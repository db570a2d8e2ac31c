"""From the communes of two provinces to a whole corps of exactly as many persons as wanted."""

from collections.abc import Sequence
from random import Random

from elearn.home.demo.corps.branches import assist, group, lead, spread
from elearn.home.demo.corps.cast import Cast, Term
from elearn.home.demo.corps.unions import FIRST_DAY, Commune, gather

_DEPUTY_OF = 0.4  # The share of branches with a deputy.
_TWO_POSTS = 60


def cast_of(old: Sequence[Commune], new: Sequence[Commune], *, size: int, seed: int) -> Cast:
    """Return the same corps for the same communes and seed, always."""
    cast = Cast(Random(seed))  # noqa: S311  # It must come out the same, not be hard to guess.
    unions = gather(cast, old, new)
    branches = spread(cast, old, unions)
    doubled = _vice_chairs_at_home(cast, branches)
    for branch in branches:
        if branch not in doubled:
            lead(cast, branch)
    heads = {term.unit: term.person for term in cast.terms if term.post == "branch_head"}
    assisted = [branch for branch in branches if cast.chance.random() < _DEPUTY_OF]
    for branch in assisted:
        assist(cast, branch, heads[branch])
    for branch in branches:
        if missing := size - len(cast.persons):
            group(cast, branch, min(2, missing))
    return cast


def _vice_chairs_at_home(cast: Cast, branches: list[int]) -> set[int]:
    """Let some vice chairs lead a branch of their commune too, and return those branches."""
    vices = {
        term.unit: term.person for term in cast.terms if term.post == "commune_union_vice_chair"
    }
    led: dict[int, int] = {}
    for branch in branches:
        union = cast.units[branch].parent
        if union in vices and len(led) < _TWO_POSTS and union not in led.values():
            led[branch] = union
            cast.terms.append(Term(vices[union], "branch_head", branch, FIRST_DAY))
    return set(led)
