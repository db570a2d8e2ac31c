"""Which lecture comes after one: the next of what she takes that she has not seen."""

from collections.abc import Iterator

from elearn.learning.rules.progress import LectureProgress, ModuleProgress, ProgrammeProgress


def following(programme: ProgrammeProgress, code: str) -> LectureProgress | None:
    """Return the lecture to go on with after the one of this code; None if nothing is left.

    First what follows in its module, then the other required modules in their order, those before
    it at the end; electives of other modules are not offered, she has not chosen them.
    """
    line = _line_after(programme.modules, code)
    return next((one for one in line if one.is_playable and not one.is_seen), None)


def _line_after(modules: tuple[ModuleProgress, ...], code: str) -> Iterator[LectureProgress]:
    for place, module in enumerate(modules):
        codes = [one.code for one in module.lectures]
        if code not in codes:
            continue
        at = codes.index(code)
        yield from module.lectures[at + 1 :]
        for other in (*modules[place + 1 :], *modules[:place]):
            if other.is_required:
                yield from (one for one in other.lectures if one.code != code)
        yield from module.lectures[:at]
        return
