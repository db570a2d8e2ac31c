"""The page on which captions are written, and what is given to it."""

import io

import pytest

from elearn.access import Role
from elearn.media import queries
from elearn.media.models import Caption, CaptionOrigin
from tests.make import media as make

GOOD = "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\nChào các chị, chào các em.\n"
OVERLAP = GOOD + "\n00:00:02.000 --> 00:00:04.000\nHôm nay ta bàn.\n"
ARROWLESS = GOOD + "\n00:00:05.000 -> 00:00:06.000\nHôm nay ta bàn.\n"


@pytest.fixture
def version(db):
    made = make.medium_version(db, seconds=60)
    make.rendition(db, made, "240p")
    make.caption(db, made)
    db.commit()
    return made


def page_of(version, language="vi"):
    return f"/media/versions/{version.id}/captions/{language}"


def saved(client, version, text, language="vi", **more):
    data = {"revision": 1 if language == "vi" else 0, "text": text, **more}
    return client.post(page_of(version, language), data=data)


def standing(db, version, language="vi"):
    db.expire_all()
    return queries.caption_in(db, version.id, language)


def test_it_is_for_makers_alone(client, version, enter):
    assert "sign-in" in client.get(page_of(version)).location
    enter(Role.LEARNER)

    assert client.get(page_of(version)).status_code == 403
    assert saved(client, version, GOOD).status_code == 403


def test_an_instructor_reads_the_captions_of_others_and_cannot_change_them(client, version, enter):
    enter(Role.INSTRUCTOR)

    page = client.get(page_of(version))

    assert "Chào các chị." in page.text
    assert "Lưu phụ đề" not in page.text
    assert saved(client, version, GOOD).status_code == 403
    assert client.post(f"{page_of(version)}/remove", data={"revision": 1}).status_code == 403


def test_a_language_nobody_knows_is_not_found(client, version, enter):
    enter(Role.CENTRAL)

    assert client.get(page_of(version, "xx")).status_code == 404
    assert saved(client, version, GOOD, "xx").status_code == 404


def test_it_costs_a_bounded_number_of_queries(client, db, version, enter, count_queries):
    enter(Role.CENTRAL)
    for number in range(2, 8):
        make.caption_revision(db, version, revision=number)
    db.commit()

    with count_queries() as queries_made:
        client.get(page_of(version))

    assert len(queries_made) <= 12


def test_captions_are_saved_and_what_stood_before_can_be_had_back(client, db, version, enter):
    account = enter(Role.CENTRAL)

    answer = saved(client, version, GOOD)

    assert answer.status_code == 303
    caption = standing(db, version)
    assert (caption.revision, caption.changed_by_id) == (2, account.person_id)
    assert "chào các em" in caption.text
    before = client.get(f"{page_of(version)}?revision=1").text
    assert "Chào các chị.\n" in before
    assert "Các lần lưu trước" in before


def test_another_language_is_begun_from_the_times_of_the_first(client, db, version, enter):
    enter(Role.CENTRAL)

    page = client.get(f"{page_of(version, 'tyz')}?from=vi").text
    answer = saved(client, version, GOOD, "tyz")

    assert '"start": 1000' in page.replace("&#34;", '"')
    assert answer.status_code == 303
    assert standing(db, version, "tyz").label == "Tày"


def test_what_is_wrong_comes_back_by_its_line_with_the_words_kept(client, db, version, enter):
    enter(Role.CENTRAL)

    answer = saved(client, version, ARROWLESS)

    assert answer.status_code == 422
    assert "Dòng 6: giữa hai mốc thời gian phải có mũi tên" in answer.text
    assert "00:00:05.000 -&gt; 00:00:06.000" in answer.text
    assert "Hôm nay ta bàn." in answer.text
    assert standing(db, version).revision == 1


def test_overlaps_are_cut_where_she_asks_for_it(client, db, version, enter):
    enter(Role.CENTRAL)

    refused = saved(client, version, OVERLAP)
    mended = saved(client, version, OVERLAP, is_tidied="1")

    assert "Dòng 6 (câu 2): bắt đầu 00:00:02.000 khi câu 1 còn hiện đến" in refused.text
    assert "Tự sửa các chỗ này" in refused.text
    assert mended.status_code == 303
    assert "00:00:01.000 --> 00:00:02.000" in standing(db, version).text


def test_what_lies_beyond_the_film_is_refused(client, version, enter):
    enter(Role.CENTRAL)

    answer = saved(client, version, GOOD + "\n00:01:30.000 --> 00:01:31.000\nSau khi hết.\n")

    assert "bắt đầu sau khi video đã hết ở 00:01:00.000" in answer.text


def test_who_was_overtaken_keeps_her_words_and_chooses(client, db, version, enter):
    enter(Role.CENTRAL)
    saved(client, version, GOOD)

    late = saved(client, version, GOOD.replace("các em", "mọi người"))
    page = late.text

    assert late.status_code == 409
    assert "vừa được lưu ở nơi khác" in page
    assert "mọi người" in page
    assert standing(db, version).revision == 2
    insisted = saved(client, version, GOOD.replace("các em", "mọi người"), revision=2)
    assert insisted.status_code == 303
    assert "mọi người" in standing(db, version).text


def test_captions_taken_away_are_still_among_the_earlier(client, db, version, enter):
    enter(Role.CENTRAL)

    answer = client.post(f"{page_of(version)}/remove", data={"revision": 1})

    assert answer.status_code == 303
    assert standing(db, version) is None
    assert "Các lần lưu trước" in client.get(answer.location).text
    assert saved(client, version, GOOD, revision=0).status_code == 303
    assert standing(db, version).revision == 2


def test_a_file_in_an_old_font_is_taken_in_and_said(client, db, version, enter):
    enter(Role.CENTRAL)
    old = "1\n00:00:01,000 --> 00:00:03,000\nNguyÔn ThÞ H\xad¬ng chµo c¸c chÞ\n"
    file = (io.BytesIO(old.encode("latin-1")), "bai.srt")

    data = {"language": "vi", "captions": file}
    answer = client.post(f"/media/versions/{version.id}/captions", data=data)

    assert "Nguyễn Thị Hương chào các chị" in standing(db, version).text
    assert "TCVN3 (ABC)" in client.get(answer.location).text


def test_a_flawed_file_is_opened_to_be_put_right(client, version, enter):
    enter(Role.CENTRAL)

    data = {"language": "vi", "captions": (io.BytesIO(ARROWLESS.encode("utf-16")), "bai.vtt")}
    answer = client.post(f"/media/versions/{version.id}/captions", data=data)

    assert answer.status_code == 422
    assert "Dòng 6: giữa hai mốc thời gian" in answer.text
    assert "Hôm nay ta bàn." in answer.text


@pytest.mark.parametrize(("kind", "time"), [("vtt", "00:00:01.000"), ("srt", "00:00:01,000")])
def test_captions_are_taken_home_as_a_file(client, version, enter, kind, time):
    enter(Role.INSTRUCTOR)

    answer = client.get(f"{page_of(version)}/file.{kind}")

    assert time in answer.text
    assert f".{kind}" in answer.headers["Content-Disposition"]


def test_what_a_machine_heard_stays_the_machines_until_it_was_read(client, db, version, enter):
    enter(Role.CENTRAL)
    db.query(Caption).update({"origin": CaptionOrigin.MACHINE})
    db.commit()

    assert "chưa ai soát lại" in client.get(page_of(version)).text
    saved(client, version, GOOD)
    assert standing(db, version).is_unchecked
    saved(client, version, GOOD, revision=2, is_checked="y")

    assert not standing(db, version).is_unchecked


def test_without_a_machine_nobody_can_ask_it(client, version, enter):
    enter(Role.CENTRAL)

    answer = client.post(f"{page_of(version)}/hear")

    assert answer.status_code == 409
    assert "chưa có chương trình nghe" in answer.text
    assert "Để máy nghe" not in client.get(page_of(version)).text
