"""Answers: whatever somebody types, and where nothing is found."""

import pytest

from tests.make import search as make


@pytest.fixture(scope="module")
def peace(tmp_path_factory):
    """An index of one lecture that no test changes."""
    return make.shelf(tmp_path_factory.mktemp("peace"), make.titled(A="Hòa giải"))


def test_raw_telex_is_read_only_if_nothing_is_found_as_typed(tmp_path):
    shelf = make.shelf(tmp_path, make.titled(A="Tuyên truyền miệng", B="Nghe nhạc jazz", C="Xa"))

    answer = make.ask(shelf, "tuyeen truyeefn")
    assert [entry.code for entry in answer.things.entries] == ["A"]
    assert answer.question.text == "tuyên truyền"
    assert make.codes(shelf, "jazz") == ["B"]
    assert make.ask(shelf, "jazz").question.text == "jazz"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hoa giai mau thuan giadinh", "hòa giải mâu thuẫn gia đình"),
        ("hòa giải mâu thuẩn gia đinhh", "hòa giải mâu thuẫn gia đình"),
        ("hoa giaix mau thuan gzz", "hòa giải mâu thuẫn"),
        ("hoagiai", "hòa giải"),
        ("ky nang lang nhge", "kỹ năng lắng nghe"),
        ("x", ""),
        ("hoaa giaix mauu thuann", "hòa giải mâu thuẫn"),
    ],
)
def test_where_nothing_is_found_what_was_meant_is_guessed(tmp_path, typed, meant):
    shelf = make.shelf(
        tmp_path, make.titled(A="Hòa giải mâu thuẫn gia đình", B="Kỹ năng lắng nghe")
    )

    answer = make.ask(shelf, typed)

    assert meant in (answer.suggestion, answer.question.text)
    assert not meant or len(make.codes(shelf, meant)) == 1


@pytest.mark.parametrize(
    "typed",
    [
        *('"', '"hòa giải', "hòa*", "h?a", "title:hòa", "kind:passage", "hòa AND", "NOT hòa"),
        *(
            "(((",
            "hòa^9999999",
            "[a TO z]",
            "hòa~9",
            "\\",
            "\0",
            "𝓱𝓸̀𝓪",
            "'; DROP TABLE",
            "hòa_giải",
        ),
        *("a" * 5000, "hòa " * 5000, "%00%ff", "🙂", "\u0300\u0300", "passage", "OR"),
    ],
)
def test_whatever_is_typed_is_text(peace, typed):
    assert make.ask(peace, typed).things.count in (0, 1)


@pytest.mark.parametrize("typed", ["", " ", "🙂", "***", "_"])
def test_no_words_find_nothing(peace, typed):
    assert make.ask(peace, typed).count == 0


def test_an_empty_index_answers(tmp_path):
    answer = make.ask(make.shelf(tmp_path), "hòa giải")

    assert (answer.count, answer.suggestion) == (0, "")
