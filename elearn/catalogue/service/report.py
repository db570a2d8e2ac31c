"""What a load found: by kind, the codes that are new, changed and gone, and how many stayed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of the things of one kind."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    unchanged: int = 0

    @property
    def is_quiet(self) -> bool:
        return not (self.added or self.changed or self.gone)


@dataclass(frozen=True, slots=True)
class Report:
    """What a load did; `captioned` are the lectures whose films were given their captions."""

    lectures: Counts
    modules: Counts
    programmes: Counts
    captioned: tuple[str, ...] = ()

    @property
    def is_quiet(self) -> bool:
        """Return whether nothing was written."""
        kinds = (self.lectures, self.modules, self.programmes)
        return all(kind.is_quiet for kind in kinds) and not self.captioned
