"""Passwords as argon2id hashes, with the parameters OWASP names."""

import unicodedata
from dataclasses import dataclass, field
from functools import cached_property

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

#: A hash takes some 30 ms and 19 MiB: dear for who guesses, bearable for who signs in.
OWASP = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


@dataclass(frozen=True)
class Passwords:
    """Makes and tests password hashes; tests hand in cheaper parameters."""

    hasher: PasswordHasher = field(default=OWASP, repr=False)

    def hash(self, password: str) -> str:
        return self.hasher.hash(_composed(password))

    def matches(self, password: str, password_hash: str) -> bool:
        """Return whether the password made this hash; a hash nobody can read matches nothing."""
        try:
            return self.hasher.verify(password_hash, _composed(password))
        except (VerificationError, InvalidHashError):
            return False

    def is_outdated(self, password_hash: str) -> bool:
        """Return whether the hash was made with other parameters than those of today."""
        return self.hasher.check_needs_rehash(password_hash)

    def spend(self, password: str) -> None:
        """Take as long as a test takes, for a name nobody has."""
        self.matches(password, self._nobody)

    @cached_property
    def _nobody(self) -> str:
        return self.hasher.hash("nobody has this password")


def _composed(password: str) -> str:
    """Return one spelling: keyboards compose Vietnamese letters differently."""
    return unicodedata.normalize("NFC", password)
