"""The page of the audit."""

from elearn.home.audits.views.audit import bp

__all__ = ["bp"]
