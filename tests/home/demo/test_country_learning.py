"""What the invented country completed and studies: as the services would have kept it."""

from collections import Counter
from datetime import UTC, datetime

import pytest
from sqlalchemy import and_, func, or_, select

from elearn import certificates, classes
from elearn.errors import NotFound
from elearn.home.demo.country import Country, country_of, make_country
from elearn.home.demo.country.offers import LISTED
from elearn.learning import Completion, CompletionForm
from elearn.people import Tenure
from tests.make import catalogue as teaching
from tests.make import certificates as printing

NOW = datetime(2026, 11, 21, tzinfo=UTC)
LEARNED = Country(people=400, seed=1893, completions=8_000)
PAPERS = {CompletionForm.EXTERNAL, CompletionForm.EARLIER_PAPER}
CLOSED = classes.ClassState.CLOSED


@pytest.fixture
def country(db):
    """Make a country with the programmes of the catalogue, each without its lectures."""
    certificates.load_issuers(db)
    printing.completion_rule(db)
    codes = {code for offer in LISTED["offers"] for code in offer["programmes"]}
    for code in codes | set(LISTED["variants"].values()):
        teaching.programme(db, code)
    return list(make_country(db, LEARNED, now=NOW, public_url="https://hoc.example.vn"))


def test_completions_are_as_many_as_wanted_in_post_and_known_afterwards(db, country):
    in_post = and_(
        Tenure.person_id == Completion.person_id,
        Tenure.valid_from < Completion.completed_on,
        or_(Tenure.valid_to.is_(None), Tenure.valid_to >= Completion.completed_on),
    )
    done = db.scalars(select(Completion)).all()

    assert len(done) == LEARNED.completions
    there = select(func.count(Completion.id)).where(select(Tenure.id).where(in_post).exists())
    assert db.scalar(there) == LEARNED.completions
    assert {one.completed_on.year for one in done} == set(range(2019, 2027))
    assert 0 < sum(late(one) for one in done) < len(done) / 10
    assert 0 < sum(one.superseded_at is not None for one in done) < len(done) / 20
    for one in done:
        assert one.completed_on <= one.recorded_at.date() <= NOW.date()
        assert one.superseded_at is None or one.recorded_at < one.superseded_at <= NOW
        assert (one.source is not None) == (one.form in PAPERS)
    assert country_of(db) == LEARNED


def late(completion):
    return (completion.recorded_at.date() - completion.completed_on).days > 90


def test_closed_classes_were_completed_open_ones_go_on_and_some_are_certified(db, country):
    turns = db.scalars(select(classes.Participation)).all()
    states = Counter(turn.training_class.state for turn in turns)
    issued = db.scalars(select(certificates.Certificate)).all()

    assert set(states) == {classes.ClassState.OPEN, CLOSED}
    for turn in turns:
        assert turn.tenure.person_id == turn.person_id
        assert (turn.completion is not None) == (turn.training_class.state is CLOSED)
        if turn.completion:
            assert turn.completion.person_id == turn.person_id
            assert turn.completed_on == turn.completion.completed_on
    assert issued
    assert all(one.participation.training_class.ends_on < one.issued_on for one in issued)


def test_without_a_catalogue_nothing_can_be_completed(db):
    with pytest.raises(NotFound):
        list(make_country(db, LEARNED, now=NOW))
