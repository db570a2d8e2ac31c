"""What a load found: by kind, what it wrote, what it left to the system, and how many stayed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of the things of one kind.

    `skipped` were edited in the system and differ from the folder; `kept` are missing from the
    folder, and were edited or are still in use; `settled` were edited and now say the same as the
    folder, so that the next load counts them as unedited.
    """

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    settled: tuple[str, ...] = ()
    unchanged: int = 0

    @property
    def is_quiet(self) -> bool:
        """Return whether nothing was written."""
        return not (self.added or self.changed or self.gone or self.settled)


@dataclass(frozen=True, slots=True)
class Report:
    """What a load did; `captioned` are the lectures whose films were given their captions."""

    lectures: Counts
    modules: Counts
    programmes: Counts
    captioned: tuple[str, ...] = ()

    @property
    def kinds(self) -> tuple[Counts, ...]:
        return self.lectures, self.modules, self.programmes

    @property
    def is_quiet(self) -> bool:
        """Return whether nothing was written."""
        return all(kind.is_quiet for kind in self.kinds) and not self.captioned
