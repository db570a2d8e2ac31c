"""What stands in a draft, finished or not: plain values, and what may be done with their order."""

from dataclasses import asdict, dataclass, replace
from typing import Any, Self

from elearn.catalogue.rules.sets import Block, ContentTag, Region

LONGEST_LINE = 300
LONGEST_BODY = 200_000
MOST_LECTURES = 200


@dataclass(frozen=True, slots=True)
class Aims:
    """What a learner takes away, as it is typed: one aim a line."""

    knowledge: str = ""
    skills: str = ""
    attitude: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """What is written of a lecture; the minutes are kept as typed, for they may be nonsense yet.

    No medium means: leave the film as it is, and a new lecture without one.
    """

    title: str = ""
    body: str = ""
    minutes: str = ""
    aims: Aims = Aims()
    medium_id: int | None = None


@dataclass(frozen=True, slots=True)
class LectureInDraft:
    """A lecture at its place: one of the catalogue, as it is or reworded, or a new one.

    The key names it within the draft. One that is reworded says which version it was taken from.
    """

    key: str
    code: str | None = None
    taken_from: int | None = None
    wording: Wording | None = None


@dataclass(frozen=True, slots=True)
class DraftContent:
    """A module as far as it is written."""

    title: str = ""
    region: Region = Region.ALL
    block: Block = Block.REQUIRED
    tags: tuple[ContentTag, ...] = ()
    groups: tuple[str, ...] = ()
    aims: Aims = Aims()
    lectures: tuple[LectureInDraft, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(lecture.code for lecture in self.lectures if lecture.code)

    @property
    def media(self) -> frozenset[int]:
        """Return the media chosen in it."""
        worded = (lecture.wording for lecture in self.lectures)
        return frozenset(one.medium_id for one in worded if one and one.medium_id)

    def place_of(self, key: str) -> int | None:
        """Return where the lecture of this key stands, counted from 0."""
        return next((at for at, one in enumerate(self.lectures) if one.key == key), None)

    def moved(self, key: str, step: int) -> Self:
        """Return it with a lecture moved down by so many places; past an end nothing moves."""
        at = self.place_of(key)
        if at is None or not 0 <= at + step < len(self.lectures):
            return self
        lectures = list(self.lectures)
        lectures.insert(at + step, lectures.pop(at))
        return replace(self, lectures=tuple(lectures))

    def without(self, key: str) -> Self:
        left = tuple(lecture for lecture in self.lectures if lecture.key != key)
        return replace(self, lectures=left)

    def with_lecture(self, lecture: LectureInDraft) -> Self:
        """Return it with one more lecture at its end, or with this one in place of its key's."""
        at = self.place_of(lecture.key)
        if at is None:
            return replace(self, lectures=(*self.lectures, lecture))
        return replace(self, lectures=(*self.lectures[:at], lecture, *self.lectures[at + 1 :]))

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def content_from(kept: dict[str, Any]) -> DraftContent:
    """Return the content that `as_json` wrote down."""
    return DraftContent(
        title=kept["title"],
        region=Region(kept["region"]),
        block=Block(kept["block"]),
        tags=tuple(map(ContentTag, kept["tags"])),
        groups=tuple(kept["groups"]),
        aims=Aims(**kept["aims"]),
        lectures=tuple(map(_lecture, kept["lectures"])),
    )


def _lecture(kept: dict[str, Any]) -> LectureInDraft:
    wording = kept["wording"]
    return LectureInDraft(**{**kept, "wording": _wording(wording) if wording else None})


def _wording(kept: dict[str, Any]) -> Wording:
    return Wording(**{**kept, "aims": Aims(**kept["aims"])})
