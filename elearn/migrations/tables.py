"""Every table of the house, imported so that the metadata is whole (migrations, tests)."""

from elearn import areas, audit, db, jobs, people, storage

__all__ = ["areas", "audit", "db", "jobs", "people", "storage"]
