"""Changes to areas: the lists taken in once, whole; then one resolution after another."""

from elearn.areas.service.loading import Loaded, load

__all__ = ["Loaded", "load"]
