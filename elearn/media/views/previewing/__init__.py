"""Links for reviewers: where they are made and taken back, and what whoever has one sees."""

from elearn.media.views.previewing import making, showing

__all__ = ["making", "showing"]
