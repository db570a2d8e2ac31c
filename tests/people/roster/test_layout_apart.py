"""Tables beside each other, and lists of contacts: one heading over several persons in a row."""

from elearn.people.roster.rules.books import Book
from elearn.people.roster.rules.layout import corrected, layouts_of, placed_rows
from tests.people.roster.drawn import fields, sheet

CONTACTS = (
    "TT|Xã|Chủ tịch Hội||Phó Chủ tịch|",
    "||Họ và tên|SĐT|Họ và tên|SĐT",
    "=1|Minh Khai|Lê Thị Hoa|0912345678|Lê Thị Huệ|0912345679",
    "=2|Tân Lễ|Lê Thị Lan|0912345670||",
)


def test_two_lists_beside_each_other_are_both_read():
    book = Book(
        (
            sheet(
                *("STT|Họ và tên|SĐT||STT|Họ và tên|SĐT", "=1|Lê Thị Hoa|0912||=3|Lê Thị Lan|0913"),
                "=2|Lê Thị Huệ|0914||||",
            ),
        )
    )

    left, right = layouts_of(book)

    assert fields(left) == fields(right) == "number name phone"
    assert (left.entry_rows, right.entry_rows) == ((2, 3), (2,))
    assert list(right.columns) == [4, 5, 6]


def test_a_second_name_in_a_row_is_no_second_list_without_its_own_number():
    book = Book(
        (sheet("STT|Họ và tên|Năm sinh|Người thân|", "|||Họ và tên|SĐT", "=1|Lê Thị Hoa|1984|||"),)
    )

    (found,) = layouts_of(book)

    assert fields(found) == "number name born unknown phone"


def test_contacts_hold_the_post_above_their_column():
    one = sheet(*CONTACTS, merged=["C1:D1", "E1:F1"])

    found = layouts_of(Book((one,)))

    assert [corrected(layout, one, {}).entry_rows for layout in found] == [(3, 4), (3,)]
    told = [
        (row.cells[at], row.cells[1], context.post)
        for at, layout in zip((2, 4), found, strict=True)
        for row, context in placed_rows(one, layout)
    ]
    assert told == [
        ("Lê Thị Hoa", "Minh Khai", "Chủ tịch Hội"),
        ("Lê Thị Lan", "Tân Lễ", "Chủ tịch Hội"),
        ("Lê Thị Huệ", "Minh Khai", "Phó Chủ tịch"),
    ]


def test_contacts_under_one_heading_only_are_read_alike():
    lines = ("Xã|Chủ tịch Hội|SĐT", "Minh Khai|Lê Thị Hoa|0912345678")

    (found,) = layouts_of(Book((sheet(*lines),)))

    assert fields(found) == "commune name phone"
    assert found.context.post == "Chủ tịch Hội"


def test_days_of_birth_in_three_columns_are_put_together():
    one = sheet(
        *("STT|Họ và tên|Ngày, tháng, năm sinh|||Chức vụ", "||Ngày|Tháng|Năm|"),
        *("=1|Lê Thị Hoa|=5|=3|=1984|CHT", "=2|Lê Thị Huệ|||=1979|CHT"),
        merged=["C1:E1"],
    )

    (found,) = layouts_of(Book((one,)))

    assert fields(found) == "number name born_day born_month born post"
    assert [row.cells[4] for row, _ in placed_rows(one, found)] == ["5/3/1984", 1979.0]
