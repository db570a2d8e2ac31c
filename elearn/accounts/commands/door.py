"""`elearn accounts`: what its commands hang on."""

import click

from elearn.cli import Group


@click.group("accounts", cls=Group)
def group() -> None:
    """Tài khoản và quyền."""
