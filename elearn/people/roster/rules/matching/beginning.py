"""Posts that begin with a row: held in a unit that stands there, or in one to be founded."""

from dataclasses import dataclass
from datetime import date, timedelta

from elearn.areas import Level
from elearn.people.roster.rules.entries import Entry
from elearn.people.roster.rules.gazetteer import Heir
from elearn.people.roster.rules.known import Known, KnownPerson, PostMeant
from elearn.people.roster.rules.matching.drafts import Draft, shown
from elearn.people.roster.rules.matching.seating import Seat, seat_for
from elearn.people.roster.rules.steps import Begin
from elearn.people.roster.rules.verdicts import Answer, Reason
from elearn.people.rules import EndReason


@dataclass(frozen=True, slots=True)
class Case:
    """A row, where it is, whom it means if she is known, and what was answered of her posts."""

    entry: Entry
    known: Known
    area: Heir | None
    person: KnownPerson | None
    answer: Answer | None = None

    @property
    def day(self) -> date:
        """Return from when the row's posts are held."""
        return self.entry.since or self.known.day


def fits(case: Case, key: str, draft: Draft) -> bool:
    """Return whether the post can be held there; if not, say why in the draft."""
    post = case.known.posts.get(key)
    if post is None:
        draft.errors.append(Reason("unknown_post", key))
    elif case.area and not _is_of_level(post, case.area, case.known):
        draft.errors.append(Reason("wrong_level", post.name))
    return post is not None and case.area is not None


def _is_of_level(post: PostMeant, area: Heir, known: Known) -> bool:
    """Return whether such a post is held in such an area; branches lie in communes."""
    spot = known.gazetteer.spot_of(area.area_id)
    level = Level.COMMUNE if post.level is Level.BRANCH else post.level
    return spot is None or spot.level is level


def begin(case: Case, post: PostMeant, draft: Draft) -> None:
    """Draft a post she does not hold yet, in a unit that is founded if there is none."""
    entry, there = case.entry, seat(case, post, draft)
    first = first_day(case, there, post, draft)
    if entry.until and entry.until < first:
        draft.errors.append(Reason("ends_before", post.name))
        return
    reason = reason_of(entry) if entry.until else None
    begun = Begin(post.key, there.meant, first, entry.until, entry.decision, reason)
    draft.begins.append(begun)
    draft.differs("post", "", f"{post.name} – {there.name}")


def seat(case: Case, post: PostMeant, draft: Draft) -> Seat:
    assert case.area is not None  # noqa: S101  # Nothing fits where there is no area.
    there = seat_for(case.entry, post, case.area, case.known)
    if there.known is None and Reason("founds", there.name) not in draft.remarks:
        draft.remarks.append(Reason("founds", there.name))
        draft.differs("branch", "", there.name)
    return there


def first_day(case: Case, there: Seat, post: PostMeant, draft: Draft) -> date:
    """Return the first day: not before the unit's, nor before she held the same post last."""
    opened = there.known.valid_from if there.known else there.meant.since or date.min
    over = [
        one.valid_to + timedelta(days=1)
        for one in (case.person.held if case.person and there.known else ())
        if there.known
        and (one.post_key, one.unit.id) == (post.key, there.known.id)
        and one.valid_to
    ]
    first = max([case.day, opened, *over])
    if case.entry.since and first > case.entry.since:
        draft.remarks.append(Reason("begins_with_unit", shown(first)))
    return first


def reason_of(entry: Entry) -> EndReason | None:
    return EndReason(entry.end_reason) if entry.end_reason in list(EndReason) else None
