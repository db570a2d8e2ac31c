"""`elearn accounts`: ways in for people, from the shell."""

from elearn.accounts.commands import accounts, factors, grants, making
from elearn.accounts.commands.door import group

__all__ = ["accounts", "factors", "grants", "group", "making"]
