"""The codes after a change: none is borne twice, now or later; one borne before is worth a look."""

from collections import Counter
from collections.abc import Iterator, Sequence

from elearn.areas.rules.changing.drafted import Draft
from elearn.areas.rules.changing.ground import Ground
from elearn.areas.rules.changing.lines import Line, Problem
from elearn.areas.rules.words import Level
from elearn.text import msg


def look_at(drafted: Draft, ground: Ground, lines: Sequence[Line]) -> None:
    """Tell in the draft which of the codes it gives cannot be given, and which are used again."""
    borne = Counter([*drafted.begun, *(one.ref for one in drafted.altered.values())])
    given_in = {(line.level, line.new_code): line.number for line in reversed(lines)}
    touched = set(drafted.touched)
    for ref, bearer in _given(drafted):
        number, code = given_in.get(ref, 0), ref[1]
        other = ground.by_code.get(ref)
        if borne[ref] > 1 or (other and other.area_id not in touched):
            text = msg("Mã %(code)s đang là của đơn vị khác.", code=code)
            drafted.problems.append(Problem(number, text))
        elif name := ground.later.get(ref):
            text = msg("Mã %(code)s sau ngày này là của %(name)s.", code=code, name=name)
            drafted.problems.append(Problem(number, text))
        elif (name := ground.former.get(ref)) and name != bearer:
            text = msg("Mã %(code)s trước đây là của %(name)s.", code=code, name=name)
            drafted.warnings.append(Problem(number, text))


def _given(drafted: Draft) -> Iterator[tuple[tuple[Level, str], str]]:
    """Give each code that is new to whoever will bear it, and the name of that."""
    for one in drafted.begun.values():
        yield one.ref, one.full_name
    for other in drafted.altered.values():
        if other.code != other.before.code:
            yield other.ref, other.full_name
