"""Somebody who sends files by tus-js-client, and what lies with us of what she sent."""

import json
import re
import subprocess
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from sqlalchemy import select

from elearn.access import Role
from elearn.media.models import FileUpload
from tests.browser.living import ROOT, Live
from tests.make import accounts

CHUNK = 500_000


@dataclass(frozen=True)
class Sender:
    """A person signed in at a machine that has tus-js-client."""

    live: Live
    headers: dict[str, str]

    def begin(self, length: int) -> str:
        """Begin an upload of so many bytes, and return its address."""
        facts = {"Tus-Resumable": "1.0.0", "Upload-Length": str(length)}
        asked = Request(f"{self.live.address}/media/uploads", headers=self.headers | facts)
        asked.method = "POST"
        with urlopen(asked) as answer:
            return f"{self.live.address}{answer.headers['Location']}"

    def start(self, path: Path, **more: Any) -> "subprocess.Popen[str]":
        told: dict[str, Any] = {"path": str(path), "endpoint": f"{self.live.address}/media/uploads"}
        told |= {"chunk": CHUNK, "headers": self.headers, **more}
        command = ["node", "tests/media/sender.mjs", json.dumps(told)]
        return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)

    def send(self, path: Path, **more: Any) -> list[dict[str, Any]]:
        """Send a file, and return what happened."""
        with self.start(path, **more) as process:
            return [json.loads(line) for line in process.stdout or ()]


def sender(live: Live) -> Sender:
    """Sign an instructor in, with the token of her page."""
    with live.here.database.writing() as db:
        account = accounts.account(db)
        accounts.role_grant(db, account, Role.INSTRUCTOR)
    cookie = f"session={live.cookie_of(account)['value']}"
    page = urlopen(Request(f"{live.address}/media/upload", headers={"Cookie": cookie}))
    kept = re.search("session=([^;]+)", page.headers["Set-Cookie"] or "")
    token = re.search(r'name="csrf_token" value="([^"]+)"', page.read().decode())
    assert token
    cookie = f"session={kept[1]}" if kept else cookie
    return Sender(live, {"Cookie": cookie, "X-CSRFToken": token[1]})


def uploaded(live: Live, address: str) -> tuple[FileUpload, str]:
    """Return an upload, and the SHA-256 of the bytes that lie with us."""
    with live.here.database.reading() as db:
        token = address.rpartition("/")[2]
        upload = db.scalars(select(FileUpload).where(FileUpload.token == token)).one()
    store = live.here.store
    pieces = (store.piece(one.name) for one in store.pieces(upload.folder))
    return upload, sha256(b"".join(pieces)).hexdigest()
