"""Audits: the page of who did what, told in sentences, to whoever may see the people concerned."""

from elearn.home.audits.queries import looks_at_person

__all__ = ["looks_at_person"]
