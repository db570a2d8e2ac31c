"""Conditions held against what one person has done."""

from collections.abc import Callable, Collection, Iterable
from datetime import datetime

from elearn.learning.rules.completion.review import Outcome, Record, Review
from elearn.learning.rules.completion.sets import Condition, ConditionKind, State
from elearn.learning.rules.progress import ModuleProgress
from elearn.text import Message, msg


def review(conditions: Collection[Condition], record: Record) -> Review:
    """Hold a person's record against the conditions; one that asks for nothing is left out."""
    enough = _lectures_of_a_module(conditions)
    found = [_HELD[one.kind](one, record, enough) for one in conditions if one.kind in _HELD]
    return Review(tuple(one for one in found if one.needed), record.progress)


Enough = Callable[[ModuleProgress], int]


def _lectures_of_a_module(conditions: Iterable[Condition]) -> Enough:
    """Return how many lectures of a module must be seen for it to be done."""
    asked = [one.at_least for one in conditions if one.kind is ConditionKind.LECTURES]
    least = next((number for number in asked if number is not None), None)

    def enough(module: ModuleProgress) -> int:
        return len(module.lectures) if least is None else min(least, len(module.lectures))

    return enough


def _is_done(module: ModuleProgress, enough: Enough) -> bool:
    return bool(module.lectures) and module.seen >= enough(module)


def _done_at(module: ModuleProgress, enough: Enough) -> datetime | None:
    moments = sorted(one.seen_at for one in module.lectures if one.is_seen and one.seen_at)
    needed = enough(module)
    return moments[needed - 1] if 0 < needed <= len(moments) else None


def _required(condition: Condition, record: Record, enough: Enough) -> Outcome:
    modules = [one for one in record.progress.modules if one.is_required]
    if condition.at_least is not None:
        told = _so_many_required(modules, condition.at_least, enough)
        return _of_modules(condition.kind, modules, condition.at_least, enough, told)
    lectures = sum(enough(one) for one in modules)
    seen = sum(min(one.seen, enough(one)) for one in modules)
    told = _told(
        all(_is_done(one, enough) for one in modules),
        msg("Đã xem đủ %(needed)s bài giảng bắt buộc", needed=lectures),
        msg("Xem %(needed)s bài giảng bắt buộc: mới được %(done)s bài", needed=lectures, done=seen),
    )
    return _of_modules(condition.kind, modules, len(modules), enough, told)


def _so_many_required(modules: list[ModuleProgress], needed: int, enough: Enough) -> Message:
    done = sum(_is_done(one, enough) for one in modules)
    facts = {"needed": needed, "all": len(modules)}
    return _told(
        done >= needed,
        msg("Đã học xong %(needed)s trong %(all)s chuyên đề bắt buộc", **facts),
        msg(
            "Học xong %(needed)s trong %(all)s chuyên đề bắt buộc: mới được %(done)s",
            **facts,
            done=done,
        ),
    )


def _electives(condition: Condition, record: Record, enough: Enough) -> Outcome:
    own = record.progress.min_electives if condition.at_least is None else condition.at_least
    modules = [
        one
        for one in record.progress.modules
        if not one.is_required and (record.offered is None or one.id in record.offered)
    ]
    done = sum(_is_done(one, enough) for one in modules)
    told = _told(
        done >= own,
        msg("Đã học xong %(needed)s chuyên đề tự chọn", needed=own),
        msg(
            "Chọn và học xong %(needed)s chuyên đề tự chọn: mới được %(done)s",
            needed=own,
            done=done,
        ),
    )
    return _of_modules(condition.kind, modules, own, enough, told)


def _named(condition: Condition, record: Record, enough: Enough) -> Outcome:
    modules = [one for one in record.progress.modules if one.id in condition.modules]
    needed = len(condition.modules) if condition.at_least is None else condition.at_least
    done = sum(_is_done(one, enough) for one in modules)
    facts = {"needed": needed, "all": len(condition.modules)}
    told = _told(
        done >= needed,
        msg("Đã học xong %(needed)s trong %(all)s chuyên đề được nêu", **facts),
        msg(
            "Học xong %(needed)s trong %(all)s chuyên đề được nêu: mới được %(done)s",
            **facts,
            done=done,
        ),
    )
    return _of_modules(condition.kind, modules, needed, enough, told)


def _told(is_met: bool, met: Message, missing: Message) -> Message:
    return met if is_met else missing


def _of_modules(
    kind: ConditionKind,
    modules: list[ModuleProgress],
    needed: int,
    enough: Enough,
    told: Message,
) -> Outcome:
    done = [one for one in modules if _is_done(one, enough)]
    moments = sorted(at for one in done if (at := _done_at(one, enough)))
    if len(done) < needed:
        rest = tuple(one for one in modules if one not in done)
        return Outcome(kind, State.MISSING, len(done), needed, told, rest)
    met_at = moments[needed - 1] if 0 < needed <= len(moments) else None
    return Outcome(kind, State.MET, needed, needed, told, (), met_at)


def _quiz(condition: Condition, record: Record, _enough: Enough) -> Outcome:
    needed = condition.percent or 1
    told = msg("Bài kiểm tra, đạt từ %(percent)s%%", percent=needed)
    absent = msg("Bài kiểm tra, đạt từ %(percent)s%%: chưa có", percent=needed)
    return _share(condition.kind, record.quiz_percent, needed, told, absent)


def _attendance(condition: Condition, record: Record, _enough: Enough) -> Outcome:
    needed = condition.percent or 1
    told = msg("Dự các buổi học, từ %(percent)s%% số buổi", percent=needed)
    absent = msg("Dự các buổi học, từ %(percent)s%% số buổi: chưa có", percent=needed)
    return _share(condition.kind, record.attendance_percent, needed, told, absent)


def _share(
    kind: ConditionKind, reached: int | None, needed: int, told: Message, absent: Message
) -> Outcome:
    if reached is None:
        return Outcome(kind, State.ABSENT, 0, needed, absent)
    state = State.MET if reached >= needed else State.MISSING
    return Outcome(kind, state, min(reached, needed), needed, told)


_HELD: dict[ConditionKind, Callable[[Condition, Record, Enough], Outcome]] = {
    ConditionKind.REQUIRED_MODULES: _required,
    ConditionKind.ELECTIVES: _electives,
    ConditionKind.MODULES: _named,
    ConditionKind.QUIZ: _quiz,
    ConditionKind.ATTENDANCE: _attendance,
}
