"""Notices, confirmed addresses and letters for tests, and a mail server of this machine."""

from asyncio import Server
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from sqlalchemy.orm import Session as DbSession

from elearn.notices import Kind, Letter, MailAddress, Notice
from elearn.people import Person
from tests.make import people

NOW = datetime(2026, 11, 21, 5, tzinfo=UTC)


def notice(db: DbSession, to: Person | None = None, **values: Any) -> Notice:
    facts = {
        "person_id": (to or people.person(db)).id,
        "kind": Kind.ADMITTED.value,
        "key": "class:1:admitted",
        "details": {"name": "Chi hội trưởng Hưng Hà", "day": "15/12/2026"},
        "link": "/classes/mine",
        "at": NOW,
    }
    row = Notice(**{**facts, **values})
    db.add(row)
    db.flush()
    return row


def mail_address(db: DbSession, owner: Person, **values: Any) -> MailAddress:
    """Return a confirmed address."""
    facts = {
        "person_id": owner.id,
        "address": f"person{owner.id}@vidu.vn",
        "language": "vi",
        "asked_at": NOW,
        "confirmed_at": NOW,
    }
    row = MailAddress(**{**facts, **values})
    db.add(row)
    db.flush()
    return row


def letter(db: DbSession, about: Notice | None = None, **values: Any) -> Letter:
    """Return a letter that is due."""
    what = about or notice(db)
    facts = {
        "person_id": what.person_id,
        "notice_id": what.id,
        "address": "ngat@vidu.vn",
        "language": "vi",
        "written_at": NOW,
        "due_at": NOW,
    }
    row = Letter(**{**facts, **values})
    db.add(row)
    db.flush()
    return row


@dataclass
class Postman:
    """What a mail server does with what it is handed; `answers` come one a letter, then 250."""

    taken: list[EmailMessage] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    refuses: str = ""

    async def handle_RCPT(  # noqa: N802  # So aiosmtpd calls it.
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: Any
    ) -> str:
        if self.refuses:
            return self.refuses
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802  # So aiosmtpd calls it.
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        answer = self.answers.pop(0) if self.answers else "250 taken"
        if answer.startswith("250"):
            content = envelope.content if isinstance(envelope.content, bytes) else b""
            self.taken.append(message_from_bytes(content, policy=policy.default))
        return answer


def _knows(_server: SMTP, _session: Session, _envelope: Envelope, _how: str, said: Any) -> Any:
    is_right = isinstance(said, LoginPassword) and said.password == b"mat-khau"
    return AuthResult(success=is_right, handled=False)


class _AnyPort(Controller):
    """A server on a port that is free, which it learns when it has it."""

    def _trigger_server(self) -> None:
        assert isinstance(self.server, Server)
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextmanager
def mail_server(postman: Postman, *, asks_password: bool = False) -> Iterator[str]:
    """Run a real mail server on this machine and give its address; it ends with the block."""
    controller = _AnyPort(
        postman,
        hostname="127.0.0.1",
        port=0,
        authenticator=_knows if asks_password else None,
        auth_require_tls=False,
    )
    controller.start()
    try:
        yield f"127.0.0.1:{controller.port}"
    finally:
        controller.stop()
