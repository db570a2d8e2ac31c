"""What the editor's form sends, by a button or by the script."""

from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

Pairs = list[tuple[str, str]]
Lecture = tuple[str, dict[str, str]]


def fields(*lectures: Lecture, **facts: str) -> Pairs:
    """Return what the form of a module sends, its lectures as (key, {field: value})."""
    form = {"title": "Hội phí", "region": "all", "block": "required", "revision": "0", **facts}
    pairs = [*form.items(), *(("lecture", key) for key, _ in lectures)]
    return pairs + [
        (f"{key}.{name}", value) for key, own in lectures for name, value in own.items()
    ]


def new(key: str = "moi-1", **words: str) -> Lecture:
    """Return a new lecture with all it must have."""
    facts = {"own": "1", "title": "Bài mới", "body": "Nội dung", "minutes": "15"}
    return key, {**facts, **words}


def post(client: FlaskClient, address: str, pairs: Pairs) -> TestResponse:
    """Send the form by a button."""
    data: dict[str, list[str]] = {}
    for name, value in pairs:
        data.setdefault(name, []).append(value)
    return client.post(address, data=data)


def put(client: FlaskClient, pairs: Any, revision: int, name: str = "CD-1", **window: str) -> Any:
    """Send the form by the script of a window that has seen a revision."""
    entries = [list(pair) for pair in pairs if pair[0] != "revision"]
    body = {"entries": entries, "revision": revision, "writer": "cua-so-1", **window}
    return client.put(f"/modules/{name}/draft", json=body)
