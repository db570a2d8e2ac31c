"""What a row says of the posts that somebody is planned for."""

from elearn.people.roster.rules.known import KnownPost
from elearn.people.roster.rules.matching.beginning import Case, first_day, fits, seat
from elearn.people.roster.rules.matching.drafts import Draft
from elearn.people.roster.rules.steps import Begin, Instead


def compare_plans(case: Case, draft: Draft) -> None:
    """Draft the posts that the row plans her for."""
    for key in case.entry.planned_posts:
        planned = _planned(case, key)
        if planned is None and fits(case, key, draft):
            post = case.known.posts[key]
            there = seat(case, post, draft)
            first = first_day(case, there, post, draft)
            decision = None if case.entry.posts else case.entry.decision
            draft.plans.append(
                Begin(key, there.meant, first, decision=decision, term=case.entry.term)
            )
            draft.differs("planned_post", "", f"{post.name} – {there.name}")
        elif planned and case.entry.term and case.entry.term != planned.term:
            draft.planned.append(Instead(planned.id, {"term": case.entry.term}))
            draft.differs("term", planned.term, case.entry.term)


def _planned(case: Case, key: str) -> KnownPost | None:
    some = case.person.planned if case.person else ()
    there = {case.area.area_id} if case.area else None
    fitting = (
        one
        for one in some
        if one.post_key == key
        and one.lasts_on(case.day)
        and (there is None or one.unit.present_id in there)
    )
    return next(fitting, None)
