"""The pages of shared viewings, as those see them who open and lead them, and strangers."""

from datetime import UTC, datetime, timedelta

import pytest

from elearn import clock, learning
from elearn.learning import Form, Visit, WatchReport
from elearn.people import Person
from tests.learning.viewings.leading import shown, sitters
from tests.make import learning as studying
from tests.make import people as make
from tests.make import viewings


def milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


def said(number, present, *ranges, at, lasts=60):
    times = {"from": milliseconds(at), "to": milliseconds(at + timedelta(seconds=lasts))}
    told = {"number": number, "form": "video", "present": present, "ranges": ranges}
    return {"stretches": [told | times], "ahead": 0}


def test_a_chair_opens_it_marks_who_is_there_and_states_it(client, chair, women, wanted, come):
    come(chair)

    opened = client.post("/viewings", data=wanted).location
    screen = client.get(opened).text
    assert all(str(woman.full_name) in screen for woman in women)
    boxes = [f'<input type="checkbox" value="{woman.id}" disabled>' for woman in women]
    assert all(box in screen for box in boxes)  # The script opens them, and misses no touch.
    present = [women[0].id, chair.person_id]
    report = said(1, present, [0, 5], at=clock.now()) | {"ended": True}
    answer = client.post(f"{opened}/report", json=report)

    assert answer.json["refused"][0]["person"] == chair.person_id
    assert client.post(f"{opened}/statement").status_code == 303
    late = client.post(f"{opened}/report", json={"stretches": []})
    assert late.status_code == 409
    assert late.json["text"]
    assert women[0].full_name in client.get(f"{opened}/result").text


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"stretches": "x"},
        {"stretches": [{}]},
        {"stretches": [said(1, ["x"], [0, 1], at=datetime(2026, 1, 1, tzinfo=UTC))]},
        said(1, [2**40], [0, 1], at=datetime(2026, 1, 1, tzinfo=UTC)),
        said(1, [1], [5, 4], at=datetime(2026, 1, 1, tzinfo=UTC)),
    ],
)
def test_what_no_screen_would_send_is_refused(client, sitting, chair, come, body):
    come(chair)

    assert client.post(f"/viewings/{sitting.token}/report", json=body).status_code == 422


def test_a_report_of_somebody_elses_page_is_refused(client, sitting, chair, come):
    come(chair)
    other = {"stretches": [], "person": chair.person_id + 1}

    assert client.post(f"/viewings/{sitting.token}/report", json=other).status_code == 403
    elsewhere = client.post(
        f"/viewings/{sitting.token}/report",
        json={"stretches": []},
        headers={"Sec-Fetch-Site": "cross-site"},
    )
    assert elsewhere.status_code == 403


@pytest.fixture
def full_day(db, chair, film, women, come):
    """The chair, signed in, who has led as many today as she may."""
    by, now = db.get_one(Person, chair.person_id), clock.now()
    for _ in range(3):
        viewings.stretch(db, viewings.viewing(db, by, *film, opened_at=now), women)
    come(chair)


def test_after_the_last_of_a_day_no_form_is_shown_but_when_there_will_be_one(
    client, full_day, wanted
):
    page = client.get("/viewings").text

    assert 'action="/viewings"' not in page
    assert f"Từ 0 giờ ngày {clock.today() + timedelta(days=1):%d/%m/%Y} mở tiếp được." in page
    assert client.post("/viewings", data=wanted).status_code == 409


@pytest.mark.parametrize("wrong", [{"lecture": "BG-99"}, {"area": 1}, {"area": "x"}])
def test_what_is_wrong_is_said_at_its_field(client, chair, wanted, come, wrong):
    come(chair)

    answer = client.post("/viewings", data=wanted | wrong)

    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.text


def test_whoever_comes_back_to_the_list_is_led_to_the_viewing_that_goes_on(
    client, sitting, chair, come
):
    come(chair)

    page = client.get("/viewings").text

    assert page.index(f"/viewings/{sitting.token}") < page.index("<form")
    assert "Mở buổi khác thì buổi này kết thúc." in page


@pytest.fixture
def half_way(db, film, chair, come):
    """The chair, signed in, who had watched a third of the lecture by herself."""
    studying.watched(db, db.get_one(Person, chair.person_id), film[1], seconds=200)
    come(chair)
    return db, chair.person_id, clock.now()


def test_it_begins_at_the_start_wherever_the_leader_herself_left_off(
    client, terms, sitting, half_way
):
    db, leader, now = half_way
    screen = f"/viewings/{sitting.token}"
    assert 'data-position="0"' in client.get(screen).text

    visit = Visit(sitting.medium_version_id, sitting.length)
    opened = learning.open_watch(db, leader, visit, terms=terms, now=now)
    said = WatchReport(opened.session, Form.VIDEO, ((0, 90),), 90)
    learning.record(db, leader, said, terms=terms, now=now)
    assert 'data-position="90"' in client.get(screen).text


def test_a_stranger_of_another_commune_finds_nothing_of_it(client, sitting, women, come):
    come(place="Xã Thư Vũ")

    for address in (f"/viewings/{sitting.token}", f"/viewings/{sitting.token}/result"):
        assert client.get(address).status_code == 404
    assert (
        client.post(f"/viewings/{sitting.token}/report", json={"stretches": []}).status_code == 404
    )
    for act in ("statement", "codes", "confirmation", "objection"):
        assert client.post(f"/viewings/{sitting.token}/{act}").status_code == 404
    assert sitting.token not in client.get("/viewings").text


def test_the_pages_ask_so_many_queries_however_many_sit_there(
    client, db, chair, come, count_queries
):
    by, unit = db.get_one(Person, chair.person_id), make.org_unit(db)
    asked = []
    for number, count in enumerate((3, 57)):
        women = sitters(db, unit, count)
        one = viewings.viewing(db, by, *shown(db, f"BG-{number}"), opened_at=clock.now())
        viewings.stretch(db, one, women)
        come(chair)
        with count_queries() as queries:
            for address in (f"/viewings/{one.token}", f"/viewings/{one.token}/result", "/viewings"):
                assert client.get(address).status_code == 200
        asked.append(len(queries))

    assert asked[1] <= asked[0] + 1
