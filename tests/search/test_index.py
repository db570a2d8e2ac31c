import random
from unicodedata import normalize

import pytest

from elearn.search import Entry, Kind, Line
from elearn.search.rules import passages
from elearn.text import fold
from tests.make import search as make


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """An index of many entries set together by chance, and those entries."""
    chance = random.Random(7)
    words = ["hội", "hoi", "xã", "xa", "chi", "tổ", "tố", "thôn", "nghe", "ghi"]
    entries = [
        Entry(
            Kind.PASSAGE if number % 3 else Kind.LECTURE,
            f"A-{number}",
            "Một bài",
            " ".join(chance.sample(words, 5)),
        )
        for number in range(600)
    ]
    return make.shelf(tmp_path_factory.mktemp("many"), entries), entries


def test_exact_diacritics_stand_above_folded_ones(tmp_path):
    often = "Hoa giai, hoa giai, hoa giai. " * 20
    shelf = make.shelf(
        tmp_path,
        [
            make.lecture("A", "Hoa giai", often),
            make.lecture("B", "Việc ở cơ sở", "Một lần hòa giải " + "giữa bao việc khác " * 40),
        ],
    )

    assert make.codes(shelf, "hòa giải") == ["B", "A"]
    assert make.codes(shelf, "hoà giải") == ["B", "A"]


@pytest.mark.parametrize(
    "typed",
    [
        "bồi dưỡng",
        "BỒI DƯỠNG",
        normalize("NFD", "bồi dưỡng"),
        "boi duong",
        "bòi dương",
        "Boi  Dưỡng",
    ],
)
def test_folded_always_finds(tmp_path, typed):
    titles = {
        "A": "Bồi dưỡng",
        "B": normalize("NFD", "Bồi dưỡng"),
        "C": "Bội đường",
        "D": "boi duong",
    }
    shelf = make.shelf(tmp_path, make.titled(**titles))

    assert sorted(make.codes(shelf, typed)) == ["A", "B", "C", "D"]


def test_d_with_a_stroke_is_d(tmp_path):
    shelf = make.shelf(tmp_path, make.titled(A="Điều hành sinh hoạt"))

    assert make.codes(shelf, "dieu hanh") == make.codes(shelf, "đieu hanh") == ["A"]


@pytest.mark.parametrize("typed", ["hoà thuận, thuý, khoẻ", "hòa thuận, thúy, khỏe"])
def test_where_a_tone_is_put_makes_no_difference(tmp_path, typed):
    shelf = make.shelf(
        tmp_path,
        make.titled(A="Hoá thuận thuỳ khoe", B="Hòa thuận thuý khoẻ", C="Hoa thuan thuy khoe"),
    )

    assert make.codes(shelf, typed)[0] == "B"


def test_a_phrase_stands_above_scattered_words(tmp_path):
    scattered = "Giải thích cho hòa thuận, phòng ngừa rồi lại hòa và giải"
    shelf = make.shelf(
        tmp_path,
        [make.lecture("A", "Một", scattered), make.lecture("B", "Hai", "Cách hòa giải ở thôn")],
    )

    assert make.codes(shelf, "hòa giải") == make.codes(shelf, "hoa giai") == ["B", "A"]


def test_a_title_stands_above_a_text(tmp_path):
    shelf = make.shelf(
        tmp_path,
        [
            make.lecture("A", "Công tác Hội", "Nói về chuyển đổi số, chuyển đổi số và lại nữa"),
            make.lecture("B", "Chuyển đổi số cho chi hội", "Cách dùng điện thoại"),
        ],
    )

    assert make.codes(shelf, "chuyen doi so") == ["B", "A"]


def test_every_word_is_asked_for(tmp_path):
    shelf = make.shelf(tmp_path, make.titled(A="Kỹ năng tuyên truyền", B="Kỹ năng nghe"))

    assert make.codes(shelf, "ky nang nghe") == ["B"]


@pytest.mark.parametrize("typed", ["h'hen niê", "H’Hen Niê", "h hen nie", "hen"])
def test_an_apostrophe_is_no_hindrance(tmp_path, typed):
    shelf = make.shelf(tmp_path, make.titled(A="Chuyện của chị H'Hen Niê"))

    assert make.codes(shelf, typed) == ["A"]


def test_an_abbreviation_finds_what_it_stands_for_and_the_reverse(tmp_path):
    shelf = make.shelf(
        tmp_path, make.titled(A="Phối hợp với UBND xã", B="Làm việc với ủy ban nhân dân")
    )

    for typed in ("UBND", "ubnd", "ủy ban nhân dân", "uy ban nhan dan"):
        assert sorted(make.codes(shelf, typed)) == ["A", "B"], typed
    assert make.codes(shelf, "ubnd xã") == ["A"]


def test_a_lecture_is_found_by_its_code(tmp_path):
    shelf = make.shelf(tmp_path, [make.lecture("HV-15", "Quản lý hội viên")])

    assert make.codes(shelf, "hv-15") == ["HV-15"]


def test_what_is_said_is_found_with_the_second(tmp_path):
    said = [
        Line(0, "Chào các chị."),
        Line(12, "Hôm nay ta nói về"),
        Line(15, "tủ sách của chi hội."),
    ]
    shelf = make.shelf(tmp_path, passages("BG-01", "Một bài", said))

    (entry,) = make.ask(shelf, "noi ve tu sach").passages.entries

    assert (entry.kind, entry.code, entry.title) == (Kind.PASSAGE, "BG-01", "Một bài")
    assert [line.second for line in entry.lines] == [12, 15]
    assert make.ask(shelf, "tu sach").things.count == 0
    assert make.ask(shelf, "chao").passages.count == 1


@pytest.mark.parametrize("typed", ["hoi xa", "hoi xa to", "to chi hoi xa", "hội xã"])
def test_all_that_hold_every_word_are_found_and_no_others_however_many_there_are(many, typed):
    shelf, entries = many
    asked = set(fold(typed).split())
    wanted = sum(asked <= set(map(fold, entry.words)) for entry in entries)

    assert make.ask(shelf, typed).count == wanted > 40


def test_each_tier_outweighs_those_below_it_whatever_a_text_repeats(tmp_path):
    asked = "một hai ba bốn năm sáu bảy tám chín mười"
    folded = "mot hai ba bon nam sau bay tam chin muoi"
    shelf = make.shelf(
        tmp_path,
        [
            Entry(Kind.LECTURE, "A", folded, f"{folded} " * 100),
            Entry(Kind.LECTURE, "B", "Đếm", " và ".join(reversed(asked.split()))),
        ],
    )

    assert make.codes(shelf, asked) == ["B", "A"]
