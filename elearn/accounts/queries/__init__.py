"""Reads of accounts: who is signed in, who may be meant, what is open where."""

from elearn.accounts.queries.presence import Presence, digest, presence_of

__all__ = ["Presence", "digest", "presence_of"]
