"""Alembic, driven from Python: no ini file, the engine is handed in."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine

HERE = Path(__file__).parent


def config(connection: Connection) -> Config:
    """Return Alembic's configuration for a connection."""
    found = Config()
    found.set_main_option("script_location", str(HERE))
    found.attributes["connection"] = connection
    return found


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Bring the schema to a revision; nothing happens when it is there already."""
    with engine.begin() as connection:
        command.upgrade(config(connection), revision)


__all__ = ["config", "upgrade"]
