"""Each says for herself that she was there, where the rule asks for it, or that she was not."""

import pytest
from sqlalchemy import select

from elearn.access import Actor
from elearn.errors import Conflict, InvalidInput, NotFound
from elearn.learning.models import SharedViewingRule
from elearn.learning.rules import Confirmation
from elearn.learning.viewings import service
from elearn.learning.viewings.rules import MOST_WRONG, code_of, is_code
from elearn.notices import Kind, Notice
from tests.learning.viewings.leading import maps, moment, presence, seconds, sitters, stretch
from tests.make import people as make

SECRET = "not a secret"


@pytest.fixture
def women(db, unit):
    return sitters(db, unit, 3)


@pytest.fixture
def by_code(db, terms):
    db.get_one(SharedViewingRule, 1).confirmation = Confirmation.CODE
    db.flush()


@pytest.fixture
def viewing(leader, film, women):
    """A viewing in which all three sat for a hundred seconds; it is not stated yet."""
    opened = leader.open(film)
    leader.play((0, 100), at=100)
    leader.say(opened, stretch(1, women, (0, 100), at=(0, 100)), at=100)
    return opened


def confirm(db, viewing, who, terms, *, at=200):
    actor = Actor(who.id)
    service.confirm(db, actor, viewing.id, who.id, terms=terms, now=moment(at))


def object_to(db, viewing, who, *, at, words="Hôm đó tôi đi họp ở tỉnh"):
    service.object_to(db, Actor(who.id), viewing.id, who.id, words, now=moment(at))


def told(db, kind):
    return set(db.scalars(select(Notice.person_id).where(Notice.kind == kind)))


@pytest.mark.usefixtures("by_code")
def test_each_is_credited_once_she_has_said_so_herself(db, leader, viewing, women, terms):
    with pytest.raises(Conflict):
        confirm(db, viewing, women[0], terms, at=105)  # The list still grows.
    leader.state(viewing, at=110)
    assert not presence(db, viewing, women[0]).confirmed_at

    confirm(db, viewing, women[0], terms)
    confirm(db, viewing, women[0], terms, at=300)  # Pressed twice.

    assert presence(db, viewing, women[0]).confirmed_by is Confirmation.CODE
    assert maps(db, viewing)[women[0].id] == (seconds((0, 100)), seconds((0, 100)))
    assert women[1].id not in maps(db, viewing)
    assert told(db, Kind.VIEWING_WAITS) == {one.id for one in women}
    with pytest.raises(Conflict, match="14 ngày"):
        confirm(db, viewing, women[1], terms, at=15 * 86400)


@pytest.mark.usefixtures("by_code")
def test_a_code_is_not_guessed(db, leader, viewing, women):
    leader.state(viewing, at=110)
    code = code_of(SECRET, viewing.token, women[0].id)
    for number in range(MOST_WRONG):
        with pytest.raises(InvalidInput):
            service.check_code(db, viewing.id, women[0].id, f"{number}", secret_key=SECRET)

    with pytest.raises(Conflict, match="5 lần"):
        service.check_code(db, viewing.id, women[0].id, code, secret_key=SECRET)

    other = code_of(SECRET, viewing.token, women[1].id)
    service.check_code(db, viewing.id, women[1].id, other, secret_key=SECRET)


def test_a_code_has_six_digits_and_is_anothers_for_another():
    code = code_of(SECRET, "a", 1)

    assert len(code) == 6
    assert code.isdecimal()
    assert is_code(f" {code[:3]} {code[3:]}", code)
    assert code not in (code_of(SECRET, "a", 2), code_of(SECRET, "b", 1), code_of("other", "a", 1))


def test_who_objects_before_is_never_credited_and_after_it_stays_in_sight(
    db, leader, viewing, women, terms
):
    object_to(db, viewing, women[0], at=105)
    leader.state(viewing, at=110)

    object_to(db, viewing, women[1], at=120)

    assert women[0].id not in maps(db, viewing)
    assert maps(db, viewing)[women[1].id][0] == seconds((0, 100))
    assert presence(db, viewing, women[1]).objection == "Hôm đó tôi đi họp ở tỉnh"
    assert told(db, Kind.VIEWING_STATED) == {one.id for one in women[1:]}
    with pytest.raises(Conflict):
        object_to(db, viewing, women[1], at=130)
    with pytest.raises(Conflict):
        confirm(db, viewing, women[0], terms)


@pytest.mark.parametrize("words", ["", "  ", "a" * 501])
def test_an_objection_is_a_sentence(db, viewing, women, words):
    with pytest.raises(InvalidInput):
        object_to(db, viewing, women[0], at=105, words=words)


def test_who_was_marked_nowhere_has_nothing_to_say(db, viewing, terms):
    stranger = make.person(db)

    with pytest.raises(NotFound):
        confirm(db, viewing, stranger, terms)
    with pytest.raises(NotFound):
        object_to(db, viewing, stranger, at=105)


def test_who_objected_elsewhere_may_sit_here(db, leader, viewing, women, film):
    object_to(db, viewing, women[0], at=105)
    again = leader.open(film, at=50)

    taken = leader.say(again, stretch(1, women[:2], (0, 10), at=(60, 90)), at=120)

    assert [one.person_id for one in taken.refused] == [women[1].id]


def test_who_was_marked_by_mistake_gets_nothing_and_is_asked_nothing(
    db, leader, viewing, women, terms
):
    service.state(
        db,
        leader.actor,
        viewing.id,
        struck={women[1].id, women[2].id},
        terms=terms,
        now=moment(110),
    )

    assert presence(db, viewing, women[1]).struck_at == moment(110)
    assert women[1].id not in maps(db, viewing)
    assert told(db, Kind.VIEWING_STATED) == {women[0].id}
    for confirmation in Confirmation:
        viewing.rule.confirmation = confirmation
        with pytest.raises(Conflict):
            confirm(db, viewing, women[1], terms)
