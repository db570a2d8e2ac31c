"""Modules are written on these pages by instructors and the centre, with and without script."""

import pytest
from sqlalchemy import func, select

from elearn import catalogue
from elearn.access import Role
from elearn.catalogue.models import ModuleDraft
from tests.catalogue.editor.editing import fields, new, post, put
from tests.make import catalogue as make
from tests.make import drafts as make_drafts
from tests.make import media as make_media
from tests.make.drafts import content

PAGES = ("/modules", "/modules/CD-1/edit", "/modules/CD-1/preview", "/modules/CD-1/preview/phone")
POSTS = ("/modules", "/modules/CD-1/edit", "/modules/CD-1/publish", "/modules/CD-1/discard")


def test_who_is_not_signed_in_is_asked_to(client, module):
    for page in PAGES:
        assert "sign-in" in client.get(page).location
    for page in POSTS:
        assert "sign-in" in client.post(page).location
    assert put(client, fields(), 0).status_code == 401


@pytest.mark.parametrize("role", [Role.LEARNER, Role.ADMINISTRATOR, Role.INSPECTOR])
def test_who_writes_no_modules_is_refused(client, db, module, enter, role):
    enter(role)

    assert {client.get(page).status_code for page in PAGES} == {403}
    assert {client.post(page).status_code for page in POSTS} == {403}
    assert put(client, fields(), 0).status_code == 403
    assert client.post("/modules/markdown", data={"source": "a"}).status_code == 403
    assert db.scalar(select(func.count()).select_from(ModuleDraft)) == 0


def test_another_instructor_sees_who_is_at_it_but_not_her_words(client, db, module, enter):
    hoa = make_drafts.author(db)
    draft = make_drafts.draft(db, hoa, content(title="Chưa ai được đọc"))
    make_drafts.draft(db, hoa, content(title="Cũng chưa"), "CD-1")
    db.commit()
    enter(name="Đặng Thị Lan")

    page = client.get("/modules").text

    assert "Ngô Thị Hòa đang soạn" in page
    assert "Chưa ai được đọc" not in page
    assert "Ngô Thị Hòa" not in client.get("/modules?q=doc").text
    assert "Cũng chưa" not in page
    for name in ("CD-1", draft.name):
        for part in ("edit", "preview", "preview/phone"):
            answer = client.get(f"/modules/{name}/{part}")
            assert answer.status_code == 403
            assert "Ngô Thị Hòa" in answer.text
        assert client.post(f"/modules/{name}/discard").status_code == 403
        assert put(client, fields(), 2, name).status_code == 403


def test_the_list_has_its_states_in_few_queries(client, db, module, enter, count_queries):
    hoa = enter()
    for number in range(3):
        made = make.module(db, f"CD-9{number}", title=f"Chuyên đề {number}")
        make_drafts.draft(db, hoa, content(title=f"Nháp {number}"), made.code)
    db.commit()

    with count_queries() as queries:
        page = client.get("/modules").text

    assert len(queries) <= 5
    assert "Bản nháp, lưu lúc 14:02, 21/11/2026" in page
    assert "CD-1 · 1 bài giảng · Phiên bản 1, xuất bản 01/07/2025" in page
    assert "Nháp 1" in page
    assert "Nháp 1" not in client.get("/modules?q=hoi+phi").text
    assert "Không thấy chuyên đề nào" in client.get("/modules?q=xyz").text


def test_a_module_is_made_without_script(client, db, enter):
    enter()
    film = make_media.playable(db)
    make.lecture(db, "HV-15", title="Tập hợp hội viên")
    db.commit()
    page = client.post("/modules").location
    name = page.split("/")[2]
    facts = {"tags": "union_duty", "groups": "branch_head"}

    filmed, taken = new(medium=str(film.medium_id)), ("hv-15", {"code": "HV-15"})

    found = post(client, page, fields(filmed, **facts, revision="1", do="enter", q="hop hoi vien"))
    assert "Lấy bài này" in client.get(found.location).text
    post(client, page, fields(filmed, **facts, revision="2", do="take:HV-15"))
    moved = post(client, page, fields(filmed, taken, **facts, revision="3", do="up:hv-15"))
    preview = client.get(f"/modules/{name}/preview").text

    assert moved.location.endswith("#hv-15-up")
    assert "Xuất bản phiên bản 1" in preview
    assert "1 bài mới vào kho" in preview
    done = client.post(f"/modules/{name}/publish", data={"revision": "4", "number": "0"})
    assert "Đã xuất bản “Hội phí”, phiên bản 1" in client.get(done.location).text
    text = catalogue.module_text_of(db, catalogue.module_by_code(db, "CD-0001"))
    assert text.lectures == ("HV-15", "BG-0001")
    assert catalogue.lecture_by_code(db, "BG-0001").medium_id == film.medium_id
    assert client.get(page).status_code == 404


def test_a_lecture_of_the_catalogue_is_reworded_in_the_draft(client, db, module, enter):
    enter()

    there = post(
        client, "/modules/CD-1/edit", fields(("bg-01", {"code": "BG-01"}), do="reword:bg-01")
    )
    page = client.get(there.location).text

    assert "Bài này nói về một việc." in page
    assert 'name="bg-01.from" value="1"' in page
    assert "Bỏ chữ sửa ở đây" in page


def test_a_preview_says_what_is_missing_and_leads_there(client, db, module, enter):
    enter()
    put(client, fields(new(title=""), title=""), 0)

    page = client.get("/modules/CD-1/preview").text
    refused = client.post("/modules/CD-1/publish", data={"revision": "1", "number": "1"})

    assert "/modules/CD-1/edit?open=moi-1#moi-1-title" in page
    assert "/modules/CD-1/edit#tags" in page
    assert "Xuất bản phiên bản" not in page
    assert refused.status_code == 422
    assert catalogue.module_text_of(db, module).title == "Hội phí"


def test_what_was_not_previewed_is_not_published(client, db, module, enter):
    enter()
    put(client, fields(("bg-01", {"code": "BG-01"}), title="Tên mới"), 0)

    answer = client.post("/modules/CD-1/publish", data={"revision": "0", "number": "1"})

    assert answer.status_code == 409
    assert "Xem lại rồi xuất bản" in answer.text
    assert (
        client.post("/modules/CD-1/publish", data={"revision": "1", "number": "1"}).status_code
        == 303
    )
    assert catalogue.module_text_of(db, module).title == "Tên mới"


def test_a_draft_is_given_up(client, db, module, enter):
    enter()
    put(client, fields(title="Khác"), 0)

    page = client.post("/modules/CD-1/discard", follow_redirects=True).text

    assert "Đã bỏ bản nháp" in page
    assert "Khác" not in client.get("/modules/CD-1/edit").text


def test_only_the_telephone_may_stand_in_a_page_of_ours(client, module, enter):
    enter()

    framed = client.get("/modules/CD-1/preview/phone").headers["Content-Security-Policy"]
    around = client.get("/modules/CD-1/preview").headers["Content-Security-Policy"]

    assert "frame-ancestors 'self'" in framed
    assert "frame-ancestors 'none'" in around
