"""Sheets of declared numbers: what rows say, and what becomes of it."""

import io
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
import xlsxwriter
from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import areas
from elearn.access import OPERATOR
from elearn.people import Headcount
from elearn.people.roster import RosterRow, jobs, service
from elearn.people.roster.models import RosterBatch
from elearn.people.roster.queries.declared import verdicts_of_counts
from elearn.people.roster.queries.gazetteer import gazetteer_of
from elearn.people.roster.reader import headings
from elearn.people.roster.rules.books import BookRow, Raw, Sheet
from elearn.people.roster.rules.entries import Counted, Entry
from elearn.people.roster.rules.gazetteer import Gazetteer
from elearn.people.roster.rules.headcounts import Counting, counts_of
from elearn.people.roster.rules.layouts import Context, Heading, Layout, RosterField
from elearn.people.roster.rules.verdicts import Reason, RowStatus, Verdict
from tests.make.areas import area
from tests.make.headcounts import DAY, headcount

TODAY, NOW = date(2026, 11, 21), datetime(2026, 11, 21, 3, tzinfo=UTC)
HOME = "Tỉnh Hưng Yên"
ASIDE = (RosterField.COMMUNE, "branch_head", "commune_union_chair", RosterField.REPORTING_STATE)
BELOW = (RosterField.COMMUNE, RosterField.HEADCOUNT_GROUP, None, RosterField.HEADCOUNT_DAY)


KEPT: list[Gazetteer] = []


def names(db: Session) -> Gazetteer:
    """Return the names of all areas, put together once: no test here changes one."""
    if not KEPT:
        KEPT.append(gazetteer_of(db, TODAY))
    return KEPT[0]


def layout(columns: tuple[RosterField | str | None, ...], rows: int, context: Context) -> Layout:
    """Return a layout; a column told by a group holds its numbers, one by None any group's."""
    headed = {
        at: Heading(str(one), one, 1)
        if isinstance(one, RosterField)
        else Heading(one or "Số lượng", RosterField.HEADCOUNT, 1, group=one)
        for at, one in enumerate(columns)
    }
    return Layout("S", (1,), headed, entry_rows=tuple(range(2, rows + 2)), context=context)


@pytest.fixture
def said(db):
    """`said(ASIDE, ["xã Hưng Hà", 12.0])` reads rows under these columns, of the end of June."""

    def said(columns, *rows: list[Raw], day: date = DAY, within: str = HOME) -> list[Entry]:
        context = Context(province=within, day=day)
        sheet = Sheet("S", tuple(BookRow(n, tuple(row)) for n, row in enumerate(rows, 2)))
        using = Counting(names(db), headings().group_of, TODAY)
        return list(counts_of(sheet, layout(columns, len(rows), context), using))

    return said


@pytest.fixture
def verdicts(db, said):
    """`verdicts(ASIDE, row, …)` tells what becomes of rows that Hưng Yên sends in."""

    def verdicts(*told, **options) -> list[Verdict]:
        batch = RosterBatch(area_id=area(db, HOME).id, since=DAY)
        entries = said(*told, **options)
        return verdicts_of_counts(db, batch, entries, names(db), today=TODAY)

    return verdicts


def counts(entry: Entry) -> dict[str, int | None]:
    return {one.group: one.number for one in entry.counts}


def test_groups_stand_side_by_side_a_column_each(said):
    [entry] = said(ASIDE, ["xã Hưng Hà", 12.0, "1", None])

    assert (entry.name, entry.place.province) == ("Xã Hưng Hà", "Hưng Yên")
    assert counts(entry) == {"branch_head": 12, "commune_union_chair": 1}
    assert {one.as_of for one in entry.counts} == {DAY}


def test_groups_stand_one_below_the_other_each_with_its_day(said):
    entries = said(
        BELOW,
        ["Xã Hưng Hà", "Chi hội trưởng", 1250.0, "30/06/2026"],
        ["Xã Hưng Hà", "Chủ tịch Hội LHPN", "1", None],
    )

    assert [one.counts for one in entries] == [
        (Counted("branch_head", 1250, DAY),),
        (Counted("commune_union_chair", 1, DAY),),
    ]


def test_who_did_not_report_has_no_number_and_nought_is_one(said):
    by_state, by_cell, nought, empty = said(
        ASIDE,
        ["Xã Hưng Hà", None, None, "Chưa báo cáo"],
        ["Xã Hưng Hà", "chưa BC", 1.0, "đã báo cáo"],
        ["Xã Hưng Hà", 0.0, "-", None],
        ["Xã Hưng Hà", None, "", None],
    )

    assert counts(by_state) == {"branch_head": None, "commune_union_chair": None}
    assert counts(by_cell) == {"branch_head": None, "commune_union_chair": 1}
    assert counts(nought) == {"branch_head": 0}
    assert counts(empty) == {}


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (["Xã Hưng Hà", "mười hai", None, None], "bad_number:mười hai"),
        (["Xã Hưng Hà", -3.0, None, None], "bad_number:-3"),
        (["Xã Hưng Hà", 12.5, None, None], "bad_number:12.5"),
        (["Xã Hưng Hà", 12.0, None, "chưa báo cáo"], "count_contradicts:12"),
        (["Xã Không Đâu Cả", 12.0, None, None], "unknown_unit:Xã Không Đâu Cả"),
    ],
)
def test_what_cannot_be_is_told(said, row, problem):
    assert [one.written for one in said(ASIDE, row)[0].problems] == [problem]


def test_a_group_nobody_knows_and_a_day_that_never_was_are_told(said):
    [entry] = said(BELOW, ["Xã Hưng Hà", "Thợ hàn", 3.0, "31/06/2026"])

    assert [one.code for one in entry.problems] == ["bad_day_of_count", "unknown_group"]


def test_new_corrected_and_known_numbers_are_told_apart(db, verdicts):
    place = area(db)
    held = headcount(db, place, 35)

    corrected, known, new = (
        verdicts(ASIDE, row)[0]
        for row in (
            ["Xã Hưng Hà", 36.0, None, None],
            ["Xã Hưng Hà", 35.0, None, None],
            ["Xã Hưng Hà", 35.0, 1.0, None],
        )
    )

    assert (corrected.status, known.status, new.status) == (
        RowStatus.CHANGED,
        RowStatus.UNCHANGED,
        RowStatus.NEW,
    )
    assert corrected.steps.counts[0].instead == held.id
    assert [(one.field, one.before, one.after) for one in corrected.differences] == [
        ("headcount:branch_head", "35", "36")
    ]
    assert [one.group for one in new.steps.counts] == ["commune_union_chair"]


def test_an_old_commune_counts_for_itself_while_it_stood_and_for_its_heir_after(db, verdicts):
    old = area(db, "Xã Minh Khai", within="Huyện Hưng Hà", day=date(2025, 6, 30))
    row = ["xã Minh Khai, huyện Hưng Hà, Thái Bình", 9.0, None, None]

    [before], [after] = verdicts(ASIDE, row, day=date(2025, 6, 30)), verdicts(ASIDE, row)

    assert before.steps.counts[0].area_id == old.id
    assert after.steps.counts[0].area_id == area(db, "Xã Hưng Hà").id


@pytest.mark.parametrize(
    ("row", "where", "reason"),
    [
        (["Xã Hưng Hà", 3.0], {"day": date(2026, 12, 1)}, Reason("counted_ahead", "01/12/2026")),
        (["Phường Ba Đình", 3.0], {"within": "Hà Nội"}, Reason("outside", "Phường Ba Đình")),
        (["Xã Hưng Hà", None], {}, Reason("nothing_counted")),
    ],
)
def test_what_may_not_be_declared_says_why(verdicts, row, where, reason):
    [verdict] = verdicts(ASIDE, row, **where)

    assert verdict.reasons == (reason,)
    assert not verdict.steps


def test_a_place_counted_twice_is_refused_the_second_time(verdicts):
    row = ["Xã Hưng Hà", 3.0, None, None]

    first, second = verdicts(ASIDE, row, row)

    assert first.status is RowStatus.NEW
    assert second.reasons == (Reason("counted_twice", "2"),)


def test_a_sheet_of_numbers_is_written_as_one_batch_and_taken_back_as_one(db, here, tmp_path):
    place = area(db)
    before = headcount(db, place, 35, source="BC 01")
    path = tmp_path / "so-luong.xlsx"
    path.write_bytes(sheet_of_numbers())
    province = area(db, HOME)
    version = areas.version_on(db, province.id, TODAY)
    batch = service.receive(
        db, here.store, OPERATOR, service.Sent(path, path.name, version), now=NOW
    )

    def go_on(*acts: Callable[..., None]) -> None:
        for act in acts:
            act(db, OPERATOR, batch, now=NOW)
        jobs.run_step(here.database, here.store, here.settings, batch.id)
        db.expire_all()

    go_on()
    columns = service.as_guessed(batch, DAY)
    service.confirm_columns(db, OPERATOR, batch, columns, now=NOW)
    go_on()
    rows = db.scalars(select(RosterRow).order_by(RosterRow.number)).all()
    assert [one.status for one in rows] == ["changed", "new", "unchanged", "error"]

    go_on(service.commit_batch)
    assert numbers(db) == {("Xã Hưng Hà", 40), ("Xã Tiên La", None)}

    go_on(service.undo_batch)
    assert numbers(db) == {("Xã Hưng Hà", 35)}
    assert before.superseded_at is None


def sheet_of_numbers() -> bytes:
    """Return a sheet as a province gathers it: a commune a row, one silent, one misspelt."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file)
    sheet = book.add_worksheet("Số lượng")
    rows = (
        ("HỘI LHPN TỈNH HƯNG YÊN",),
        ("TỔNG HỢP SỐ LƯỢNG CÁN BỘ HỘI",),
        ("STT", "Xã, phường", "Số chi hội trưởng", "Ngày số liệu", "Tình trạng báo cáo"),
        (1, "Xã Hưng Hà", 40, "30/06/2026", "đã báo cáo"),
        (2, "Xã Tiên La", None, "30/06/2026", "chưa báo cáo"),
        (3, "Xã Long Hưng", None, "30/06/2026", None),
        (4, "Xã Không Đâu", 12, "30/06/2026", "đã báo cáo"),
    )
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    book.close()
    return file.getvalue()


def numbers(db: Session) -> set[tuple[str, int | None]]:
    """Return what is declared now, by the full names of the communes."""
    version = areas.AreaVersion
    found = select(version.full_name, Headcount.number).join(
        version, version.area_id == Headcount.area_id
    )
    told = db.execute(found.where(Headcount.is_current(), version.valid_on(DAY)))
    return {(name, number) for name, number in told}
