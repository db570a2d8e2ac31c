"""What the editor's script sends is kept, told apart by window, and shown as words."""

import unicodedata

from elearn.catalogue.queries import drafts
from elearn.media.models import VersionState
from tests.catalogue.editor.editing import fields, new, post, put
from tests.make import media as make_media

HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)">[xem](javascript:alert(3))'


def test_the_script_saves_and_is_told_what_the_server_holds(client, db, module, enter):
    enter()

    first = put(client, fields(new()), 0)
    second = put(client, fields(new(body="Thêm chữ")), 1)

    assert first.json["revision"] == 1
    assert second.json["revision"] == 2
    assert len(second.json["at"]) == 5
    assert "Thêm chữ" in client.get("/modules/CD-1/edit").text


def test_two_windows_keep_both_their_words_and_she_chooses(client, db, module, enter):
    enter()
    put(client, fields(new()), 0)
    put(client, fields(new(body="Từ nơi kia")), 1, writer="cua-so-2")

    told = put(client, fields(new(body="Từ nơi này")), 1)
    shown = post(client, "/modules/CD-1/edit", fields(new(body="Từ nơi này"), revision="1"))

    assert told.status_code == 409
    assert (told.json["revision"], told.json["by"]) == (2, "Ngô Thị Hòa")
    assert shown.status_code == 409
    assert "Từ nơi này" in shown.text
    assert "Từ nơi kia" in client.get("/modules/CD-1/preview/phone").text
    assert 'name="revision" value="2"' in shown.text
    assert put(client, fields(new(body="Từ nơi này")), 2).json["revision"] == 3


def test_what_is_no_form_of_ours_is_refused_in_words(client, module, enter):
    enter()
    broken = [
        fields(("../x", {})),
        fields(region="moon"),
        fields(new(body="x" * 200_001)),
        [("title", 5)],
    ]

    for pairs in broken:
        answer = put(client, pairs, 0)
        assert answer.status_code == 422
        assert answer.json["text"]
    assert client.put("/modules/CD-1/draft", json=["no"]).status_code == 422
    assert client.put("/modules/CD-1/draft", data="no").status_code == 415


def test_hostile_words_are_shown_as_words(client, db, module, enter):
    enter()
    saved = put(client, fields(new(title=HOSTILE, body=HOSTILE), title=HOSTILE), 0)
    assert saved.status_code == 200

    pages = [
        client.get(f"/modules/CD-1/{part}").text for part in ("edit", "preview", "preview/phone")
    ]
    drawn = client.post("/modules/markdown", data={"source": HOSTILE}).json["html"]

    for page in (*pages, drawn):
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert 'href="javascript' not in page
    assert "onerror" not in drawn
    assert "onerror" not in pages[2].split('class="shown"')[1]


def test_what_would_keep_the_server_busy_is_kept_as_typed_and_not_published(client, module, enter):
    enter()
    body = "[" * 5_000

    assert put(client, fields(new(body=body)), 0).status_code == 200
    assert body in client.post("/modules/markdown", data={"source": body}).json["html"]
    assert body in client.get("/modules/CD-1/preview/phone").text
    assert "Bỏ bớt rồi lưu lại." in client.get("/modules/CD-1/preview").text


def test_letters_are_composed_and_signs_nobody_sees_left_out(client, db, module, enter):
    hoa = enter()
    typed = unicodedata.normalize("NFD", "Hội phụ nữ") + "\x00\x07"

    put(client, fields(new(title=typed, body=f"{typed}\r\nhai"), title=typed), 0)

    kept = drafts.content_at(db, drafts.desk_at(db, hoa, "CD-1"))
    assert kept.title == "Hội phụ nữ"
    [words] = [place.wording for place in kept.lectures]
    assert words
    assert words.body == "Hội phụ nữ\nhai"


def test_a_hundred_lectures_and_a_long_body_are_kept(client, db, module, enter, count_queries):
    enter()
    long = "Chữ nghĩa " * 20_000
    many = [new(f"moi-{number}") for number in range(99)]

    saved = put(client, fields(new("dai", body=long), *many), 0)
    by_form = post(client, "/modules/CD-1/edit", fields(new("dai", body=long), revision="1"))
    with count_queries() as queries:
        page = client.get("/modules/CD-1/edit")

    assert saved.status_code == 200
    assert by_form.status_code == 303
    assert len(long) == 200_000
    assert long[:-1] in page.text
    assert len(queries) <= 12


def test_films_are_her_own_first_and_found_by_name(client, db, module, enter):
    hoa = enter()
    for title, owner in (("Của người khác", None), ("Của Hòa", hoa.person_id)):
        made = make_media.medium(db, title, created_by_id=owner)
        make_media.medium_version(db, made, seconds=720)
    waiting = make_media.medium(db, "Đang chờ")
    make_media.medium_version(db, waiting, state=VersionState.WAITING)
    db.commit()
    put(client, fields(new()), 0)

    page = client.get("/modules/CD-1/edit").text
    found = client.get("/modules/CD-1/edit?films=dang+cho").text

    assert page.index("Của Hòa – 12 phút, sẵn sàng") < page.index("Đang chờ – chờ xử lý")
    assert "Của Hòa" not in found
    assert "Đang chờ – chờ xử lý" in found
