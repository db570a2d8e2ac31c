"""Into which of five classes a province falls, as the map paints it."""

from elearn.coverage.rules.figures import STATE_NAMES, Cell, State
from elearn.text import Message, msg

_BOUNDS = (60, 70, 80, 90)
NO_FIGURE = 0

#: The classes from the least on; the last line is what the hatch means.
LEGEND: tuple[tuple[int, Message], ...] = (
    (1, msg("dưới 60%")),
    (2, msg("60–70%")),
    (3, msg("70–80%")),
    (4, msg("80–90%")),
    (5, msg("từ 90%")),
    (NO_FIGURE, STATE_NAMES[State.NOBODY]),
)


def map_class(cell: Cell) -> int:
    """Return the class of a figure, by what is printed; 0 where there is none."""
    if cell.percent is None:
        return NO_FIGURE
    return 1 + sum(cell.percent >= bound for bound in _BOUNDS)
