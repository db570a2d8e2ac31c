"""The commands of `elearn`, and those that a text names."""

import re
from collections.abc import Iterator

import click

from elearn.__main__ import cli

_NAMED = re.compile(r"(?:`|^|\.venv/bin/)elearn ((?:[a-z-]+ ?)+)", re.MULTILINE)


def commands(group: click.Group = cli, name: str = "elearn") -> dict[str, click.Command]:
    """Return every command by the words that call it."""
    found: dict[str, click.Command] = {}
    for word, command in group.commands.items():
        own = f"{name} {word}"
        found |= commands(command, own) if isinstance(command, click.Group) else {own: command}
    return found


def command_of(call: str) -> str:
    """Return the words of the command that a call begins with; the call itself if there is none."""
    fit = [name for name in commands() if f"{call} ".startswith(f"{name} ")]
    return max(fit, key=len, default=call)


def options(name: str) -> set[str]:
    """Return the options of a command, both ways of each."""
    return {
        word
        for option in commands()[name].params
        for word in (*option.opts, *option.secondary_opts)
    }


def unknown(text: str) -> Iterator[str]:
    """Yield what a text calls although there is neither such a command nor such a group."""
    groups = {name.rpartition(" ")[0] for name in commands()}
    for words in _NAMED.findall(text):
        call = f"elearn {words.strip()}"
        if command_of(call) not in commands() and call not in groups:
            yield call
