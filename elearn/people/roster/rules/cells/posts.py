"""Cells of posts: one or several, held or planned for, with the place that is said beside them."""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from elearn.areas import Level
from elearn.people.roster.rules.cells.one_post import Asked, Title, folded_words
from elearn.people.roster.rules.cells.texts import is_nothing
from elearn.people.roster.rules.cells.titles import Titles

_STRONG = re.compile(
    r"[+;/\n]|\b(?:ki[êe]m(?: nhi[ệe]m)?|[đd][ồo]ng th[ờo]i(?: l[àa])?)\b", re.IGNORECASE
)
_ALL = re.compile(_STRONG.pattern + r"|,|&|\bv[àa]\b|\s[-–—]\s|[-–—]", re.IGNORECASE)
_YEARS = re.compile(
    r"(?:(?:nhiệm k[ỳì]|nhiem ky|nk|giai đoạn|giai doan)\s*:?\s*)?\d{4}\s*[-–—/]\s*\d{2,4}",
    re.IGNORECASE,
)
_ENDS = " .,;:-–()[]\"'"


@dataclass(frozen=True, slots=True)
class Posts:
    """What a cell says of posts."""

    titles: tuple[Title, ...] = ()
    #: Parts that are no posts we know, as written.
    unknown: tuple[str, ...] = ()
    #: Seats in committees, as written.
    left: tuple[str, ...] = ()
    #: The name of the post that comes nearest to what is unknown.
    nearest: str | None = None


_NONE = Posts()


@lru_cache(20_000)
def posts_of(text: str, level: Level, titles: Titles, *, is_planned: bool = False) -> Posts:
    """Return the posts in a cleaned text, on the level of the row unless it says another."""
    if is_nothing(text):
        return _NONE
    asked, said = Asked(level, titles, is_planned), _YEARS.sub(" ", text)
    for parts in _ways(said):
        if (found := _taken(parts, asked)) and not found.unknown:
            return found
    return _partly(text, asked)


def _ways(text: str) -> list[list[str]]:
    """Return the ways to take a cell apart: whole to the letter, all parts, few parts, whole."""
    ways = [_parts(_ALL, text), _parts(_STRONG, text), [text]]
    return [parts for at, parts in enumerate(ways) if parts not in ways[:at]]


def _parts(between: re.Pattern[str], text: str) -> list[str]:
    return [part.strip(_ENDS) for part in between.split(text) if part.strip(_ENDS)]


def _taken(parts: list[str], asked: Asked) -> Posts | None:
    """Return what each part says; nothing of parts that are only seats."""
    whole = asked.of(" ".join(parts), is_planned=False, has_tail=False) if len(parts) > 1 else None
    if whole:
        return Posts((whole,))
    found: list[Title] = []
    unknown: list[str] = []
    left: list[str] = []
    for part in parts:
        title = asked.of(part, is_planned=_follows_plan(found, part, asked))
        if title:
            found.append(title)
        else:
            (left if _is_seat(part, asked.titles) else unknown).append(part)
    return Posts(tuple(dict.fromkeys(found)), tuple(unknown), tuple(left)) if found else None


def _follows_plan(found: list[Title], part: str, asked: Asked) -> bool:
    """Return whether it is planned because what stands before is: "QH CT, PCT"."""
    title = asked.of(part, is_planned=False)
    is_of_branch = bool(title) and title is not None and _is_of_branch(title.post, asked.titles)
    return bool(found) and found[-1].is_planned and not is_of_branch


def _is_of_branch(post: str, titles: Titles) -> bool:
    return any(post in role.posts.values() for role in titles.roles if role.is_in_branch)


def _is_seat(part: str, titles: Titles) -> bool:
    words = titles.in_full(folded_words(part))
    head = re.split(r"\b(?:xa|phuong|thi tran|dac khu|huyen|quan|tinh)\b", words)[0].strip()
    return words in titles.memberships or head in titles.memberships


def _partly(text: str, asked: Asked) -> Posts:
    """Return what some parts say, and the others as unknown; all of it where none says anything."""
    for parts in _ways(text)[:2]:
        if found := _taken(parts, asked):
            return Posts(found.titles, found.unknown, found.left, _nearest(found.unknown, asked))
    return Posts(unknown=(text,), nearest=_nearest((text,), asked))


def _nearest(unknown: tuple[str, ...], asked: Asked) -> str | None:
    titles = asked.titles
    words = titles.in_full(folded_words(unknown[0]))
    for called in get_close_matches(words, titles.all_called(), 3, 0.7):
        role = titles.called.get(called)
        post = role.post_at(asked.level) if role else titles.keys.get(called)
        if post:
            return titles.names.get(post)
    return None
