"""The mail server: the only module that speaks SMTP."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from typing import Self
from urllib.parse import unquote, urlsplit

_SECONDS = 20
_PORTS = {"smtp": 25, "smtps": 465}
_NEAR = ("localhost", "127.0.0.1", "::1")


class Unreachable(Exception):
    """The server does not answer, or does not let us in: no letter is at fault."""


class Refused(Exception):
    """The server will never take this letter."""


class Later(Exception):
    """The server does not take this letter now."""


@dataclass(frozen=True, slots=True)
class Server:
    """Where letters are handed in, and who we are there."""

    host: str
    port: int
    is_wrapped: bool
    user: str = ""
    password: str = ""

    @classmethod
    def at(cls, url: str) -> Self:
        """Read smtp://user:password@host:port, or smtps://."""
        parts = urlsplit(url)
        return cls(
            parts.hostname or "",
            parts.port or _PORTS[parts.scheme],
            parts.scheme == "smtps",
            unquote(parts.username or ""),
            unquote(parts.password or ""),
        )

    @contextmanager
    def open(self) -> Iterator["Line"]:
        """Give a line to the server; it is closed however this ends.

        :raise Unreachable: if there is no server, or it does not let us in.
        """
        try:
            line = self._dialled()
        except (OSError, smtplib.SMTPException, ssl.SSLError) as problem:
            raise Unreachable(_told(problem)) from None
        try:
            yield Line(line)
        finally:
            line.close()

    def _dialled(self) -> smtplib.SMTP:
        context = ssl.create_default_context()
        if self.is_wrapped:
            line: smtplib.SMTP = smtplib.SMTP_SSL(
                self.host, self.port, timeout=_SECONDS, context=context
            )
        else:
            line = smtplib.SMTP(self.host, self.port, timeout=_SECONDS)
        try:
            self._introduce(line, context)
        except BaseException:
            line.close()
            raise
        return line

    def _introduce(self, line: smtplib.SMTP, context: ssl.SSLContext) -> None:
        line.ehlo_or_helo_if_needed()
        if not self.is_wrapped and line.has_extn("starttls"):
            line.starttls(context=context)
        elif self.user and not self.is_wrapped and self.host not in _NEAR:
            raise smtplib.SMTPException("the server takes a password only without a cipher")
        if self.user:
            line.login(self.user, self.password)


@dataclass(frozen=True, slots=True)
class Line:
    """An open line to the server."""

    line: smtplib.SMTP

    def send(self, letter: EmailMessage) -> None:
        """Hand a letter in.

        :raise Refused: if it will never be taken.
        :raise Later: if it is not taken now.
        :raise Unreachable: if the line broke.
        """
        try:
            self.line.send_message(letter)
        except smtplib.SMTPRecipientsRefused as problem:
            [(code, words)] = list(problem.recipients.values())[:1]
            raise _by(code)(_clean(f"{code} {_text(words)}")) from None
        except smtplib.SMTPResponseException as problem:
            raise _by(problem.smtp_code)(_told(problem)) from None
        except (OSError, smtplib.SMTPException) as problem:
            raise Unreachable(_told(problem)) from None


def _by(code: int) -> type[Refused | Later]:
    return Refused if code >= 500 else Later


def _told(problem: Exception) -> str:
    """Return what went wrong; an address in it is left out, it is a person's."""
    if isinstance(problem, smtplib.SMTPResponseException):
        return _clean(f"{problem.smtp_code} {_text(problem.smtp_error)}")
    return _clean(f"{type(problem).__name__}: {problem}")


def _text(words: bytes | str) -> str:
    return words.decode(errors="replace") if isinstance(words, bytes) else words


def _clean(words: str) -> str:
    return " ".join("…" if "@" in word else word for word in words.split())
