"""What the commands of coverage may be told alike, and how they tell what they found."""

import json as plain
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

import click

from elearn.cli.days import Day

Command = TypeVar("Command", bound=Callable[..., Any])
Told = TypeVar("Told")


class Option(Protocol):
    """What stands above a command with an `@` and gives it one option more."""

    def __call__(self, command: Command, /) -> Command: ...


scheme = click.option(
    "--scheme", "key", default="de_an_1893", show_default=True, help="Khóa của đề án."
)
as_of = click.option(
    "--as-of", "day", type=Day(), help="Số liệu đến ngày nào; mặc định là hôm nay."
)
borders = click.option(
    "--borders",
    default="then",
    show_default=True,
    metavar="then|now|NGÀY",
    help="Địa giới: then (tại thời điểm), now (quy đổi theo hiện nay), hoặc một ngày.",
)


def area(words: str) -> Option:
    """Return `--area`; the words say how it may be written."""
    return click.option("--area", "place", default="VN", show_default=True, help=words)


def written_as(*kinds: str, words: str) -> Option:
    """Return `--format`, one of these kinds: a table if none is chosen."""
    return click.option(
        "--format",
        "kind",
        type=click.Choice(kinds),
        default="table",
        show_default=True,
        help=words,
    )


def tell(
    found: Told,
    kind: str,
    *,
    json: Callable[[Told], object],
    table: Callable[[Told], str],
    csv: Callable[[Told], bytes] | None = None,
) -> None:
    """Tell what was found in the format that was chosen; JSON from plain values."""
    if kind == "csv" and csv:
        click.echo(csv(found), nl=False)
    elif kind == "json":
        click.echo(plain.dumps(json(found), ensure_ascii=False, indent=2))
    else:
        click.echo(table(found))
