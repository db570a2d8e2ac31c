"""What a change would do: the areas that begin, end, go on otherwise, and the lineage."""

from dataclasses import dataclass, field

from elearn.areas.rules.changing.ground import Ground, Standing
from elearn.areas.rules.changing.lines import Problem
from elearn.areas.rules.words import Kind, Level, full_name

#: An area that stands, by its key, or one that the file founds, by its level and code.
Ref = int | tuple[Level, str]


@dataclass(frozen=True, slots=True)
class Begun:
    """An area that the change founds."""

    ref: tuple[Level, str]
    kind: Kind
    name: str
    parent: Ref

    @property
    def full_name(self) -> str:
        return full_name(self.name, self.kind)


@dataclass(frozen=True, slots=True)
class Altered:
    """An area that goes on under another code, type, name or parent."""

    before: Standing
    code: str
    kind: Kind
    name: str
    parent: Ref | None

    @property
    def full_name(self) -> str:
        return full_name(self.name, self.kind)

    @property
    def ref(self) -> tuple[Level, str]:
        return self.before.level, self.code

    @property
    def is_moved(self) -> bool:
        return self.parent != self.before.parent_id


@dataclass(frozen=True, slots=True)
class Passing:
    """A step of lineage that the change makes."""

    old: int
    new: Ref
    is_whole: bool
    is_default: bool


@dataclass
class Draft:
    """What a change would do; with problems, it may not be applied."""

    begun: dict[tuple[Level, str], Begun] = field(default_factory=dict)
    ended: dict[int, Standing] = field(default_factory=dict)
    altered: dict[int, Altered] = field(default_factory=dict)
    passings: list[Passing] = field(default_factory=list)
    #: What areas pass into that stand and go on.
    taking_in: dict[int, Standing] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not (self.begun or self.touched)

    @property
    def touched(self) -> list[int]:
        """The areas that stood and will have ended or go on otherwise."""
        return [*self.ended, *self.altered]

    @property
    def fates(self) -> list[str]:
        """What ends, and into what it passes: "Xã Mỹ Xá → Xã Hưng Hà; Xã Tiên La"."""
        into: dict[int, list[str]] = {key: [] for key in self.ended}
        for step in self.passings:
            into[step.old].append(self._name_of(step.new))
        return [
            " → ".join(filter(None, (area.full_name, "; ".join(into[key]))))
            for key, area in self.ended.items()
        ]

    def _name_of(self, ref: Ref) -> str:
        if isinstance(ref, int):
            return (self.altered.get(ref) or self.taking_in[ref]).full_name
        return self.begun[ref].full_name if ref in self.begun else ref[1]

    def code_of(self, ref: Ref | None, ground: Ground) -> str:
        """Return the code of an area that stands, or that the change founds."""
        if isinstance(ref, tuple):
            return ref[1]
        return ground.by_id[ref].code if ref is not None else ""
