"""Drafts are published as they were previewed, and say what they lack."""

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from elearn import catalogue
from elearn.access import Actor, Role
from elearn.catalogue.models import ModuleDraft
from elearn.catalogue.queries import drafts
from elearn.catalogue.rules.draft import Aims, DraftContent, LectureInDraft
from elearn.catalogue.service import drafting
from elearn.db import Change
from elearn.errors import Conflict, InvalidInput
from tests.make import catalogue as make
from tests.make import drafts as make_drafts
from tests.make import media as make_media
from tests.make.drafts import NOW, content, lecture, publish, taken


@pytest.fixture
def hoa(db) -> Actor:
    return make_drafts.author(db)


@pytest.fixture
def module(db):
    known = [make.lecture(db, "BG-01"), make.lecture(db, "BG-02")]
    return make.module(db, "CD-1", known, title="Chuyên đề cũ")


def test_a_new_module_is_published_with_its_new_lectures_and_their_films(db, hoa):
    film = make_media.playable(db)
    known = make.lecture(db, "HV-15")
    written = content(
        lecture(medium_id=film.medium_id, aims=Aims(skills="Lập sổ\n\nGhi sổ ")),
        LectureInDraft("hv-15", "HV-15"),
    )
    draft = make_drafts.draft(db, hoa, written)

    version = publish(db, hoa, draft)

    made = catalogue.lecture_by_code(db, "BG-0001")
    assert (version.number, made.medium_id) == (1, film.medium_id)
    assert made.current.objectives["skills"] == ["Lập sổ", "Ghi sổ"]
    assert [one.lecture_id for one in version.lectures] == [made.id, known.id]
    changes = {(one.kind, one.key) for one in db.scalars(select(Change))}
    assert {("lecture", "BG-0001"), ("module", "CD-0001")} <= changes
    assert db.scalar(select(func.count()).select_from(ModuleDraft)) == 0


def test_a_reworded_lecture_keeps_its_key_and_what_the_editor_does_not_show(db, hoa, module):
    written = drafting.reworded(db, taken(db, "BG-02", "BG-01"), "bg-02")
    words = written.lectures[0]
    changed = lecture("bg-02", title="Chữ mới").wording
    written = written.with_lecture(LectureInDraft(words.key, words.code, words.taken_from, changed))
    before = catalogue.lecture_by_code(db, "BG-02")
    db.add(catalogue.LectureTag(lecture_version_id=before.current.id, tag="social_work"))
    group = catalogue.LectureGroup(lecture_version_id=before.current.id, group_key="branch_head")
    db.add(group)
    db.flush()
    draft = make_drafts.draft(db, hoa, written, "CD-1")

    publish(db, hoa, draft, number=1)

    after = catalogue.lecture_by_code(db, "BG-02")
    assert (after.id, after.title, after.current.number) == (before.id, "Chữ mới", 2)
    assert catalogue.slides_of(after)[0].title == "Mở đầu"
    assert catalogue.module_text_of(db, module).lectures == ("BG-02", "BG-01")
    assert catalogue.lecture_by_code(db, "BG-01").current.number == 1


def test_each_missing_field_of_each_lecture_is_named(db, hoa):
    written = content(lecture("moi-1", body=" "), lecture("moi-2", title="", minutes="0"), title="")
    draft = make_drafts.draft(db, hoa, written)

    with pytest.raises(InvalidInput) as refused:
        publish(db, hoa, draft)

    missing = {"title", "moi-1-body", "moi-2-title", "moi-2-planned_minutes"}
    assert set(refused.value.fields) == missing
    told = drafting.flaws_of(db, written)
    assert [(flaw.place, flaw.title) for flaw in told][1:] == [
        (1, "Ghi sổ hội phí"),
        (2, ""),
        (2, ""),
    ]


def test_an_empty_module_says_all_it_lacks(db):
    fields = {flaw.anchor for flaw in drafting.flaws_of(db, DraftContent())}

    assert fields == {"title", "lectures"}
    assert {flaw.anchor for flaw in drafting.flaws_of(db, content(tags=(), groups=()))} == {
        "tags",
        "groups",
    }


def test_a_film_that_is_no_more_is_named(db):
    [flaw] = drafting.flaws_of(db, content(lecture(medium_id=999)))

    assert flaw.anchor == "moi-1-medium"


def test_what_changed_after_the_preview_is_not_published(db, hoa):
    draft = make_drafts.draft(db, hoa, content())

    with pytest.raises(Conflict, match="Xem lại"):
        publish(db, hoa, draft, revision=draft.revision - 1)


def test_a_module_published_by_somebody_else_meanwhile_keeps_both(db, hoa, module):
    draft = make_drafts.draft(db, hoa, taken(db, "BG-02"), "CD-1")
    text = catalogue.module_text_of(db, module)
    other = make_drafts.author(db, "Trần Văn Lực", Role.CENTRAL)
    theirs = replace(text, title="Của người khác")
    catalogue.publish_module(db, other, module, theirs, now=NOW)

    with pytest.raises(Conflict, match="Người khác vừa xuất bản"):
        publish(db, hoa, draft, number=1)
    assert drafts.desk_at(db, hoa, "CD-1").is_overtaken

    assert publish(db, hoa, draft, number=2).number == 3


def test_a_lecture_published_elsewhere_meanwhile_asks_which_words_to_keep(db, hoa, module):
    written = drafting.reworded(db, taken(db, "BG-01"), "bg-01")
    make_drafts.draft(db, hoa, written, "CD-1")
    known = catalogue.lecture_by_code(db, "BG-01")
    text = catalogue.lecture_text_of(db, known)
    theirs = replace(
        text, title="Khác", tags=(catalogue.ContentTag.SOCIAL_WORK,), groups=("branch_head",)
    )
    catalogue.publish_lecture(db, hoa, known, theirs, now=NOW)

    assert "bg-01-newer" in {flaw.anchor for flaw in drafting.flaws_of(db, written)}
    kept = drafting.insisted(db, written, "bg-01")
    assert "bg-01-newer" not in {flaw.anchor for flaw in drafting.flaws_of(db, kept)}
    assert drafting.restored(db, written, "bg-01").lectures[0].wording is None


def test_a_hundred_lectures_are_checked_in_few_queries(db, hoa, count_queries):
    for number in range(50):
        make.lecture(db, f"BG-{number:02}")
    written = content(
        *(lecture(f"moi-{number}") for number in range(50)),
        *(LectureInDraft(f"bg-{number:02}", f"BG-{number:02}") for number in range(50)),
    )

    with count_queries() as queries:
        assert drafting.flaws_of(db, written) == ()

    assert len(queries) <= 7
