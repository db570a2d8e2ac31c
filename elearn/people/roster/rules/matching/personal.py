"""What a row says of a person herself: birth, gender, telephone, levels."""

from elearn.people.models import GENDER_NAMES
from elearn.people.roster.rules.entries import Entry
from elearn.people.roster.rules.known import KnownPerson
from elearn.people.roster.rules.matching.drafts import Draft, shown
from elearn.people.roster.rules.steps import Level
from elearn.people.roster.rules.verdicts import Reason
from elearn.people.rules import ATTAINMENT_NAMES, ATTAINMENTS, field_of

_HIDDEN = "đã có"


def enter(entry: Entry, draft: Draft) -> None:
    """Draft everything of somebody new."""
    told = {
        "full_name": entry.name,
        "born_on": entry.born_on.isoformat() if entry.born_on else None,
        "birth_year": entry.born_on.year if entry.born_on else entry.birth_year,
        "gender": entry.gender.value if entry.gender else None,
        "phone": entry.phone,
        "official_id_hash": entry.official_id_hash,
    }
    draft.person |= {name: value for name, value in told.items() if value is not None}
    draft.levels += [Level(one) for one in entry.levels]


def compare(entry: Entry, person: KnownPerson, draft: Draft, *, takes_name: bool) -> None:
    """Draft what of somebody known the row says otherwise; what it does not say stays."""
    if takes_name and entry.name != person.names[0]:
        draft.person["full_name"] = entry.name
        draft.differs("name", person.names[0], entry.name)
    _born(entry, person, draft)
    if entry.gender and entry.gender is not person.gender:
        draft.person["gender"] = entry.gender.value
        before = str(GENDER_NAMES[person.gender]) if person.gender else ""
        draft.differs("gender", before, str(GENDER_NAMES[entry.gender]))
    if entry.phone and not {entry.phone, entry.phone_alt} & set(person.phones):
        draft.person["phone"] = entry.phone
        draft.differs("phone", person.phones[0] if person.phones else "", entry.phone)
    if entry.official_id_hash not in (None, person.official_id_hash):
        draft.person["official_id_hash"] = entry.official_id_hash
        draft.differs("official_id", _HIDDEN if person.official_id_hash else "", _HIDDEN)
    _levels(entry, person, draft)


def _born(entry: Entry, person: KnownPerson, draft: Draft) -> None:
    """Draft another day, or another year; a year that agrees says less than a day that is known."""
    before = shown(person.born_on) or str(person.birth_year or "")
    if entry.born_on and entry.born_on != person.born_on:
        draft.person["born_on"] = entry.born_on.isoformat()
        draft.person["birth_year"] = entry.born_on.year
        draft.differs("born", before, shown(entry.born_on))
    elif entry.birth_year and not entry.born_on and entry.birth_year != person.birth_year:
        draft.person |= {"born_on": None, "birth_year": entry.birth_year}
        draft.differs("born", before, str(entry.birth_year))


def _levels(entry: Entry, person: KnownPerson, draft: Draft) -> None:
    """Draft levels above those that are known; one below is an older list."""
    for level in entry.levels:
        field = field_of(level)
        order = ATTAINMENTS[field]
        held = [one for one in order if one in person.levels]
        highest = held[-1] if held else None
        name = str(ATTAINMENT_NAMES[highest]) if highest else ""
        if highest and order.index(level) < order.index(highest):
            draft.remarks.append(Reason("lower_level", name))
        elif level is not highest:
            draft.levels.append(Level(level))
            draft.differs(field.value, name, str(ATTAINMENT_NAMES[level]))
