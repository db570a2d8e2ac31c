"""A branch and its things: made once, each the first time somebody names it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session
from werkzeug.routing import Rule

from elearn.storage import Directory
from tests.make.areas import area

#: The day on which everything is asked.
NOW = datetime(2026, 11, 21, 5, tzinfo=UTC)
SECRET_KEY = "not a secret"

Maker = Callable[["Branch"], Any]
MAKERS: dict[str, Maker] = {}
SENDERS: dict[str, Maker] = {}


def thing(*names: str) -> Callable[[Maker], Maker]:
    """Have a function make the thing of these names in each branch."""

    def noted(maker: Maker) -> Maker:
        MAKERS.update(dict.fromkeys(names, maker))
        return maker

    return noted


def sends(endpoint: str, variant: str = "") -> Callable[[Maker], Maker]:
    """Have a function say what is sent to an endpoint."""

    def noted(maker: Maker) -> Maker:
        SENDERS[f"{endpoint}+{variant}" if variant else endpoint] = maker
        return maker

    return noted


@dataclass(frozen=True, slots=True)
class Sent:
    """What a request carries besides its address; files as (bytes, name)."""

    data: dict[str, Any] = field(default_factory=dict)
    query: dict[str, Any] = field(default_factory=dict)
    json: Any = None
    files: dict[str, tuple[bytes, str]] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def arguments(self) -> dict[str, Any]:
        """Return it as the test client takes it."""
        if self.json is not None:
            return {"json": self.json, "query_string": self.query}
        files = {name: (BytesIO(content), called) for name, (content, called) in self.files.items()}
        return {"data": {**self.data, **files}, "query_string": self.query}


class Branch:
    """A commune of a province with a thing of every kind."""

    other: "Branch"

    def __init__(self, db: Session, folder: Path, province: str, commune: str) -> None:
        self.db, self.folder, self.store = db, folder, Directory(folder)
        self.province, self.commune = area(db, province), area(db, commune, within=province)
        self.name = commune
        self._made: dict[Maker, Any] = {}

    def __getitem__(self, name: str) -> Any:
        maker = MAKERS[name]
        if maker not in self._made:
            self._made[maker] = maker(self)
        return self._made[maker]

    def filling(self, rule: Rule) -> dict[str, Any]:
        """Return what stands in the address of a route when it is about this branch."""
        return {one: self[_name_of(rule.endpoint, one)] for one in rule.arguments}

    def sending(self, name: str, method: str) -> Sent:
        """Return what is sent under the name of a line: nothing unless somebody said what."""
        said = SENDERS[name](self) if name in SENDERS else {}
        if isinstance(said, Sent):
            return said
        return Sent(query=said) if method == "GET" else Sent(data=said)


def _name_of(endpoint: str, argument: str) -> str:
    """Return the name under which the thing stands that an address names."""
    blueprint = endpoint.rpartition(".")[0]
    own = (f"{endpoint}.{argument}", f"{blueprint}.{argument}")
    return next((name for name in own if name in MAKERS), argument)
