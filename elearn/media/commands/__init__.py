"""`elearn media`: films and files from the shell."""

import click

from elearn.media.commands.captions import group as captions
from elearn.media.commands.files import clean, verify
from elearn.media.commands.films import add, list_
from elearn.media.commands.webserver import nginx_


@click.group("media")
def group() -> None:
    """Tệp video và ghi âm."""


for command in (add, captions, clean, list_, nginx_, verify):
    group.add_command(command)

__all__ = ["group"]
