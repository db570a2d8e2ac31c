"""A person at a player, as far as the server sees her: reports, and the receipts for them."""

import json
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from typing import Any
from urllib.parse import urlsplit

from flask import Flask
from flask import session as cookie
from sqlalchemy import select

from elearn import learning
from elearn.cli import Installation

_PATIENCE_SECONDS = 60  # Whoever asks first waits until the server has started.


@dataclass
class Learner:
    """One device of a person, with one open lecture, and what it holds receipts for."""

    session: str
    headers: dict[str, str] = field(repr=False)
    acknowledged: set[int] = field(default_factory=set)
    connection: HTTPConnection | None = None

    @classmethod
    def of(cls, app: Flask, token: str, session: str) -> "Learner":
        """Return the device that holds a sign-in token and has opened a watch session."""
        with app.test_request_context():
            cookie.update({"_user_id": token, "_fresh": True})
            signer = app.session_interface.get_signing_serializer(app)  # type: ignore[attr-defined]  # as living.py
            signed = signer.dumps(dict(cookie))
        return cls(session, {"Cookie": f"session={signed}"})

    def report(self, address: str, start: int, end: int) -> bool:
        """Report seconds as played; return whether a receipt came back."""
        said = {"session": self.session, "form": "video", "ranges": [[start, end]], "position": end}
        try:
            receipt = self._post(address, {"reports": [said]})["receipts"][0]
        except (OSError, HTTPException):
            self.hang_up()
            return False
        self.acknowledged |= {s for start, end in receipt["held"] for s in range(start, end)}
        return True

    def _post(self, address: str, body: dict[str, Any]) -> Any:
        if self.connection is None:
            self.connection = HTTPConnection(urlsplit(address).netloc, timeout=_PATIENCE_SECONDS)
        headers = {**self.headers, "Content-Type": "application/json"}
        headers["Sec-Fetch-Site"] = "same-origin"
        self.connection.request("POST", "/watching/reports", json.dumps(body), headers)
        answer = self.connection.getresponse()
        told = json.loads(answer.read())
        assert answer.status == 200, told
        return told

    def hang_up(self) -> None:
        if self.connection is not None:
            self.connection.close()
            self.connection = None

    def kept(self, here: Installation) -> set[int]:
        """Return the seconds that the database holds of her lecture."""
        hers = (
            select(learning.WatchMap.bits)
            .join(
                learning.WatchSession,
                (learning.WatchSession.person_id == learning.WatchMap.person_id)
                & (learning.WatchSession.medium_version_id == learning.WatchMap.medium_version_id),
            )
            .where(learning.WatchSession.token == self.session)
        )
        with here.database.reading() as db:
            ranges = learning.Seconds.from_bytes(db.scalars(hers).one()).ranges()
            return {second for start, end in ranges for second in range(start, end)}
