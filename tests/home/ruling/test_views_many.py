"""What the pages of the rules cost where there is much to tell."""

from elearn import clock, learning
from elearn.access import Role
from elearn.learning import Effect, TrialLine
from tests.make import catalogue, people, rules


def test_a_page_of_many_drafts_and_rules_asks_no_more(db, client, enter, count_queries):
    enter(Role.CENTRAL)
    client.get("/rules")
    with count_queries() as few:
        client.get("/rules")
    for percent in (50, 60, 70):
        rules.adopted_share(db, percent, clock.today())
        rules.conditions_draft(db)
    with count_queries() as many:
        client.get("/rules")

    assert len(many) <= len(few) + 1 <= 20


def test_a_draft_and_its_people_ask_no_more_for_many_programmes(
    db, client, enter, tried, count_queries
):
    enter(Role.CENTRAL)

    def cost(many):
        versions = [catalogue.programme(db, f"CT-{many}{number}") for number in range(many)]
        persons = [people.person(db) for _ in versions]
        gains = {Effect.GAINS: frozenset(one.id for one in persons)}
        lines = [TrialLine(9, 0, gains, programme_version_id=one.id) for one in versions]
        learning.keep_trial(db, tried.id, lines, against="watch 1", now=clock.now())
        (line, *_) = learning.trial_lines(db, tried)
        db.commit()
        db.expire_all()
        with count_queries() as queries:
            assert client.get(f"/rules/drafts/{tried.id}").status_code == 200
            client.get(f"/rules/drafts/{tried.id}/people/{line.id}/gains")
        return len(queries)

    cost(1)
    assert cost(2) == cost(8)
