"""The command-line door: what every command is handed, and how it ends."""

from dataclasses import dataclass
from typing import Self

import click

from elearn.config import Settings
from elearn.db import Database
from elearn.errors import Refusal
from elearn.storage import Store


@dataclass(frozen=True, slots=True)
class Installation:
    """The installation a command works on: its settings, database and files."""

    settings: Settings
    database: Database
    store: Store

    @classmethod
    def of(cls, settings: Settings) -> Self:
        settings.home.mkdir(parents=True, exist_ok=True)
        return cls(settings, Database.at(settings.database_url), Store.of(settings))


class Group(click.Group):
    """A command group that tells a refusal in one line and exits with 1, without a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except Refusal as refusal:
            raise click.ClickException(str(refusal)) from refusal


__all__ = ["Group", "Installation"]
