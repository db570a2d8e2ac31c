"""Every table of the house, imported so that the metadata is whole (migrations, tests)."""

from elearn import (
    accounts,
    areas,
    audit,
    catalogue,
    certificates,
    classes,
    coverage,
    db,
    jobs,
    learning,
    media,
    notices,
    people,
    storage,
)
from elearn.home import privacy

PACKAGES = (
    accounts,
    areas,
    audit,
    catalogue,
    certificates,
    classes,
    coverage,
    db,
    jobs,
    learning,
    media,
    notices,
    people,
    privacy,
    storage,
)
METADATA = db.Base.metadata

__all__ = ["METADATA", "PACKAGES", "db"]
