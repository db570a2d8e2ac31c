"""The group of commands about people."""

import click

from elearn.cli import Group


@click.group("people", cls=Group)
def group() -> None:
    """Cán bộ, đơn vị và chức danh."""
