"""What the lines of a change do to the areas that stand: which begin, end, go on otherwise.

An area goes on where a line says so (moved, renamed, of another type or code). One that passes,
whole or divided, ends; what it passes into is the area that goes on under that code, or a new one.
What lay in an area that passed whole moves with it.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from elearn.areas.rules.changing import codes, flaws
from elearn.areas.rules.changing.columns import ALTERING, ENDING, INTO, PASSING, Manner
from elearn.areas.rules.changing.drafted import Altered, Begun, Draft, Passing, Ref
from elearn.areas.rules.changing.ground import Ground, Standing
from elearn.areas.rules.changing.lines import Line, Problem
from elearn.areas.rules.words import Level, short_name
from elearn.text import Message, msg

_ROOT = ("", "VN")
_PARENT_LEVELS = {2: Level.PROVINCE, 3: Level.DISTRICT}


def draft(lines: Sequence[Line], ground: Ground) -> Draft:
    """Return what the lines do to the areas of the ground, and every reason why they may not."""
    return _Drafting(lines, ground).whole()


class _Drafting:
    def __init__(self, lines: Sequence[Line], ground: Ground) -> None:
        self.lines, self.ground, self.draft = lines, ground, Draft()
        self.old: dict[int, Standing] = {}
        self.by_area: dict[int, list[Line]] = defaultdict(list)
        self.taking_in: list[tuple[Line, Standing]] = []

    def whole(self) -> Draft:
        for line in self.lines:
            if line.old_code:
                self._take_old(line)
        self._end()
        self._found()
        for line in self.lines:
            if line.number in self.old:
                self._apply(line)
        self._bring_along()
        self._refuse_what_is_not_so()
        codes.look_at(self.draft, self.ground, self.lines)
        return self.draft

    def _wrong(self, line: Line, text: Message) -> None:
        self.draft.problems.append(Problem(line.number, text))

    def _take_old(self, line: Line) -> None:
        """Find the area that a line speaks of, as it stands on the day."""
        area = self.ground.by_code.get((line.level, line.old_code))
        if area is None:
            self._wrong(line, msg("Không có đơn vị mã %(code)s vào ngày này.", code=line.old_code))
        elif flaw := flaws.not_meant(line, area) or flaws.not_then(area, self.ground):
            self._wrong(line, flaw)
        else:
            self.old[line.number] = area
            self.by_area[area.area_id].append(line)

    def _end(self) -> None:
        """See that the lines of each area agree, and end those that pass on or are abolished."""
        for area_id, lines in self.by_area.items():
            for text in flaws.flaws_of(lines):
                self._wrong(lines[0], text)
            if lines[0].manner in ENDING:
                self.draft.ended[area_id] = self.ground.by_id[area_id]

    def _goes_on(self, ref: tuple[Level, str]) -> Standing | None:
        """Return the area that bears a code and does not end by this change."""
        area = self.ground.by_code.get(ref)
        return None if area is None or area.area_id in self.draft.ended else area

    def _found(self) -> None:
        """Make the areas that lines pass into and that do not stand."""
        into: dict[tuple[Level, str], list[Line]] = defaultdict(list)
        for line in self.lines:
            if line.manner in INTO:
                into[line.level, line.new_code].append(line)
        for ref, lines in sorted(into.items(), key=lambda item: _rank(item[0][0])):
            goes_on = self._goes_on(ref)
            if goes_on is None:
                self._begin(ref, lines)
            else:
                self.taking_in.extend((line, goes_on) for line in lines)

    def _begin(self, ref: tuple[Level, str], lines: Sequence[Line]) -> None:
        told = {(line.new_name, line.kind, line.parent_code) for line in lines if line.new_name}
        if len(told) != 1:
            self._wrong(lines[0], flaws.UNTOLD if not told else flaws.TOLD_TWICE)
            return
        ((name, kind, parent_code),) = told
        parent = self._parent(lines[0], parent_code)
        if flaw := flaws.not_begun(lines, kind):
            self._wrong(lines[0], flaw)
        elif kind and parent is not None:
            self.draft.begun[ref] = Begun(ref, kind, short_name(name, kind), parent)

    def _parent(self, line: Line, code: str) -> Ref | None:
        """Return what an area of the line's level lies in under this code."""
        level = Level.CENTRAL if code in _ROOT else _PARENT_LEVELS.get(len(code))
        if level is None or _rank(level) >= _rank(line.level) or _floats(level, line.level):
            self._wrong(line, msg("Cột Thuộc phải ghi mã đơn vị cấp trên."))
            return None
        if (level, code) in self.draft.begun:
            return level, code
        area = self._goes_on((level, code or "VN"))
        if area is None:
            self._wrong(line, msg("Không có đơn vị cấp trên mã %(code)s.", code=code))
            return None
        if flaw := flaws.changes_later(area):
            self._wrong(line, flaw)
        return area.area_id

    def _apply(self, line: Line) -> None:
        area = self.old[line.number]
        if line.manner in PASSING:
            ref = (line.level, line.new_code)
            into = self._goes_on(ref)
            whole = line.manner is Manner.WHOLE
            new: Ref = into.area_id if into else ref
            self.draft.taking_in |= {into.area_id: into} if into else {}
            self.draft.passings.append(Passing(area.area_id, new, whole, line.is_default))
        elif line.manner in ALTERING:
            self.draft.altered[area.area_id] = self._altered(line, area)

    def _altered(self, line: Line, area: Standing) -> Altered:
        before = self.draft.altered.get(area.area_id) or _unchanged(area)
        parent = self._parent(line, line.parent_code) if line.parent_code else before.parent
        after = replace(
            before,
            code=line.new_code or before.code,
            kind=line.kind or before.kind,
            name=short_name(line.new_name or before.name, line.kind or before.kind),
            parent=parent,
        )
        if after == before and parent is not None:
            self._wrong(line, msg("Đơn vị này vốn đã như vậy."))
        if flaw := flaws.of_another_type(line.new_name, after.kind):
            self._wrong(line, flaw)
        return after

    def _refuse_what_is_not_so(self) -> None:
        """See that lines which pass into what goes on call it what it is or becomes."""
        for line, area in self.taking_in:
            after = self.draft.altered.get(area.area_id) or _unchanged(area)
            if flaw := flaws.not_into(line, after, self.ground, self.draft):
                self._wrong(line, flaw)

    def _bring_along(self) -> None:
        """Let what lay in an area that ended, or moved, go with it; else say what is left over."""
        for area in sorted(self.draft.ended.values(), key=lambda one: _rank(one.level)):
            left = [one for one in self.ground.children[area.area_id] if self._is_left(one)]
            heirs = [one for one in self.draft.passings if one.old == area.area_id]
            if left and len(heirs) == 1 and heirs[0].is_whole:
                for one in left:
                    self._follow(one, heirs[0].new)
            elif left:
                self._wrong(self.by_area[area.area_id][0], flaws.left_over(area, left))
        for area_id in list(self.draft.altered):
            self._follow_below(area_id)

    def _is_left(self, area: Standing) -> bool:
        if area.area_id in self.draft.ended:
            return False
        altered = self.draft.altered.get(area.area_id)
        return altered is None or not altered.is_moved

    def _follow(self, area: Standing, parent: Ref) -> None:
        if flaw := flaws.not_then(area, self.ground):
            self.draft.problems.append(Problem(0, flaw))
        before = self.draft.altered.get(area.area_id) or _unchanged(area)
        self.draft.altered[area.area_id] = replace(before, parent=parent)

    def _follow_below(self, area_id: int) -> None:
        """The path of what lies in an area that moved becomes another, too."""
        if self.draft.altered[area_id].is_moved or area_id not in self.by_area:
            for one in self.ground.children[area_id]:
                if one.area_id not in self.draft.altered and one.area_id not in self.draft.ended:
                    self._follow(one, area_id)
                    self._follow_below(one.area_id)


def _rank(level: Level) -> int:
    return list(Level).index(level)


def _floats(parent: Level, level: Level) -> bool:
    """Return whether a unit would lie in the country without a province between."""
    return parent is Level.CENTRAL and level is not Level.PROVINCE


def _unchanged(area: Standing) -> Altered:
    return Altered(area, area.code, area.kind, area.name, area.parent_id)
