"""What a file says, told without writing anything: the answer of a dry run."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from elearn.people.models import Gender
from elearn.people.roster.rules import fixes, problems, questions
from elearn.people.roster.rules.entries import Counted, Entry
from elearn.people.roster.rules.gazetteer import Gazetteer
from elearn.people.roster.rules.layouts import Layout
from elearn.people.roster.rules.verdicts import Verdict
from elearn.text import Message, msg

_GENDERS = {Gender.FEMALE: "F", Gender.MALE: "M"}
_UNKNOWN = "unknown_unit:"
Json = dict[str, Any]


def told(
    file_name: str, layouts: Sequence[Layout], entries: Sequence[Entry], gazetteer: Gazetteer
) -> Json:
    """Return what was found in a file: its rows, what was mended, what cannot be.

    With several tables the rows carry their sheet, and `sheets` tells how each is laid out.
    """
    layouts = [one for one in layouts if not one.is_headcounts] or layouts
    is_one = len(layouts) == 1
    first = layouts[0] if layouts else Layout("", (), {})
    answer: Json = {"file": file_name, **_rows_of(first)}
    if not is_one:
        answer["sheets"] = [{"sheet": one.sheet, **_rows_of(one)} for one in layouts]
    answer |= units_told(entries, gazetteer)
    answer["rows"] = [row_told(one, has_sheet=not is_one) for one in entries]
    return answer


def _rows_of(layout: Layout) -> Json:
    return {
        "header_rows": list(layout.header_rows),
        "group_rows": sorted(layout.group_rows),
        "skip_rows": list(layout.skip_rows),
    }


def units_told(entries: Sequence[Entry], gazetteer: Gazetteer) -> Json:
    """Return the communes that have ended, and those that nobody knows, if there are any."""
    asked = (one for entry in entries for one in entry.questions)
    unknown = dict.fromkeys(one for one in asked if one.startswith(_UNKNOWN))
    told: Json = {"old_units": _old_units(entries, gazetteer)}
    if unknown:
        told["unknown_units"] = [one.removeprefix(_UNKNOWN) for one in unknown]
    return told


def _old_units(entries: Iterable[Entry], gazetteer: Gazetteer) -> list[Json]:
    """Return the communes that have ended, in the order in which the rows name them."""
    places = dict.fromkeys(
        (place.commune, place.district, place.province)
        for place in (entry.place for entry in entries)
        if place.commune
    )
    return [
        {"text": commune, "district": district, "province": province}
        for commune, district, province in places
        if _has_ended(gazetteer, commune, district, province)
    ]


def _has_ended(gazetteer: Gazetteer, *place: str | None) -> bool:
    meant = gazetteer.meant(*place)
    return meant.is_ended and meant.name == place[0]


def row_told(entry: Entry, *, has_sheet: bool = False) -> Json:
    """Return one row; a key only where it applies."""
    row: Json = {"sheet": entry.sheet} if has_sheet else {}
    row |= {"row": entry.row, "name": entry.name or None}
    if entry.is_of_numbers:
        return row | {"counts": [_counted(one) for one in entry.counts]} | _findings(entry)
    if entry.name_alt:
        row["name_alt"] = entry.name_alt
    row |= _birth(entry)
    row |= {"gender": _GENDERS.get(entry.gender) if entry.gender else None, "phone": entry.phone}
    if entry.phone_alt:
        row["phone_alt"] = entry.phone_alt
    row |= _titles(entry)
    if entry.place.branch:
        row["branch"] = entry.place.branch
    return row | _findings(entry)


def _counted(one: Counted) -> Json:
    """Return one declared number; null where it was not reported, or of the day of the list."""
    day = one.as_of.isoformat() if one.as_of else None
    return {"group": one.group, "number": one.number, "as_of": day}


def _birth(entry: Entry) -> Json:
    if entry.born_on or not entry.birth_year:
        return {"dob": entry.born_on.isoformat() if entry.born_on else None}
    return {"dob": str(entry.birth_year), "dob_precision": "year"}


def _titles(entry: Entry) -> Json:
    if len(entry.titled) > 1:
        return {"titles": list(entry.titled)}
    return {"title": entry.titled[0] if entry.titled else None}


def _findings(entry: Entry) -> Json:
    found: Json = {}
    if entry.duplicate_of:
        found["duplicate_of"] = entry.duplicate_of
    if entry.duplicate_sheet:
        found["duplicate_sheet"] = entry.duplicate_sheet
    if entry.fixes or not entry.problems:
        found["fixes"] = list(entry.fixes)
    if entry.problems:
        found["errors"] = [problem.written for problem in entry.problems]
    if asked := questions.asked_of(entry.questions):
        found["question"] = asked
    return found


def to_look_at(entry: Entry) -> list[Message]:
    """Return in words for people what cannot be and what is asked in a row."""
    told = [sentence(problems.NAMES, problem.written) for problem in entry.problems]
    if entry.duplicate_of:
        told.append(msg("Trùng với dòng %(row)s.", row=entry.duplicate_of))
    return [*told, *(sentence(questions.NAMES, one) for one in entry.questions)]


def sentences_of(entry: Entry) -> list[Message]:
    """Return in words what cannot be, what is asked and what was mended in a row."""
    return [*to_look_at(entry), *(sentence(fixes.NAMES, one) for one in entry.fixes)]


def sentence(names: Mapping[str, Message], written: str) -> Message:
    """Return the sentence of a code, with what stands behind its colon."""
    code, _, value = written.partition(":")
    return Message(names[code].template, (("value", value),))


def in_full(entry: Entry, verdict: Verdict | None = None) -> Json:
    """Return what else is known of a row: what would become of it, what is asked, its cells."""
    place = entry.place
    found: Json = {}
    if verdict:
        found["status"] = verdict.status.value
        found["reasons"] = [f"{one.code}:{one.value}".rstrip(":") for one in verdict.reasons]
    return found | {
        "place": {
            "commune": place.commune,
            "district": place.district,
            "province": place.province,
        },
        "planned": list(entry.planned_posts),
        "levels": [level.value for level in entry.levels],
        "questions": list(entry.questions),
        "sentences": [str(one) for one in sentences_of(entry)],
        "cells": {meaning.value: text for meaning, text in entry.cells.items()},
    }
