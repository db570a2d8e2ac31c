"""Leases and envelopes through the door: hers, a stranger's, nobody's."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from elearn import catalogue, clock, learning
from elearn.access import OPERATOR
from elearn.accounts import end_sessions
from elearn.learning.models import OfflineLease
from elearn.media.models import Storyboard
from tests.learning.offline.phones import Phone
from tests.learning.players import START
from tests.make import accounts
from tests.make import catalogue as make_catalogue
from tests.make import media as make_media

#: Addresses that a page without a line cannot reach, and that would be asked for as it is shown.
SHOWN = re.compile(r'(?:src|poster|data-url|data-storyboard)="([^"]+)"')


@pytest.fixture
def version(db) -> Any:
    """A film of ten minutes with slides, captions and both sounds, which a lecture shows."""
    learning.load_rules(db)
    version = make_media.medium_version(db, seconds=600)
    for name in ("480p", "240p", "audio", "opus"):
        make_media.rendition(db, version, name)
    make_media.caption(db, version)
    make_media.slide_set(db, version, 0, 60_000, 90_500)
    made = make_catalogue.lecture(db, "HV-32", title="Vai trò của chi hội trưởng")
    catalogue.set_medium(db, OPERATOR, made, version.medium_id, now=START)
    db.commit()
    return version


@pytest.fixture
def lease(say, version, learner) -> Callable[..., dict[str, Any]]:
    def ask(weight: str = "240p", **more: Any) -> dict[str, Any]:
        told: dict[str, Any] = say("/leases", lecture="HV-32", weight=weight, **more).json
        return told

    return ask


def names(told: dict[str, Any]) -> list[str]:
    return [one["name"] for one in told["parts"]]


def test_a_lease_names_all_that_a_phone_must_fetch(lease, learner, version):
    told = lease()

    assert names(told) == ["240p.mp4", "240p.m3u8", "captions.vi.vtt"]
    assert (told["person"], told["film"]) == (learner.person_id, version.id)
    assert told["parts"][0]["url"].startswith("/media/files/")
    assert told["size"] == sum(one["size"] for one in told["parts"])


def test_slides_are_carried_with_the_sound_that_the_phone_plays(lease):
    assert names(lease("slides"))[0] == "audio.m4a"
    with_opus = lease("slides", opus=True)

    assert names(with_opus)[0] == "opus.m4a"
    assert names(with_opus)[-3:] == ["slide-1.webp", "slide-2.webp", "slide-3.webp"]
    assert with_opus["weight"] == "slides"


def test_a_page_offers_a_copy_for_what_it_weighs_with_all_that_is_carried(
    client, db, version, lease
):
    version.poster, sheet = (make_media.stored_file(db, size=size) for size in (3000, 20_000))
    tiles = {"tile_width": 160, "tile_height": 90, "columns": 4, "tiles": 12, "interval_ms": 50_000}
    db.add(Storyboard(version_id=version.id, file=sheet, **tiles))
    db.commit()
    page = client.get("/lectures/HV-32").text
    offered = dict(re.findall(r'<option value="(\w+)" data-size="(\d+)"', page))
    light = dict(re.findall(r'<option value="(\w+)" data-size="\d+" data-opus-size="(\d+)"', page))

    assert {name: int(size) for name, size in offered.items()} == {
        name: lease(name)["size"] for name in ("480p", "240p", "slides", "audio")
    }
    assert int(light["slides"]) == lease("slides", opus=True)["size"]


def test_it_may_be_played_to_the_end_of_its_last_day(lease):
    over = clock.day_of(clock.now()) + timedelta(days=31)

    assert lease()["expires"] == int(clock.start_of(over).timestamp() - 1) * 1000


def test_a_playlist_that_is_carried_names_the_file_beside_it(client, lease):
    told = lease()
    playlist = client.get(told["parts"][1]["url"])

    assert playlist.text.splitlines()[-2] == "240p.mp4"
    assert len(playlist.data) == told["parts"][1]["size"]


@pytest.mark.parametrize("weight", ["240p", "slides", "audio"])
def test_the_page_that_is_kept_asks_for_nothing_but_what_lies_beside_it(client, lease, weight):
    told = lease(weight)
    page = client.get(told["page"]).text
    beside = {f"/leases/{told['lease']}/files/{name}" for name in names(told)}

    asked = {one for one in SHOWN.findall(page) if not one.startswith("/static/")}
    assert asked <= beside
    assert f"/leases/{told['lease']}/files/{names(told)[0]}" in asked
    assert "csrf" not in page
    assert 'method="post"' not in page
    assert f'data-lease="{told["lease"]}"' in page


def test_what_was_played_is_taken_whoever_brings_it_and_nobody_need_be_signed_in(
    client, db, say, lease, learner
):
    phone = Phone()
    token = phone.keep(lease())
    _an_hour_ago(db)
    end_sessions(db, learner.id, now=clock.now())
    db.commit()

    answer = say("/envelopes", envelopes=[phone.played(token, (0, 300)), "no envelope"])

    taken, put_by = answer.json["receipts"]
    assert taken == {
        "lease": token,
        "number": 1,
        "seconds": 300,
        "lacking": 180,
        "held": [[0, 300]],
    }
    assert put_by == {"unknown": True, "reason": "unreadable"}


def _an_hour_ago(db) -> None:
    hour = timedelta(hours=1)
    for one in db.scalars(select(OfflineLease)):
        one.issued_at -= hour
    db.execute(
        update(learning.WatchBudget).values(leased_grown_at=clock.now() - hour, leased_unspent=0)
    )
    db.commit()


def test_another_site_brings_nothing(client, version):
    headers = {"Sec-Fetch-Site": "cross-site", "Accept": "application/json"}

    assert client.post("/envelopes", json={"envelopes": []}, headers=headers).status_code == 403


@pytest.mark.parametrize("given", [None, {}, "x", [1] * 51])
def test_what_is_no_batch_of_envelopes_is_refused(say, version, given):
    assert say("/envelopes", envelopes=given).status_code == 422


def test_brackets_without_end_are_no_failure(client, version):
    headers = {"Accept": "application/json", "Content-Type": "application/json"}
    answer = client.post("/envelopes", data=b"[" * 100_000, headers=headers)

    assert answer.status_code == 422


def test_a_stranger_finds_neither_page_nor_files_nor_a_renewal(db, client, say, sign_in, lease):
    told = lease()
    stranger = accounts.account(db)
    db.commit()
    sign_in(stranger)

    assert client.get(told["page"]).status_code == 404
    assert client.get(told["parts"][1]["url"]).status_code == 404
    assert say(f"{told['page']}/renewal").status_code == 404


def test_days_that_are_over_are_said_and_a_renewal_gives_new_ones(db, client, say, lease):
    told = lease()
    past = clock.now() - timedelta(days=1)
    db.execute(update(OfflineLease).values(issued_at=past - timedelta(days=30), expires_at=past))
    db.commit()

    assert client.get(told["page"]).status_code == 403
    again = say(f"{told['page']}/renewal").json
    assert "key" not in again
    assert (again["expires"], names(again)) == (told["expires"], names(told))
    assert client.get(told["page"]).status_code == 200


def test_a_film_that_was_replaced_is_not_leased_on(db, say, lease, version):
    told = lease()
    newer = make_media.medium_version(db, version.medium, number=2)
    make_media.rendition(db, newer, "240p")
    make_media.release(db, newer)
    db.commit()

    refused = say(f"{told['page']}/renewal")

    assert (refused.status_code, refused.json["conflict"]) == (409, "version")
    asked = say("/leases", lecture="HV-32", weight="240p", version=version.id)
    assert asked.json["conflict"] == "version"


def test_a_page_of_somebody_else_leases_nothing(say, version, learner):
    asked = say("/leases", lecture="HV-32", weight="240p", person=learner.person_id + 1)

    assert asked.status_code == 403


@pytest.mark.parametrize("weight", ["1080p", "", None, 7])
def test_a_weight_that_the_film_does_not_have_is_refused(say, version, learner, weight):
    assert say("/leases", lecture="HV-32", weight=weight).status_code == 422
