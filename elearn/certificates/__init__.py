"""Certificates: what was promised on paper, and whether it still holds."""

from elearn.certificates.rules import Facts

__all__ = ["Facts"]
