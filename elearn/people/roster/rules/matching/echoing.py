"""Cells that say just what we gave out of somebody: nothing in them is wrong, or changes anything.

Lists of long ago hold names with brackets, telephones of eleven digits, days of birth nobody would
type today. Read as the cells of an office they would be mended or refused; read back from our own
list they are hers as they stand.
"""

from dataclasses import replace
from typing import Any

from elearn.people.roster.rules.entries import Entry
from elearn.people.roster.rules.known import Known, KnownPerson
from elearn.people.roster.rules.layouts import RosterField
from elearn.people.roster.rules.matching.drafts import shown


def echoed(entry: Entry, known: Known) -> Entry:
    """Return the row with what it echoes taken as it is known, if it bears our own number.

    A name that is another says whose row it is no more: then nothing is taken.
    """
    person = known.people.get(known.by_key.get(entry.person_key or 0) or 0)
    if person is None or entry.cells.get(RosterField.NAME) not in person.names:
        return entry
    taken: dict[str, Any] = {"name": entry.cells[RosterField.NAME], "name_alt": None}
    if RosterField.GENDER not in entry.cells:  # Then "Bà" before a name told it.
        taken["gender"] = person.gender
    echoes = {RosterField.NAME}
    for field, said in _given_out(person).items():
        if entry.cells.get(field) == said[0]:
            echoes.add(field)
            taken |= said[1]
    problems = tuple(one for one in entry.problems if one.field not in echoes)
    return replace(entry, problems=problems, **taken)


def _given_out(person: KnownPerson) -> dict[RosterField, tuple[str, dict[str, Any]]]:
    """Return what cells of hers say in a list we give out, and what that means."""
    born = {"born_on": person.born_on, "birth_year": person.birth_year}
    phone = person.phones[0] if person.phones else ""
    return {
        RosterField.BORN: (shown(person.born_on) or str(person.birth_year or ""), born),
        RosterField.PHONE: (phone, {"phone": phone or None, "phone_alt": None}),
    }
