"""What is asked of coverage: which scheme's figures, where, on which day, on which map."""

from dataclasses import dataclass
from datetime import date

from elearn.coverage.models import CoverageMap
from elearn.coverage.rules import Scheme


@dataclass(frozen=True, slots=True)
class Asked:
    """A scheme, an area with its path on the map, the day, and the map: none is as it was."""

    scheme: Scheme
    area_id: int
    path: str
    day: date
    map: CoverageMap | None = None
