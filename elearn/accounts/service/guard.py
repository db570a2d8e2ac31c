"""What sign-in is handed, and what it is asked."""

import hmac
from dataclasses import dataclass, field

from elearn.accounts.argon2 import Passwords
from elearn.accounts.rules import SignInRule, subject_in
from elearn.accounts.service.sessions import Device


def subject_of(name: str, *, key: str) -> str:
    """Return what stands for a name in the table of failures: no number can be read there."""
    told = f"failed sign-in {subject_in(name)}"
    return hmac.digest(key.encode(), told.encode(), "sha256").hex()


@dataclass(frozen=True, slots=True)
class Guard:
    """The password tester, the rule of the day, and the key that hides the names tried."""

    passwords: Passwords
    rule: SignInRule
    key: str = field(repr=False)

    def subject(self, name: str) -> str:
        return subject_of(name, key=self.key)


@dataclass(frozen=True, slots=True)
class Knock:
    """One attempt: the name and password typed, and the device they were typed on."""

    name: str
    password: str = field(repr=False)
    device: Device
