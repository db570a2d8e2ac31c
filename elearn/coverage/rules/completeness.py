"""Which areas have told of a group and which have not, and who is missing from the roster."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from elearn.areas import Level, in_a_sentence
from elearn.coverage.rules.declared import Total
from elearn.coverage.rules.figures import thousands
from elearn.text import Message, msg

SHOWN = 30  # Names in one sentence; nobody reads more of them.


class Reporting(StrEnum):
    """How an area has told of a group: by names, by a number, or not at all."""

    ROSTER = "roster"
    DECLARED = "declared"
    LEFT_OUT = "left_out"
    MISSING = "missing"


REPORTING_NAMES = {
    Reporting.ROSTER: msg("có danh sách"),
    Reporting.DECLARED: msg("có số khai báo"),
    Reporting.LEFT_OUT: msg("không đánh giá"),
    Reporting.MISSING: msg("chưa báo cáo"),
}

_AREAS = {
    Level.PROVINCE: msg("tỉnh, thành phố"),
    Level.DISTRICT: msg("huyện, quận, thị xã, thành phố"),
    Level.COMMUNE: msg("xã, phường"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """An area: how many of the group hold a post in it, and what was declared of it."""

    area_id: int
    code: str
    name: str
    in_post: int
    declared: Total | None
    #: All its holders serve in units that are left out of evaluation.
    is_left_out: bool = False
    #: Whether the number declared and the roster speak of the same persons.
    is_comparable: bool = True

    @property
    def reporting(self) -> Reporting:
        if self.in_post:
            return Reporting.ROSTER
        if self.declared is not None:
            return Reporting.DECLARED
        return Reporting.LEFT_OUT if self.is_left_out else Reporting.MISSING

    @property
    def has_reported(self) -> bool:
        return self.reporting is not Reporting.MISSING

    @property
    def is_rate_known(self) -> bool:
        """Return whether a share can be told: without persons it is unknown, and never 0 %."""
        return self.in_post > 0

    @property
    def size(self) -> int | None:
        """Return how many there are: those in post, else as many as were declared, if any were."""
        if self.in_post:
            return self.in_post
        return self.declared.number if self.declared and self.is_comparable else None

    @property
    def not_on_roster(self) -> int | None:
        """Return how many more were declared than are on the roster; unknown where none were."""
        if self.declared is None or not self.is_comparable:
            return None
        return max(0, self.declared.number - self.in_post)

    @property
    def words(self) -> Message:
        """Return how it has reported, for people."""
        if self.declared and self.is_comparable and not self.in_post:
            return msg("%(told)s; chưa có danh sách nên chưa tính được tỷ lệ", told=self._declared)
        if self.not_on_roster:
            return msg(
                "%(told)s; còn %(count)s người chưa có trong danh sách",
                told=self._declared,
                count=thousands(self.not_on_roster),
            )
        return REPORTING_NAMES[self.reporting]

    @property
    def _declared(self) -> Message:
        return self.declared.words if self.declared else msg("chưa khai báo")


@dataclass(frozen=True, slots=True)
class Completeness:
    """Of how many of the areas within one a group is known, with those it is not known of."""

    own: Part
    parts: tuple[Part, ...] = ()
    level: Level | None = None

    @property
    def of(self) -> int:
        return len(self.parts)

    @property
    def reported(self) -> int:
        return sum(part.has_reported for part in self.parts)

    @property
    def is_complete(self) -> bool:
        return self.reported == self.of

    @property
    def missing(self) -> tuple[Part, ...]:
        """Return the areas that told nothing, in the order of the alphabet."""
        return tuple(part for part in self.parts if not part.has_reported)

    @property
    def ratio(self) -> str:
        """Return 60/63; nothing where the group is in none of the areas within."""
        return f"{thousands(self.reported)}/{thousands(self.of)}" if self.parts else ""

    @property
    def words(self) -> Message | None:
        """Return "60/63 tỉnh, thành phố đã báo cáo", if there is anything to report."""
        if not self.parts or self.level is None:
            return None
        return msg("%(ratio)s %(areas)s đã báo cáo", ratio=self.ratio, areas=_AREAS[self.level])

    @property
    def missing_words(self) -> Message | None:
        """Return the sentence that names who has not reported."""
        if not self.missing:
            return None
        return msg("Chưa báo cáo: %(names)s.", names=named([part.name for part in self.missing]))


def named(names: Sequence[str]) -> Message:
    """Return names as one sentence tells them: the first thirty, and how many more there are."""
    shown = ", ".join(in_a_sentence(name) for name in names[:SHOWN])
    if len(names) <= SHOWN:
        return Message("%(names)s", (("names", shown),))
    return msg("%(names)s và %(count)s nơi khác", names=shown, count=thousands(len(names) - SHOWN))


@dataclass(frozen=True, slots=True)
class Excluded:
    """A unit that is left out of evaluation: where it stands, why, by which paper."""

    unit_id: int
    name: str
    place: str
    reason: Message
    decision: str

    @property
    def cited(self) -> str:
        """Return it with the paper it rests on: "Hội LHPN xã Hưng Hà (12/QĐ-HPN)"."""
        return f"{self.name} ({self.decision})" if self.decision else self.name


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The units within an area that are left out of evaluation on a day."""

    units: tuple[Excluded, ...] = ()

    @property
    def number(self) -> int:
        return len(self.units)

    @property
    def words(self) -> Message | None:
        """Return the footnote of a table, if any are left out."""
        if not self.units:
            return None
        return msg(
            "Không đánh giá %(count)s đơn vị, đã bỏ khỏi cả tử số và mẫu số: %(names)s.",
            count=thousands(self.number),
            names=self._names,
        )

    @property
    def _names(self) -> Message:
        more = self.number - SHOWN
        shown = "; ".join(one.cited for one in self.units[:SHOWN])
        if more <= 0:
            return Message("%(names)s", (("names", shown),))
        return msg("%(names)s và %(count)s đơn vị khác", names=shown, count=thousands(more))
