"""What ships with coverage: schemes with their targets, and the shapes of the map."""

from elearn.coverage.reader.schemes import TARGETS, schemes
from elearn.coverage.reader.shapes import Shape, shapes

__all__ = ["TARGETS", "Shape", "schemes", "shapes"]
