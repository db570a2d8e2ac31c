"""Every table of the house, imported so that the metadata is whole (migrations, tests)."""

from elearn import db, jobs, storage

__all__ = ["db", "jobs", "storage"]
