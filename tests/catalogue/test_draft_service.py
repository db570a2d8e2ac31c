"""Drafts are saved without undoing another window's words, and published as they were previewed."""

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from elearn import catalogue
from elearn.access import Actor, Role
from elearn.audit import AuditEntry
from elearn.catalogue.models import ModuleDraft
from elearn.catalogue.queries import drafts
from elearn.catalogue.rules.draft import Aims, DraftContent, LectureInDraft
from elearn.catalogue.service import drafting
from elearn.catalogue.service.drafting import Previewed, Writing
from elearn.db import Change
from elearn.errors import Conflict, Forbidden, InvalidInput, NotFound
from tests.make import catalogue as make
from tests.make import drafts as make_drafts
from tests.make import media as make_media
from tests.make.drafts import NOW, content, lecture


@pytest.fixture
def hoa(db) -> Actor:
    return make_drafts.author(db)


@pytest.fixture
def module(db):
    known = [make.lecture(db, "BG-01"), make.lecture(db, "BG-02")]
    return make.module(db, "CD-1", known, title="Chuyên đề cũ")


def save(db, actor, name, written, **sent):
    """Save what a window sends that has `seen` a revision; `writer` is which window."""
    desk = drafts.desk_at(db, actor, name)
    writing = Writing(written, **{"writer": "window", **sent})
    return drafting.save(db, actor, desk, writing, now=NOW)


def publish(db, actor, draft, *, number=0, revision=None):
    name = draft.name if draft.module_id is None else "CD-1"
    desk = drafts.desk_at(db, actor, name, locked=True)
    seen = Previewed(draft.revision if revision is None else revision, number)
    return drafting.publish(db, actor, desk, seen, now=NOW)


def taken(db, *codes):
    written = DraftContent(title="Chuyên đề mới")
    for code in codes:
        written = drafting.taken(db, written, code)
    return written


def test_half_a_draft_is_kept(db, hoa):
    draft = drafting.begin(db, hoa, now=NOW)

    saved = save(db, hoa, draft.name, content(lecture(title="", minutes="mươi")), seen=1)

    db.expire_all()
    assert saved.revision == 2
    kept = drafts.content_at(db, drafts.desk_at(db, hoa, draft.name))
    assert kept == content(lecture(title="", minutes="mươi"))


def test_the_same_words_again_change_nothing_whoever_sends_them(db, hoa):
    draft = make_drafts.draft(db, hoa, content())

    again = save(db, hoa, draft.name, content(), seen=0, writer="another")

    assert (again.revision, again.writer) == (2, "window")


def test_another_windows_newer_words_are_not_undone(db, hoa):
    draft = make_drafts.draft(db, hoa, content(title="Một"))
    save(db, hoa, draft.name, content(title="Hai"), seen=2, writer="another")

    with pytest.raises(Conflict, match="nơi khác"):
        save(db, hoa, draft.name, content(title="Ba"), seen=2)

    assert draft.title == "Hai"
    assert save(db, hoa, draft.name, content(title="Ba"), seen=3).title == "Ba"


def test_a_window_that_was_killed_goes_on_from_words_it_does_not_know_arrived(db, hoa):
    draft = make_drafts.draft(db, hoa, content(title="Một"))
    save(db, hoa, draft.name, content(title="Hai"), seen=2)

    assert save(db, hoa, draft.name, content(title="Hai ba"), seen=2).revision == 4


def test_a_draft_that_was_published_elsewhere_is_not_begun_anew_unasked(db, hoa, module):
    draft = make_drafts.draft(db, hoa, taken(db, "BG-02"), "CD-1")
    publish(db, hoa, draft, number=1)

    with pytest.raises(Conflict, match="đã được xuất bản"):
        save(db, hoa, "CD-1", content(), seen=1)

    assert save(db, hoa, "CD-1", content(), seen=0).revision == 1


def test_too_much_is_refused_while_it_is_still_in_the_browser(db, hoa):
    draft = drafting.begin(db, hoa, now=NOW)

    with pytest.raises(InvalidInput) as refused:
        save(db, hoa, draft.name, content(lecture("moi-1", body="x" * 200_001)), seen=1)

    assert set(refused.value.fields) == {"moi-1.body"}


@pytest.mark.parametrize("role", [Role.LEARNER, Role.ADMINISTRATOR, Role.INSPECTOR])
def test_who_writes_nothing_begins_nothing(db, role):
    with pytest.raises(Forbidden):
        drafting.begin(db, make_drafts.author(db, "Người lạ", role), now=NOW)


def test_another_instructor_learns_who_is_at_it_and_the_centre_may_go_on(db, hoa, module):
    make_drafts.draft(db, hoa, content(title="Bí mật"), "CD-1")
    stranger = make_drafts.author(db, "Đặng Thị Lan")
    centre = make_drafts.author(db, "Trần Văn Lực", Role.CENTRAL)

    with pytest.raises(Forbidden, match="Ngô Thị Hòa"):
        drafts.desk_at(db, stranger, "CD-1")
    changed = save(db, centre, "CD-1", content(title="Sửa"), seen=1, writer="centre")

    assert changed.owner.full_name == "Ngô Thị Hòa"
    assert changed.saved_by.full_name == "Trần Văn Lực"
    for actor, count in ((hoa, 1), (stranger, 0), (centre, 1), (Actor(None), 0)):
        seen = select(func.count()).select_from(ModuleDraft).where(drafts.visible_to(actor))
        assert db.scalar(seen) == count
        assert drafts.may_edit(actor, changed) is bool(count)


def test_what_is_no_draft_is_not_found(db, hoa):
    for name in ("nhap-999", "nhap-x", "KHONG-CO"):
        with pytest.raises(NotFound):
            drafts.desk_at(db, hoa, name)


def test_a_draft_given_up_leaves_what_is_published_and_a_line_in_the_book(db, hoa, module):
    draft = make_drafts.draft(db, hoa, content(), "CD-1")

    drafting.discard(db, hoa, draft, now=NOW)

    assert drafts.desk_at(db, hoa, "CD-1").draft is None
    [entry] = db.scalars(select(AuditEntry).where(AuditEntry.action == "discard"))
    assert entry.person_id == hoa.person_id


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
