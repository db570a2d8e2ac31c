"""Changes of coverage: definitions are written, counts are made again."""

from elearn.coverage.service.defining import Loaded, define, load_definitions

__all__ = ["Loaded", "define", "load_definitions"]
