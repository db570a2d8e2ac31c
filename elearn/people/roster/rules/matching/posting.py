"""What a row says of the posts that somebody holds or is planned for."""

from collections.abc import Iterable
from datetime import timedelta

from elearn.people.roster.rules.known import KnownPost
from elearn.people.roster.rules.matching.beginning import Case, begin, fits, reason_of
from elearn.people.roster.rules.matching.drafts import Draft, shown
from elearn.people.roster.rules.matching.likening import is_where
from elearn.people.roster.rules.steps import Instead
from elearn.people.roster.rules.verdicts import Answer, Reason
from elearn.people.rules import END_REASON_NAMES, MOVE_REASONS


def compare_posts(case: Case, draft: Draft) -> None:
    """Draft the posts of the row: held already, new, or in doubt beside others she holds."""
    held = {key: _held(case, key) for key in case.entry.posts}
    for one in filter(None, held.values()):
        _correct(case, one, draft)
    missing = [key for key, one in held.items() if one is None and fits(case, key, draft)]
    left = _left(case) if missing else []
    if left and case.answer not in (Answer.SECOND_POST, Answer.TRANSFER):
        draft.doubts.append(_other(case, left))
        return
    if case.answer is Answer.TRANSFER:
        if later := [one for one in left if one.valid_from >= case.day]:
            draft.doubts.append(Reason("begun_later", _told(case, later)))
            return
        _leave(case, left, draft)
    for key in missing:
        begin(case, case.known.posts[key], draft)


def _held(case: Case, key: str) -> KnownPost | None:
    """Return the post as she holds it where the row says, the one of the same first day before.

    A row that tells a last day may speak of one that has ended.
    """
    if case.person is None:
        return None
    entry, has_ended = case.entry, case.entry.until is not None
    there = {case.area.area_id} if case.area else set(case.person.area_ids)
    some = [
        one
        for one in case.person.held
        if one.post_key == key
        and one.unit.present_id in there
        and (has_ended or one.lasts_on(case.day))
        and (is_where(entry, one, case.known) or _tells_no_branch(case))
    ]
    return max(some, key=lambda one: (one.valid_from == entry.since, one.valid_from), default=None)


def _tells_no_branch(case: Case) -> bool:
    return case.entry.place.branch is None


def _correct(case: Case, held: KnownPost, draft: Draft) -> None:
    """Draft what the row says otherwise of a post she holds."""
    entry, told = case.entry, dict[str, str | int | None]()
    if entry.since and entry.since != held.valid_from and entry.since >= held.unit.valid_from:
        told["valid_from"] = entry.since.isoformat()
        draft.differs("since", shown(held.valid_from), shown(entry.since))
    if entry.decision and entry.decision != held.decision and entry.posts:
        told["decision"] = entry.decision
        draft.differs("decision", held.decision, entry.decision)
    if entry.until and entry.until != held.valid_to:
        told["valid_to"] = entry.until.isoformat()
        draft.differs("until", shown(held.valid_to), shown(entry.until))
    reason = reason_of(entry)
    if reason and reason is not held.end_reason and (entry.until or held.valid_to):
        told["end_reason"] = reason.value
        before = str(END_REASON_NAMES[held.end_reason]) if held.end_reason else ""
        draft.differs("end_reason", before, str(END_REASON_NAMES[reason]))
    _put(case, held, told, draft)


def _put(case: Case, held: KnownPost, told: dict[str, str | int | None], draft: Draft) -> None:
    first, last = told.get("valid_from"), told.get("valid_to")
    since = str(first) if first else held.valid_from.isoformat()
    until = str(last) if last else held.valid_to and held.valid_to.isoformat()
    if until and until < since:
        draft.errors.append(Reason("ends_before", _told(case, [held])))
    elif told:
        draft.tenures.append(Instead(held.id, told))


def _left(case: Case) -> list[KnownPost]:
    """Return what she holds and the file does not tell: she may have left it, or hold both."""
    if case.person is None or (case.entry.until and case.entry.until < case.known.day):
        return []
    told = {*case.entry.posts, *case.known.told.get(case.entry.person_key or 0, ())}
    return [
        one for one in case.person.held if one.lasts_on(case.day) and not _is_told(case, one, told)
    ]


def _is_told(case: Case, held: KnownPost, told: Iterable[str]) -> bool:
    """Return whether the file tells the post, here or under the same number in another row."""
    if held.post_key not in told:
        return False
    if held.post_key not in case.entry.posts:
        return True
    there = case.area is None or held.unit.present_id == case.area.area_id
    return there and is_where(case.entry, held, case.known)


def _other(case: Case, left: list[KnownPost]) -> Reason:
    is_here = all(case.area and one.unit.present_id == case.area.area_id for one in left)
    return Reason("other_post" if is_here else "other_commune", _told(case, left))


def _told(case: Case, posts: Iterable[KnownPost]) -> str:
    named = case.known.posts
    return "; ".join(f"{named[one.post_key].name} – {one.unit.name}" for one in posts)


def _leave(case: Case, left: list[KnownPost], draft: Draft) -> None:
    """Draft the end of the posts before, the day before the new one begins."""
    last = case.day - timedelta(days=1)
    reason = MOVE_REASONS[case.known.move]
    for one in left:
        told = {"valid_to": last.isoformat(), "end_reason": reason.value}
        draft.tenures.append(Instead(one.id, told))
        draft.differs("post", _told(case, [one]), "")
