"""Entries as JSON and back, as a row of a batch keeps them; never an official id."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from elearn.areas import Level
from elearn.people.models import Gender
from elearn.people.roster.rules.entries import Counted, Entry, Place, Problem
from elearn.people.roster.rules.layouts import RosterField
from elearn.people.rules import Attainment

_PLAIN = (
    *("sheet", "row", "name", "name_alt", "person_key", "birth_year", "phone", "phone_alt"),
    *("official_id_hash", "end_reason", "decision", "term", "note"),
    *("duplicate_of", "duplicate_sheet"),
)
_LISTS = ("posts", "planned_posts", "titled", "fixes", "questions")
_DAYS = ("born_on", "since", "until")
_PLACE = ("commune", "district", "province", "branch")


def entry_as_json(entry: Entry) -> dict[str, Any]:
    """Return what an entry says, without what it says nothing of."""
    told: dict[str, Any] = {name: getattr(entry, name) for name in _PLAIN}
    told |= {name: list(getattr(entry, name)) for name in _LISTS}
    told |= {name: _iso(getattr(entry, name)) for name in _DAYS}
    told |= {
        "gender": entry.gender.value if entry.gender else None,
        "level": entry.level.value,
        "place": {name: said for name in _PLACE if (said := getattr(entry.place, name))},
        "levels": [level.value for level in entry.levels],
        "counts": [[one.group, one.number, _iso(one.as_of)] for one in entry.counts],
        "problems": [_problem_as_json(problem) for problem in entry.problems],
        "cells": {meaning.value: text for meaning, text in entry.cells.items()},
    }
    return {name: value for name, value in told.items() if value not in (None, [], {})}


def entry_from(told: Mapping[str, Any]) -> Entry:
    """Return the entry that `entry_as_json` wrote; of one that was erased only its row is left."""
    said: dict[str, Any] = {name: told.get(name) for name in _PLAIN}
    said |= {name: tuple(told.get(name, ())) for name in _LISTS}
    said |= {name: _day(told.get(name)) for name in _DAYS}
    return Entry(
        **said | {"name": told.get("name", "")},
        gender=Gender(told["gender"]) if told.get("gender") else None,
        level=Level(told.get("level", Level.COMMUNE)),
        place=Place(**told.get("place", {})),
        levels=tuple(map(Attainment, told.get("levels", ()))),
        counts=tuple(Counted(one, some, _day(on)) for one, some, on in told.get("counts", ())),
        problems=tuple(map(_problem_from, told.get("problems", ()))),
        cells={RosterField(name): text for name, text in told.get("cells", {}).items()},
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _problem_as_json(problem: Problem) -> dict[str, str]:
    told = {"code": problem.code, "value": problem.value}
    return told | ({"field": problem.field.value} if problem.field else {})


def _problem_from(told: Mapping[str, str]) -> Problem:
    meaning = RosterField(told["field"]) if told.get("field") else None
    return Problem(told["code"], told["value"], meaning)
