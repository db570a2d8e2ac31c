"""What ships with this domain: the lists of units, and the outlines of provinces."""

from elearn.areas.reader.lists import DATA, REFORM, lists
from elearn.areas.reader.outlines import Outline, outlines_on

__all__ = ["DATA", "REFORM", "Outline", "lists", "outlines_on"]
