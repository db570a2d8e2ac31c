"""The helper's pages of slips: what will be printed, the files, and who finds no order."""

import re
from contextlib import nullcontext
from datetime import timedelta

import pytest

from elearn import clock, jobs
from elearn.accounts import jobs as drawing
from elearn.accounts import queries, typst
from elearn.accounts.models import SlipBatch
from tests.make.areas import area


@pytest.fixture
def ordered(db, here, client, enter, account):
    """An order of slips that was drawn."""
    enter()
    client.post("/slips/new", data={"area": ""})
    batch = db.query(SlipBatch).one()
    with here.database.writing() as own:
        job = jobs.claim(own, "w", lease=timedelta(minutes=5), now=clock.now())
    assert job
    work = jobs.Work(job.id, "w", job.payload, here.settings, here.database, here.store)
    drawing.draw_slips(work, lambda: nullcontext(typst.draw))
    db.expire_all()
    return batch


def test_what_will_be_printed_is_seen_before(client, enter, account):
    enter()

    page = client.get("/slips/new").text
    assert "In 1 phiếu" in page
    picture = re.findall(r'src="(/slips/sample/[^"]+)"', page)[0]
    assert client.get(picture).data.startswith(b"\x89PNG")


def test_a_stranger_sees_no_sample(client, db, enter, account):
    enter(place="Tỉnh Quảng Ninh")

    assert client.get(f"/slips/sample/{area(db).id}.png").status_code == 404


def test_where_nobody_waits_nothing_is_ordered(client, enter):
    enter()

    assert client.post("/slips/new", data={"area": "Xã Tiên Hưng"}).status_code == 422


def test_files_are_fetched_alone_and_together_and_removed(client, db, store, ordered):
    [sheet] = queries.sheets_of(db, ordered.id)
    assert sheet.file
    path = store.path(sheet.file.sha256)
    here = f"/slips/{ordered.id}"

    assert "Tải PDF" in client.get(here).text
    with client.post(f"{here}/fetch", data={"sheet": sheet.id}) as alone:
        assert alone.data.startswith(b"%PDF")
    with client.post(f"{here}/fetch") as together:
        assert together.data.startswith(b"PK")
    assert client.get("/slips").text.count("1 phiếu") == 1
    client.post(f"{here}/forget")
    assert not path.exists()
    assert client.post(f"{here}/fetch", data={"sheet": sheet.id}).status_code == 404


def test_a_file_of_codes_is_given_to_nobody_but_who_ordered_it(client, enter, ordered):
    enter()

    assert "Tải PDF" not in client.get(f"/slips/{ordered.id}").text
    assert client.post(f"/slips/{ordered.id}/fetch").status_code == 403


@pytest.mark.parametrize("act", ["", "/fetch", "/forget"])
def test_strangers_find_no_order(client, enter, ordered, act):
    enter(place="Tỉnh Quảng Ninh")

    ask = client.post if act else client.get
    assert ask(f"/slips/{ordered.id}{act}").status_code == 404
