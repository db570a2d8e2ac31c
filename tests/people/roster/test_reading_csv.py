"""CSV files in any bytes, with any separator and line end, become the one sheet they are."""

import pytest

from tests.people.roster.test_reading import book_of, rows_of


def test_a_csv_in_old_bytes_comes_as_one_sign_a_byte_and_says_in_what():
    text = "Hä vµ tªn;X·\nNguyÔn ThÞ H\u00adêng;Minh Khai\n"

    book = book_of(text.encode("latin-1"), "danh sách")

    assert book.encoding == "tcvn3"
    assert book.sheets[0].name == "danh sách"
    assert book.sheets[0].rows[1].cells == ("NguyÔn ThÞ H\u00adêng", "Minh Khai")


def test_a_cell_of_an_old_font_pasted_into_utf_8_leaves_the_others_alone():
    good = "Nguyễn Thị Thuý Hường;Xã Đông Hưng\n" * 5
    pasted = "NguyÔn ThÞ H\u00adêng;Minh Khai\n".encode("latin-1")

    book = book_of(good.encode() + pasted)

    assert book.encoding is None
    assert book.sheets[0].rows[0].cells == ("Nguyễn Thị Thuý Hường", "Xã Đông Hưng")
    assert book.sheets[0].rows[5].cells == ("NguyÔn ThÞ H\u00adêng", "Minh Khai")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_csv_is_read_in_each_unicode_with_each_separator_and_line_end(encoding, delimiter, end):
    lines = [
        f"Họ tên{delimiter}Xã",
        f'"Hà{delimiter} Lê"{delimiter}"hai{end}dòng"',
        "",
        f"Ngọc{delimiter}",
    ]

    rows = rows_of(end.join(lines).encode(encoding))

    assert rows[0] == (1, ["Họ tên", "Xã"])
    assert rows[1][0] == 2
    assert rows[1][1][0] == f"Hà{delimiter} Lê"
    assert rows[2] == (4, ["Ngọc"])


@pytest.mark.parametrize(
    ("data", "rows"),
    [
        (b"sep=|\r\na|b,c,d\r\n1|2,3,4\r\n", [(1, ["a", "b,c,d"]), (2, ["1", "2,3,4"])]),
        ('a;b\n"Hà;1\nLê;2\n'.encode(), [(1, ["a", "b"]), (2, ['"Hà', "1"]), (3, ["Lê", "2"])]),
        (b'a;b\n"x"y;1\n', [(1, ["a", "b"]), (2, ["xy", "1"])]),
        (b"a;b\n" + b'"x;1\n' + b"y;2\n" * 60, None),
        ("Hà\0;1\n".encode(), [(1, ["Hà", "1"])]),
        (("x;" + "y" * 3_000 + "\n").encode(), [(1, ["x", "y" * 2_000])]),
        (b"\n\n\n;;;\nx\n", [(5, ["x"])]),
    ],
    ids=[
        "stated",
        "open at the end",
        "behind a mark",
        "never closed",
        "NUL",
        "long",
        "empty lines",
    ],
)
def test_a_csv_that_is_not_quite_one_is_read(data, rows):
    found = rows_of(data)

    assert found == rows if rows else len(found) == 62
