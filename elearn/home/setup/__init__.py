"""Setup: what every installation holds before its first user comes."""

from elearn.home.setup.base import LECTURES, load_base

__all__ = ["LECTURES", "load_base"]
