"""The verdict on a row: whom it means, where she serves, what it changes or what is asked."""

from collections.abc import Sequence
from dataclasses import replace

from elearn.people.roster.rules.entries import Entry
from elearn.people.roster.rules.known import Known, KnownPerson
from elearn.people.roster.rules.matching.beginning import Case
from elearn.people.roster.rules.matching.drafts import Draft
from elearn.people.roster.rules.matching.echoing import echoed
from elearn.people.roster.rules.matching.identifying import Found, found_of
from elearn.people.roster.rules.matching.personal import compare, enter
from elearn.people.roster.rules.matching.placing import Placed, place_of
from elearn.people.roster.rules.matching.planning import compare_plans
from elearn.people.roster.rules.matching.posting import compare_posts
from elearn.people.roster.rules.verdicts import Answer, Given, Reason, RowStatus, Verdict

_SAME = (Answer.SAME_KEEP_NAME, Answer.SAME_TAKE_NAME)
_OF_POSTS = (Answer.SECOND_POST, Answer.TRANSFER)
_TWICE = "duplicate"
#: An odd sign is no error in a name that the system has just so.
_OF_NAMES = "suspicious_character_in_name"


def verdict_of(entry: Entry, known: Known, answers: Sequence[Given] = ()) -> Verdict:
    """Return what is to become of a row; an error changes nothing, a doubt nothing yet."""
    if left_out := skipped(answers):
        return left_out
    told = _own(entry, known, answers)
    if answers:
        told = replace(told, answers=tuple(answers))
    is_answered = any(one.about == _TWICE for one in answers)
    if entry.duplicate_of is None or is_answered:
        return told
    if told.status in (RowStatus.ERROR, RowStatus.UNCHANGED):
        return told
    twice = Reason(_TWICE, str(entry.duplicate_of))
    return Verdict(RowStatus.DOUBTFUL, (twice,), commune_id=told.commune_id, answers=tuple(answers))


def skipped(answers: Sequence[Given]) -> Verdict | None:
    """Return the verdict on a row that a person has left out; nothing if nobody did."""
    if any(one.answer is Answer.SKIP for one in answers):
        return Verdict(RowStatus.SKIPPED, answers=tuple(answers))
    return None


def _own(entry: Entry, known: Known, answers: Sequence[Given]) -> Verdict:
    """Return the verdict on a row by itself."""
    entry = echoed(entry, known)
    placed = place_of(entry, known)
    found = _decided(answers, known) or found_of(entry, known, placed.area_ids)
    if wrong := _wrong(entry, found, placed):
        person = found.sure[0].id if len(found.sure) == 1 else None
        area = placed.area.area_id if placed.area else None
        return Verdict(RowStatus.ERROR, wrong, person_id=person, commune_id=area)
    if found.doubt:
        return _doubtful(placed, found.doubt, found)
    verdicts = [_compared(entry, known, placed, one, answers) for one in found.sure]
    unchanged = [one for one in verdicts if one.status is RowStatus.UNCHANGED]
    if unchanged or len(verdicts) == 1:
        return (unchanged or verdicts)[0]
    if verdicts:
        return _doubtful(placed, Reason("several_match", str(len(verdicts))), found)
    return _compared(entry, known, placed, None, answers)


def _decided(answers: Sequence[Given], known: Known) -> Found | None:
    """Return whom a person said the row means; nothing if that was not asked.

    Nor if it is somebody who serves only elsewhere by now.
    """
    for one in reversed(answers):
        if one.about != _TWICE and one.answer is Answer.ANOTHER_PERSON:
            return Found()
        person = known.people.get(one.person_id or 0)
        if one.answer in _SAME and person and known.sees(person):
            return Found((person,))
    return None


def _wrong(entry: Entry, found: Found, placed: Placed) -> tuple[Reason, ...]:
    """Return what is wrong with the row; a place it lacks is no error of somebody known."""
    name_is_known = any(entry.name in one.names for one in found.sure)
    wrong = [
        Reason(one.code, one.value)
        for one in entry.problems
        if not (one.code == _OF_NAMES and name_is_known)
    ]
    if placed.error and not (placed.error.code == "no_place" and found.sure):
        wrong.append(placed.error)
    if found.doubt and found.doubt.code == "unknown_key":
        wrong.append(found.doubt)
    if not (entry.posts or entry.planned_posts or found.sure or found.doubt or wrong):
        wrong.append(Reason("no_post"))
    return tuple(wrong)


def _doubtful(placed: Placed, doubt: Reason, found: Found) -> Verdict:
    area = placed.area.area_id if placed.area else None
    reasons = (doubt,) if placed.doubt is None else (doubt, placed.doubt)
    return Verdict(RowStatus.DOUBTFUL, reasons, candidates=found.candidates, commune_id=area)


def _compared(
    entry: Entry,
    known: Known,
    placed: Placed,
    person: KnownPerson | None,
    answers: Sequence[Given],
) -> Verdict:
    """Return what the row changes of somebody, or writes of somebody new."""
    placed = _where_she_is(entry, placed, person, known)
    if placed.doubt:
        return replace(
            _doubtful(placed, placed.doubt, Found()),
            reasons=(placed.doubt,),
            person_id=person.id if person else None,
        )
    answer = next((one.answer for one in reversed(answers) if one.answer in _OF_POSTS), None)
    draft = Draft()
    if person is None:
        enter(entry, draft)
    else:
        takes = any(one.answer is Answer.SAME_TAKE_NAME for one in answers)
        compare(entry, person, draft, takes_name=takes)
    case = Case(entry, known, placed.area, person, answer)
    compare_posts(case, draft)
    compare_plans(case, draft)
    return _told(draft, person, placed)


def _where_she_is(entry: Entry, placed: Placed, person: KnownPerson | None, known: Known) -> Placed:
    """Return the place where the row may mean several and she serves in one of them."""
    if person is None or placed.area is not None or not placed.area_ids:
        return placed
    for one in (*person.held, *person.planned):
        key = one.unit.present_id
        told = (*entry.posts, *entry.planned_posts)
        if key in placed.area_ids and one.post_key in told and one.lasts_on(known.day):
            return Placed(known.gazetteer.present_of(key)[0], frozenset((key,)))
    return placed


def _told(draft: Draft, person: KnownPerson | None, placed: Placed) -> Verdict:
    area = placed.area.area_id if placed.area else None
    key, digest = (person.id, person.digest) if person else (None, "")
    reasons = (*draft.errors, *draft.doubts, *draft.remarks)
    if draft.errors:
        return Verdict(RowStatus.ERROR, tuple(draft.errors), person_id=key, commune_id=area)
    if draft.doubts:
        status = RowStatus.DOUBTFUL
    elif person is None:
        status = RowStatus.NEW
    else:
        status = RowStatus.CHANGED if draft.steps else RowStatus.UNCHANGED
    return Verdict(
        status,
        reasons,
        tuple(draft.differences),
        person_id=key,
        commune_id=area,
        digest=digest,
        steps=draft.steps,
    )
