"""What was shared is told apart wherever seconds are told of."""

from datetime import timedelta
from typing import Any

import pytest

from elearn import areas, classes, media
from elearn.access import OPERATOR, Role
from elearn.coverage import Asked, Names, Which, persons_of
from elearn.learning import queries
from elearn.learning.personal import personal_data_of
from elearn.learning.queries.curves import count
from elearn.learning.rules import Passed, SessionKind, Standing, claims_of, told_by
from elearn.learning.rules.receipts import Line, Told
from elearn.learning.rules.versions import passed_to, with_passed
from elearn.learning.signals.queries.facts import overruns_of, traces_in
from elearn.learning.signals.rules import Window
from tests.classes.conftest import NOW
from tests.learning.players import START
from tests.learning.viewings.leading import LENGTH, seconds
from tests.make import accounts, coverage, signals
from tests.make import classes as make
from tests.make import learning as studying
from tests.make import media as films
from tests.make import people as cadres
from tests.make.signals import EVENING


@pytest.fixture
def together(db, terms, film):
    """Somebody who watched five minutes of ten, three of them together with others."""
    person = cadres.person(db, "Trần Thị Đào")
    studying.watched(db, person, film[1], seconds=300, shared=180)
    return person


@pytest.fixture
def signed_in(db, together, sign_in):
    account = accounts.account(db, together)
    db.commit()
    sign_in(account)


def standing(db, person, film):
    maps = queries.maps_of(db, person.id, [film.medium_id])[film.medium_id]
    return queries.standing_of(maps, film, share_percent=80)


@pytest.mark.usefixtures("signed_in")
@pytest.mark.parametrize("address", ["/lectures/BG-01", "/receipts"])
def test_her_lecture_and_her_receipts_say_how_much_was_shared(client, address):
    assert "Trong đó 3 phút xem chung." in client.get(address).text


@pytest.mark.usefixtures("signed_in")
def test_a_signed_receipt_says_it_on_its_page_and_on_paper(client):
    address = client.post("/receipts").location

    assert "xem chung 3:00" in client.get(address).text


def test_a_receipt_says_nothing_of_it_where_nothing_was_shared():
    line = Line("HV-32", "Vai trò", 600, 300, 180, START)
    told = Told("https://x", "t", 7, START, "H'Hen Niê", "1979", "Chi hội 1", (line,))

    assert "shared" not in claims_of(told)["lectures"][0]
    assert told_by(claims_of(told)) == told


def test_what_another_entry_of_hers_played_itself_is_not_shared(db, together, film):
    other = cadres.person(db)
    other.same_as_id = together.id
    studying.watched(db, other, film[1], seconds=60)

    assert standing(db, together, film[1]).shared == seconds((60, 180))


def test_it_stays_shared_when_it_comes_over_to_the_next_version():
    changes = (media.Change((100, 200), (100, 200)),)
    policy = media.ReplacementPolicy.ONLY_NEW_PARTS
    replaced = media.Replacement(policy, START, changes=changes)
    before = Standing(seconds((0, 300)), LENGTH, 80, shared=seconds((50, 150)))
    film = media.Playable(1, 2, LENGTH, (), earlier=(media.Earlier(1, LENGTH, replaced),))

    passed = passed_to(film, {1: before}, 80)

    assert passed.shared == seconds((50, 100))
    begun = with_passed(Standing(seconds((60, 70)), LENGTH, 80), passed)
    assert begun.shared == seconds((50, 60), (70, 100))
    assert with_passed(begun, Passed()).shared == begun.shared


def test_the_curve_is_of_those_who_had_the_player(db, terms):
    version = films.medium_version(db, seconds=20)
    film = media.Playable(version.medium_id, version.id, 20, ())
    studying.watched(db, cadres.person(db), film, shared=20)
    studying.watched(db, cadres.person(db), film, seconds=10, shared=5)

    curve = count(db, version, studying.LONG_AGO + timedelta(days=3))

    assert (curve.people, curve.finished) == (1, 0)
    assert curve.watched.tolist() == [0] * 5 + [1] * 5 + [0] * 10
    assert int(curve.left.sum()) == 1


def test_a_room_full_of_people_is_no_signal(db, film):
    women, day = [cadres.person(db) for _ in range(8)], EVENING.date()
    in_the_room: dict[str, Any] = {"kind": SessionKind.SHARED, "device": "", "browser": None}
    for one in women:
        signals.visit(db, one, film[1].version_id, refused=100, **in_the_room)
    since = EVENING - timedelta(hours=1)

    assert traces_in(db, Window(since, since, EVENING + timedelta(hours=2))) == []
    assert overruns_of(db, {(one.id, day) for one in women}) == {}


def test_her_file_tells_her(db, together):
    sections = personal_data_of(db, [together.id])
    [watched] = [one for one in sections if str(one.title) == "Bài giảng đã xem"]

    assert watched.rows[0][1:4] == (300, 180, LENGTH)
    assert len(watched.heads) == len(watched.rows[0])


def test_her_file_names_no_device_for_a_visit_that_was_shared(db, together, film):
    signals.visit(db, together, film[1].version_id, kind=SessionKind.SHARED, device="")
    sections = personal_data_of(db, [together.id])
    [visits] = [one for one in sections if str(one.title) == "Các lần mở bài giảng"]

    assert [str(row[-1]) for row in visits.rows] == ["Xem chung, trên máy của người mở buổi"]


@pytest.fixture
def course(db):
    return make.course(db)


@pytest.fixture
def held(db, course):
    return make.training_class(db, course)


@pytest.mark.parametrize(("shared", "form"), [(101, "shared"), (99, "online"), (0, "online")])
def test_who_watched_mostly_together_has_completed_it_so(db, course, held, shared, form):
    one = make.participation(db, held)
    for film in (course.required, course.electives[next(iter(course.chosen))]):
        studying.watched(db, one.person, film, shared=min(film.seconds, shared))
        shared = max(0, shared - film.seconds)

    found = classes.closing_list(db, held, now=NOW)
    classes.close(db, OPERATOR, held, guard=found.guard, now=NOW)

    assert found.standings[0].form == form
    assert one.completion
    assert one.completion.form == form


@pytest.fixture
def closed(db, course, held):
    """The turn of a branch head who watched most of it together, in a class that is closed."""
    one = make.participation(db, held, coverage.head(db))
    studying.watched(db, one.person, course.required, shared=100)
    studying.watched(db, one.person, course.electives[next(iter(course.chosen))], shared=50)
    guard = classes.closing_list(db, held, now=NOW).guard
    classes.close(db, OPERATOR, held, guard=guard, now=NOW)
    return one


def test_the_people_behind_a_figure_are_told_with_it(db, held, closed):
    db.add(coverage.tag(held.programme_version_id))
    db.flush()
    country = areas.version_on(db, areas.root(db).id, coverage.DAY)
    asked = Asked(coverage.scheme(), country.area_id, country.path, coverage.DAY)

    [row] = persons_of(db, asked, coverage.indicator(), Names(Which.TRAINED)).rows

    assert [(done.form, done.shared_percent) for done in row.completions] == [("shared", 75)]


def test_the_closing_list_and_what_is_kept_of_it_say_it(db, client, course, held, enter):
    one = make.participation(db, held)
    studying.watched(db, one.person, course.required, shared=100)
    studying.watched(db, one.person, course.electives[next(iter(course.chosen))], shared=50)
    enter(Role.CENTRAL)

    page = client.get(f"/classes/{held.id}/closing").text
    assert "Xem chung 2:30 trên 3:20 phút đã ghi nhận." in page
    assert "hình thức: xem chung" in page
    turn = f"/classes/{held.id}/participants/{one.id}"
    told = "đã ghi nhận 3:20 phút, trong đó 2:30 phút xem chung."
    assert told in client.get(turn).text
    guard = classes.closing_list(db, held, now=NOW).guard
    classes.close(db, OPERATOR, held, guard=guard, now=NOW)
    db.commit()
    assert told in client.get(turn).text
