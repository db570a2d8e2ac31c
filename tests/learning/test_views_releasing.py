"""A new film is given to learners: who may, what is asked, and what each of them is told."""

from datetime import timedelta

import pytest

from elearn import catalogue, learning, media
from elearn.access import OPERATOR, Role
from elearn.learning import queries
from tests.learning.players import START, Player
from tests.make import accounts
from tests.make import catalogue as make_catalogue
from tests.make import media as make

PARTS, REPEAT = media.ReplacementPolicy.ONLY_NEW_PARTS, media.ReplacementPolicy.MUST_REPEAT


@pytest.fixture
def pair(db):
    """The first film of a lecture, 100 seconds, and the second, 120, that waits to be released."""
    learning.load_rules(db)
    medium = make.medium(db)
    first, second = (
        make.medium_version(db, medium, number=number, seconds=seconds)
        for number, seconds in ((1, 100), (2, 120))
    )
    for version in (first, second):
        make.rendition(db, version)
    lecture = make_catalogue.lecture(db, "HV-32", title="Vai trò của chi hội trưởng")
    catalogue.set_medium(db, OPERATOR, lecture, medium.id, now=START)
    db.commit()
    return first, second


@pytest.fixture
def owner(db, enter, pair):
    """Who made the film, signed in."""
    account = enter(Role.INSTRUCTOR)
    pair[0].medium.created_by_id = account.person_id
    db.commit()
    return account


def watch(db, person_id, version, *ranges):
    """Have somebody watch stretches of a version."""
    terms = learning.terms_on(db, START.date(), interval=15)
    player = Player(db, terms)
    player.person_id = person_id
    session = player.open(version.id, length=version.seconds)
    for number, stretch in enumerate(ranges, 1):
        player.report(session, stretch, at=number * 120)
    db.commit()


def release(db, version, policy, *changes, note=""):
    make.release(db, version, policy, *changes, note=note)
    db.commit()


def test_a_new_film_is_not_shown_before_it_is_released(client, db, enter, pair):
    enter()

    assert f'data-version="{pair[0].id}"' in client.get("/lectures/HV-32").text


def test_only_who_made_it_releases_it(client, enter, pair):
    address = f"/media/versions/{pair[1].id}/release"
    assert client.get(address).status_code == 303
    enter()
    assert client.get(address).status_code == 403
    enter(Role.INSTRUCTOR)
    assert client.get(address).status_code == 403


def test_whom_it_touches_stands_on_the_page(client, db, owner, pair):
    for ranges in ([(0, 40), (40, 90)], [(0, 10)], []):
        watch(db, accounts.account(db).person_id, pair[0], *ranges)

    page = client.get(f"/media/versions/{pair[1].id}/release").text

    assert "phiên bản 1, dài 1:40" in page
    assert page.count("1 người") == 2


def test_it_is_released_with_its_new_parts(client, db, owner, pair):
    fields = {
        "policy": "only_new_parts",
        "changes-0-new_start": "0:50",
        "changes-0-new_end": "1:20",
        "changes-0-old_start": "0:50",
        "changes-0-old_end": "1:00",
        "note": "Sửa theo nghị định mới.",
    }

    answer = client.post(f"/media/versions/{pair[1].id}/release", data=fields)

    assert answer.status_code == 303
    [earlier] = media.playable_of(db, pair[0].medium_id).earlier
    assert earlier.replaced.policy is PARTS
    assert earlier.replaced.changes == (media.Change((50, 60), (50, 80)),)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, "Ghi ít nhất một phần mới"),
        ({"changes-0-new_start": "abc"}, "không phải “abc”"),
        ({"changes-0-new_start": "0:75"}, "không phải “0:75”"),
        ({"changes-0-new_start": "1" * 5000 + ":00"}, "Ghi mốc theo phút:giây"),
        ({"changes-0-new_start": "1:20", "changes-0-new_end": "0:50"}, "phải đứng trước"),
        ({"changes-0-new_start": "0:50", "changes-0-new_end": "1:30"}, "còn lệch nhau 20 giây"),
    ],
)
@pytest.mark.usefixtures("owner")
def test_parts_that_cannot_be_are_refused_with_the_place(client, db, pair, fields, told):
    answer = client.post(
        f"/media/versions/{pair[1].id}/release", data={"policy": "only_new_parts", **fields}
    )

    assert answer.status_code == 422
    assert told in answer.text
    assert media.playable_of(db, pair[0].medium_id).version_id == pair[0].id


def test_one_half_way_may_finish_the_film_she_began(client, db, enter, pair):
    first, second = pair
    watch(db, enter().person_id, first, (0, 30))
    release(db, second, media.ReplacementPolicy.STAYS_VALID, note="Tiếng rõ hơn.")

    page = client.get("/lectures/HV-32").text

    assert f'data-version="{first.id}"' in page
    assert "xem tiếp đến hết vẫn được tính" in page
    assert "Tiếng rõ hơn." in page
    assert f'data-version="{second.id}"' in client.get("/lectures/HV-32?version=new").text


def test_both_films_open_for_her_and_no_other(client, db, enter, pair):
    first, second = pair
    watch(db, enter().person_id, first, (0, 30))
    release(db, second, media.ReplacementPolicy.STAYS_VALID)

    codes = [
        client.post("/watching", json={"lecture": "HV-32", "version": key}).status_code
        for key in (first.id, second.id, second.id + 1)
    ]

    assert codes == [200, 200, 409]


def test_who_had_seen_it_is_asked_for_the_new_part_alone(client, db, enter, pair):
    first, second = pair
    person_id = enter().person_id
    watch(db, person_id, first, (0, 50), (50, 100))
    release(db, second, PARTS, media.Change((50, 60), (50, 80)))

    page = client.get("/lectures/HV-32").text
    opened = client.post("/watching", json={"lecture": "HV-32", "version": second.id}).json

    assert "Chỉ còn phải xem phần mới" in page
    assert 'data-from="50"' in page
    assert opened["held"] == [[0, 50], [80, 120]]
    assert 'data-lacking="24"' in page


def test_what_must_be_repeated_begins_anew_and_says_so(client, db, enter, pair):
    first, second = pair
    watch(db, enter().person_id, first, (0, 50), (50, 100))
    release(db, second, REPEAT)

    page = client.get("/lectures/HV-32").text

    assert "Phải xem lại từ đầu." in page
    assert 'data-lacking="96"' in page


def test_a_lecture_is_seen_when_its_new_part_is(db, enter, pair):
    first, second = pair
    person_id = enter().person_id
    watch(db, person_id, first, (0, 50), (50, 100))
    release(db, second, PARTS, media.Change((50, 60), (50, 80)))
    shown = media.playable_of(db, first.medium_id)
    maps = queries.maps_of(db, person_id, [shown.medium_id])[shown.medium_id]
    stand = queries.standing_with(maps, shown, share_percent=80)
    terms = learning.terms_on(db, START.date(), interval=15)
    visit = learning.Visit(second.id, 120, "", stand.passed)
    now = START + timedelta(days=1)
    session = learning.open_watch(db, person_id, visit, terms=terms, now=now).session

    def report(start, end, after):
        said = learning.WatchReport(session, learning.Form.VIDEO, ((start, end),), end)
        at = now + timedelta(seconds=after)
        return learning.record(db, person_id, said, terms=terms, now=at)

    assert report(0, 40, 100).standing.lacking == 24
    assert report(50, 74, 200).standing.is_seen
