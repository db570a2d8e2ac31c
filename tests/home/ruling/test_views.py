"""The pages of the rules: read by who answers for areas, changed by the centre."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from elearn import learning
from elearn.access import Role
from elearn.jobs import job_by_key
from elearn.learning import Condition, ConditionKind
from elearn.notices import Notice
from tests.make import accounts, rules
from tests.make.areas import area

WATCH, COMPLETION = "/rules/watch/new", "/rules/completion/new"


def form(**words):
    return {"valid_from": rules.tomorrow().isoformat(), "note": rules.WHY, **words}


def test_signed_out_and_a_learner_get_nothing(db, client, sign_in):
    assert client.get("/rules").location.startswith("/sign-in")
    sign_in(accounts.account(db))
    assert client.get("/rules").status_code == 403


def test_an_administrator_reads_the_rules_and_can_change_none(client, enter):
    enter(Role.ADMINISTRATOR, None)

    page = client.get("/rules").text

    assert "80% số giây" in page
    assert "Học xong mọi chuyên đề bắt buộc." in page
    assert "Đang dùng" in page
    assert WATCH not in page


def test_the_centre_drafts_a_share_and_it_is_tried(db, client, enter):
    enter(Role.CENTRAL)
    assert "80%" in client.get(WATCH).text

    answer = client.post(WATCH, data=form(seen_share_percent="90 %"))

    (draft,) = learning.rule_drafts(db)
    assert (answer.status_code, answer.location) == (303, f"/rules/drafts/{draft.id}")
    assert (draft.seen_share_percent, draft.note) == (90, rules.WHY)
    job = job_by_key(db, draft.trial_key)
    assert job
    assert job.kind == "rules.try"
    page = client.get(answer.location).text
    assert "Máy chủ đang thử" in page
    assert "Áp dụng từ ngày" in page
    assert "/adopt" not in page


@pytest.mark.parametrize(
    ("address", "words", "told"),
    [
        (WATCH, {"seen_share_percent": "tám mươi"}, "Ghi một số nguyên"),
        (WATCH, {"seen_share_percent": "120"}, "Ghi một số từ 1 đến 100."),
        (WATCH, {"seen_share_percent": "90", "valid_from": "2026-01-01"}, "sớm nhất từ ngày mai"),
        (COMPLETION, {"required": "0", "electives": "0"}, "ít nhất một điều kiện"),
        (COMPLETION, {"modules": "KHONG-CO"}, "KHONG-CO"),
        (COMPLETION, {"modules": "CT-LOP-1", "modules_at_least": "2"}, "Nhiều hơn số chuyên đề"),
    ],
)
def test_what_cannot_be_drafted_is_told_beside_its_field(client, enter, address, words, told):
    enter(Role.CENTRAL)

    answer = client.post(address, data={"programme": "", **form(), **words})

    assert answer.status_code == 422
    assert told in answer.text


def test_the_form_of_conditions_begins_with_what_holds(db, client, enter, course):
    enter(Role.CENTRAL)
    named = Condition(ConditionKind.MODULES, 1, modules=course.chosen)
    draft = rules.conditions_draft(db, named, programme_id=course.version.programme_id)

    page = client.get(f"/rules/drafts/{draft.id}").text

    assert "Học xong ít nhất 1 trong các chuyên đề: Chuyên đề CT-LOP-2." in page
    assert 'value="0"' not in client.get(COMPLETION).text


def test_conditions_are_drafted_for_one_programme(db, client, enter, course):
    enter(Role.CENTRAL)
    key = str(course.version.programme_id)

    client.post(COMPLETION, data=form(programme=key, required="1", electives="0", quiz="50"))

    (draft,) = learning.rule_drafts(db)
    kinds = [one.kind for one in draft.wanted]
    assert draft.programme_id == course.version.programme_id
    assert kinds == [ConditionKind.LECTURES, ConditionKind.REQUIRED_MODULES, ConditionKind.QUIZ]


def test_numbers_are_for_all_and_names_for_those_of_ones_own_area(db, client, enter, tried):
    enter(Role.ADMINISTRATOR, area(db, "Tỉnh Hưng Yên"))
    (line,) = learning.trial_lines(db, tried)

    page = client.get(f"/rules/drafts/{tried.id}")
    names = client.get(f"/rules/drafts/{tried.id}/people/{line.id}/gains")

    assert f"/people/{line.id}/gains" in page.text
    assert "/adopt" not in page.text
    assert "Tất cả 2 người, trong phạm vi của anh/chị 1 người." in names.text
    assert "Đào Thị Gần" in names.text
    assert "Vi Thị Xa" not in names.text
    assert client.get(f"/rules/drafts/{tried.id}/people/{line.id}/none").status_code == 404
    assert client.get(f"/rules/drafts/{tried.id}/people/999/gains").status_code == 404


def test_the_centre_adopts_what_it_was_shown(db, client, enter, tried):
    enter(Role.CENTRAL)
    address = f"/rules/drafts/{tried.id}"
    assert tried.tried_at.isoformat() in client.get(address).text

    stale = client.post(f"{address}/adopt", data={"tried_at": "?"})
    done = client.post(f"{address}/adopt", data={"tried_at": tried.tried_at.isoformat()})

    assert (stale.status_code, done.status_code) == (409, 303)
    assert "Sắp áp dụng" in client.get("/rules").text
    assert learning.watch_rule_on(db, tried.valid_from).seen_share_percent == 70


def test_those_who_will_be_asked_are_told_of_a_rule_once_it_is_adopted(
    db, client, enter, sign_in, tried
):
    asked, learner = accounts.account(db), accounts.account(db)
    accounts.role_grant(db, asked, Role.ADMINISTRATOR, area_id=area(db).id)
    enter(Role.CENTRAL)

    client.post(f"/rules/drafts/{tried.id}/adopt", data={"tried_at": tried.tried_at.isoformat()})

    [told] = db.scalars(select(Notice).where(Notice.kind == "rule_changed"))
    assert told.person_id == asked.person_id != learner.person_id
    sign_in(asked)
    assert "Quy tắc công nhận thay đổi từ ngày" in client.get("/notices").text


def test_a_draft_says_which_rule_to_come_it_would_keep_from_holding(db, client, enter, tried):
    enter(Role.ADMINISTRATOR)
    day = tried.valid_from + timedelta(days=30)
    assert "thay cả quy tắc" not in client.get(f"/rules/drafts/{tried.id}").text

    rules.adopted_share(db, 85, day)

    assert f"{day:%d/%m/%Y}" in client.get(f"/rules/drafts/{tried.id}").text


def test_a_draft_is_put_aside_and_tried_again(db, client, enter, tried):
    enter(Role.CENTRAL)
    address = f"/rules/drafts/{tried.id}"

    assert client.post(f"{address}/try").status_code == 303
    assert client.post(f"{address}/discard").status_code == 303

    assert "Bản thảo" not in client.get("/rules").text
    assert client.get("/rules/drafts/999").status_code == 404
