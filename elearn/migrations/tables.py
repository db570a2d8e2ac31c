"""Every table of the house, imported so that the metadata is whole (migrations, tests)."""

from elearn import accounts, areas, audit, db, jobs, people, storage

__all__ = ["accounts", "areas", "audit", "db", "jobs", "people", "storage"]
