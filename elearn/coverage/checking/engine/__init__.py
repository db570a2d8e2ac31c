"""The engine made to count people that were made for it, in a database that is thrown away."""

from elearn.coverage.checking.engine.counting import counted

__all__ = ["counted"]
