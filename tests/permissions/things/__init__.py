"""The things of a branch and the forms about them: a file a domain."""

from tests.permissions.branches import MAKERS, SENDERS
from tests.permissions.things import (
    accounts,
    areas,
    catalogue,
    certificates,
    classes,
    coverage,
    learning,
    media,
    notices,
    people,
    posts,
    privacy,
    proposals,
    rights,
    static,
    units,
    visitors,
)

__all__ = [
    "MAKERS",
    "SENDERS",
    "accounts",
    "areas",
    "catalogue",
    "certificates",
    "classes",
    "coverage",
    "learning",
    "media",
    "notices",
    "people",
    "posts",
    "privacy",
    "proposals",
    "rights",
    "static",
    "units",
    "visitors",
]
