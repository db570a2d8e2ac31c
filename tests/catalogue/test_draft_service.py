"""Drafts are saved without undoing another window's words."""

import pytest
from sqlalchemy import func, select

from elearn.access import Actor, Role
from elearn.audit import AuditEntry
from elearn.catalogue.models import ModuleDraft
from elearn.catalogue.queries import drafts
from elearn.catalogue.service import drafting
from elearn.catalogue.service.drafting import Writing
from elearn.errors import Conflict, Forbidden, InvalidInput, NotFound
from tests.make import catalogue as make
from tests.make import drafts as make_drafts
from tests.make.drafts import NOW, content, lecture, publish, taken


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
