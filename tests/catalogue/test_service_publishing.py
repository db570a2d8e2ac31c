"""What is written in the system becomes a version like any other, spelled as the folder has it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from elearn import catalogue
from elearn.access import OPERATOR, Actor, Grant, Role
from elearn.audit import AuditEntry
from elearn.catalogue import Block, ContentTag, ModuleText, Objectives, Origin, Region
from elearn.db import Change
from elearn.errors import Conflict, Forbidden, InvalidInput
from tests.make import catalogue as make

MONDAY = datetime(2026, 3, 2, 1, tzinfo=UTC)
TUESDAY = datetime(2026, 3, 3, 1, tzinfo=UTC)
INSTRUCTOR = Actor(None, (Grant(Role.INSTRUCTOR, "/", date.min),))


@pytest.fixture
def lecture(db, small):
    catalogue.load(db, small, now=MONDAY)
    return catalogue.lecture_by_code(db, "BG-01")


@pytest.fixture
def text(db, lecture):
    return catalogue.lecture_text_of(db, lecture)


@pytest.fixture
def module_text(text):
    """A module of one lecture that nobody has published yet."""
    facts = (Region.ALL, Block.ELECTIVE, Origin.COMPOSED, None, None)
    return ModuleText("CD-0001", "Chăm sóc mẹ và bé", *facts, lectures=("BG-01",))


def outbox(db, since):
    rows = db.execute(select(Change.kind, Change.key).where(Change.at == since))
    return [(kind, key) for kind, key in rows]


def test_the_next_version_supersedes_the_one_before(db, lecture, text):
    first = lecture.current

    second = catalogue.publish_lecture(
        db, INSTRUCTOR, lecture, replace(text, title="Mở đầu cho khéo"), now=TUESDAY
    )

    assert (first.superseded_at, second.number, second.recorded_at) == (TUESDAY, 2, TUESDAY)
    assert lecture.current is second
    assert lecture.loaded_hash == first.content_hash
    assert outbox(db, TUESDAY) == [("lecture", "BG-01")]


def test_what_was_published_is_written_down(db, lecture, text):
    catalogue.publish_lecture(db, OPERATOR, lecture, replace(text, body="Khác."), now=TUESDAY)

    [entry] = db.scalars(select(AuditEntry).where(AuditEntry.action == "publish"))
    assert (entry.subject, entry.subject_id) == ("lecture", lecture.id)
    assert entry.details == {"code": "BG-01", "version": 2}


def test_the_same_wording_again_writes_nothing(db, lecture, text, count_queries):
    again = replace(text, title=f"  {text.title} ", body=text.body + "\r\n")

    with count_queries() as queries:
        version = catalogue.publish_lecture(db, OPERATOR, lecture, again, now=TUESDAY)

    assert version.number == 1
    assert all(query.startswith("SELECT") for query in queries)


def test_target_groups_in_another_order_are_the_same_wording(db, lecture, text):
    both = replace(text, groups=("trainer", "branch_head"))
    catalogue.publish_lecture(db, OPERATOR, lecture, both, now=TUESDAY)

    turned = replace(text, groups=("branch_head", "trainer"))
    assert catalogue.publish_lecture(db, OPERATOR, lecture, turned, now=TUESDAY).number == 2


def test_a_withdrawn_lecture_is_offered_again_when_it_is_published(db, lecture, text):
    lecture.withdrawn_on = MONDAY.date()

    catalogue.publish_lecture(db, OPERATOR, lecture, text, now=TUESDAY)

    assert (lecture.withdrawn_on, lecture.current.number) == (None, 2)


def test_a_new_lecture_is_entered_under_the_next_code(db, text):
    code = catalogue.next_code(db, "lecture")

    version = catalogue.publish_lecture(
        db, OPERATOR, None, replace(text, code=code, slides=()), now=TUESDAY
    )

    made = catalogue.lecture_by_code(db, "BG-0001")
    assert (made.loaded_hash, made.current) == (None, version)
    assert catalogue.lecture_text_of(db, made).slides == ()


def test_codes_given_by_the_system_are_a_series_of_their_own(db):
    for code in ("BG-77", "BG-0012", "BG-0007", "BG-0012-A", "HV-9999"):
        make.lecture(db, code)
    make.module(db, "CD-9999")

    assert catalogue.next_code(db, "lecture") == "BG-0013"
    assert catalogue.next_code(db, "module") == "CD-10000"


def test_a_module_is_published_with_its_lectures_in_their_order(db, module_text):
    text = replace(
        module_text,
        lectures=("BG-03", "BG-01"),
        objectives=Objectives(knowledge=("Biết một việc.",)),
        tags=(ContentTag.UNION_DUTY, ContentTag.SOCIAL_WORK),
        groups=("trainer",),
    )

    catalogue.publish_module(db, OPERATOR, None, text, now=TUESDAY)

    module = catalogue.module_by_code(db, "CD-0001")
    kept = catalogue.module_text_of(db, module)
    assert kept == replace(text, tags=(ContentTag.SOCIAL_WORK, ContentTag.UNION_DUTY))
    assert outbox(db, TUESDAY) == [("module", "CD-0001")]


def test_the_same_module_again_writes_nothing(db, module_text):
    first = catalogue.publish_module(db, OPERATOR, None, module_text, now=MONDAY)
    module = catalogue.module_by_code(db, "CD-0001")

    assert catalogue.publish_module(db, OPERATOR, module, module_text, now=TUESDAY) is first


def test_a_code_that_is_taken_is_refused(db, text, module_text):
    with pytest.raises(Conflict, match="BG-01"):
        catalogue.publish_lecture(db, OPERATOR, None, text, now=TUESDAY)
    with pytest.raises(Conflict, match="CD-1"):
        catalogue.publish_module(db, OPERATOR, None, replace(module_text, code="CD-1"), now=TUESDAY)


@pytest.mark.parametrize("role", [Role.LEARNER, Role.ADMINISTRATOR, Role.INSPECTOR])
def test_who_does_not_teach_publishes_nothing(db, lecture, text, module_text, role):
    stranger = Actor(None, (Grant(role, "/", date.min),))

    with pytest.raises(Forbidden, match="Giảng viên"):
        catalogue.publish_lecture(db, stranger, lecture, text, now=TUESDAY)
    with pytest.raises(Forbidden, match="Giảng viên"):
        catalogue.publish_module(db, stranger, None, module_text, now=TUESDAY)


def test_a_lecture_is_asked_for_what_the_folder_is_asked_for(db, lecture, text):
    empty = replace(text, title=" ", body="\n", planned_minutes=0, tags=(), groups=())

    with pytest.raises(InvalidInput) as refused:
        catalogue.publish_lecture(db, OPERATOR, lecture, empty, now=TUESDAY)

    assert set(refused.value.fields) == {"title", "body", "planned_minutes", "tags", "groups"}


def test_a_group_that_does_not_exist_is_refused(db, lecture, text):
    with pytest.raises(InvalidInput, match="groups"):
        catalogue.publish_lecture(
            db, OPERATOR, lecture, replace(text, groups=("nobody",)), now=TUESDAY
        )


@pytest.mark.parametrize("lectures", [(), ("BG-99",), ("BG-04",), ("BG-01", "BG-01")])
def test_a_module_needs_lectures_that_are_offered_each_once(db, module_text, lectures):
    catalogue.lecture_by_code(db, "BG-04").withdrawn_on = MONDAY.date()

    with pytest.raises(InvalidInput, match="lectures"):
        catalogue.publish_module(
            db, OPERATOR, None, replace(module_text, lectures=lectures), now=TUESDAY
        )


def test_what_a_browser_sends_is_spelled_as_files_are(db, lecture, text):
    typed = replace(
        text,
        title="Tie\u0302\u0301ng \u00a0noi\x07",
        body="\ufeff# A\r\n\r\n\tmột\x00 dòng\r\n---\r\n",
        objectives=Objectives(skills=("  Làm\nđược. ", " ")),
    )

    version = catalogue.publish_lecture(db, OPERATOR, lecture, typed, now=TUESDAY)

    assert version.title == "Tiếng noi"
    assert version.body == "# A\n\n    một dòng\n---"
    assert catalogue.lecture_text_of(db, lecture).objectives.skills == ("Làm được.",)
