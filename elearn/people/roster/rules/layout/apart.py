"""Tables beside each other under one heading, and lists of contacts with a person to a post."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from elearn.people.roster.rules.books import BookRow
from elearn.people.roster.rules.headings import Meaning
from elearn.people.roster.rules.layout.heads import Head
from elearn.people.roster.rules.layout.holding import holding_of
from elearn.people.roster.rules.layout.looks import Look
from elearn.people.roster.rules.layout.paths import told
from elearn.people.roster.rules.layout.view import View
from elearn.people.roster.rules.layouts import RosterField

_LIKELY, _MOSTLY = 0.6, 0.6
_MOST_PARTS = 12


@dataclass(frozen=True, slots=True)
class Part:
    """Some columns of a heading, as if they were alone; of all persons in it one post, if told."""

    view: View
    head: Head
    post: str | None = None


def parts_of(view: View, head: Head, body: Sequence[BookRow]) -> list[Part]:
    """Return the tables that one heading stands over, the first from the left first."""
    if contacts := list(_contacts(view, head, body))[:_MOST_PARTS]:
        return contacts
    starts = _starts(head)[:_MOST_PARTS]
    if len(starts) < 2:
        return [Part(view, head)]
    ends = [*starts[1:], max(head.paths) + 1]
    return [
        Part(*_only(view, head, range(start, end)))
        for start, end in zip([0, *starts[1:]], ends, strict=True)
    ]


def _starts(head: Head) -> list[int]:
    """Return where tables begin: at numbers, if there is one for each of several names."""
    names = [at for at, one in head.meanings.items() if one.field is RosterField.NAME]
    numbers = [at for at, one in head.meanings.items() if one.field is RosterField.NUMBER]
    befores = [bisect_left(names, at) for at in numbers]  # Names that stand before each number.
    return numbers if len(names) > 1 and befores == list(range(len(names))) else []


def _contacts(view: View, head: Head, body: Sequence[BookRow]) -> Iterator[Part]:
    """Yield a table for each post under which names stand: "Xã | Chủ tịch | SĐT | Phó CT | SĐT"."""
    posts = [at for at in head.paths if _names_persons(view, head, body, at)]
    ends = [*posts[1:], max(head.paths, default=0) + 1]
    for post, end in zip(posts, ends, strict=False):
        part, whole = _only(view, head, [*range(posts[0]), *range(post, end)])
        meanings = dict(whole.meanings) | {post: Meaning(RosterField.NAME, _LIKELY)}
        text = told(view.vocabulary, _post_of(head, post))
        yield Part(part, replace(whole, meanings=meanings, groups=0), text)


def _names_persons(view: View, head: Head, body: Sequence[BookRow], column: int) -> bool:
    """Return whether names stand beneath a post, where no other column is of names alone."""
    if RosterField.NAME in head.fields and len(head.paths[column]) == 1:
        return False
    if view.vocabulary.group_of(" ".join(_post_of(head, column))) is None:
        return False
    return holding_of(body, column, view.hint).share(Look.NAME) >= _MOSTLY


def _post_of(head: Head, column: int) -> tuple[str, ...]:
    """Return what stands above a column, without a word for names beneath it."""
    path = head.paths[column]
    is_name = head.meanings[column].field is RosterField.NAME
    return path[:-1] if is_name and len(path) > 1 else path


def _only(view: View, head: Head, columns: Sequence[int]) -> tuple[View, Head]:
    """Return the sheet and its heading as if there were only these columns."""
    wanted = frozenset(columns)
    paths = {at: path for at, path in head.paths.items() if at in wanted}
    meanings = {at: one for at, one in head.meanings.items() if at in wanted}
    return view.only(wanted), replace(head, paths=paths, meanings=meanings)
