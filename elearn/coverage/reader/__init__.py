"""What ships with coverage: schemes with their targets."""

from elearn.coverage.reader.schemes import TARGETS, schemes

__all__ = ["TARGETS", "schemes"]
