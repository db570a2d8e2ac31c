"""A programme laid open: blocks, modules and lectures in their order, as plain values."""

from dataclasses import dataclass
from itertools import groupby

from elearn.catalogue.rules.sets import Block, Region


@dataclass(frozen=True, slots=True)
class LectureInOutline:
    """A lecture where it stands; `id` is the lecture's key, `medium_id` its film if it has one."""

    id: int
    code: str
    title: str
    medium_id: int | None
    planned_minutes: int


@dataclass(frozen=True, slots=True)
class ModuleInOutline:
    """A module where it stands in a programme; `id` is the module's key."""

    id: int
    code: str
    title: str
    region: Region
    block: Block
    is_required: bool
    lectures: tuple[LectureInOutline, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """The modules of a programme version in their order, and how many electives it takes."""

    modules: tuple[ModuleInOutline, ...]
    min_electives: int

    @property
    def required(self) -> tuple[ModuleInOutline, ...]:
        return tuple(module for module in self.modules if module.is_required)

    @property
    def electives(self) -> tuple[ModuleInOutline, ...]:
        return tuple(module for module in self.modules if not module.is_required)

    @property
    def blocks(self) -> tuple[tuple[Block, tuple[ModuleInOutline, ...]], ...]:
        """Return the blocks in the order in which they first appear, each with its modules."""
        first = list(dict.fromkeys(module.block for module in self.modules))
        ordered = sorted(self.modules, key=lambda module: first.index(module.block))
        return tuple(
            (block, tuple(modules)) for block, modules in groupby(ordered, lambda m: m.block)
        )

    @property
    def lectures(self) -> tuple[LectureInOutline, ...]:
        """Return the lectures in order, each once though two modules may share it."""
        every = [lecture for module in self.modules for lecture in module.lectures]
        return tuple(dict.fromkeys(every))
