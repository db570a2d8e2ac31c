"""Traits of areas, with the days for which a decision gives them."""

from datetime import date

import pytest

from elearn import areas
from elearn.areas import Trait, TraitSource, commands, trait_lines_of
from tests.make.areas import NOW, area

FIRST = TraitSource("861/QĐ-TTg", date(2025, 7, 1), date(2026, 12, 31))
SECOND = TraitSource("60/QĐ-BDTTG", date(2026, 9, 1))


@pytest.fixture
def load(db):
    def told(words, source=FIRST, code=None):
        code = code or areas.version_on(db, area(db).id, NOW).code
        rows = enumerate((("Mã", "Tên", "Đặc điểm"), (code, "", words)), start=1)
        lines, problems = trait_lines_of(list(rows))
        assert problems == []
        return areas.load_traits(db, lines, source)

    return told


def test_traits_hold_on_the_days_of_their_decision(db, load):
    key = area(db).id
    assert load("miền núi; Khu vực II, dân tộc thiểu số") == (3, [])

    had = areas.traits_on(db, [key], date(2026, 1, 1))[key]
    assert had == {Trait.MOUNTAIN, Trait.ZONE_2, Trait.ETHNIC_MINORITY}
    assert areas.traits_on(db, [key], date(2027, 1, 1)) == {}
    assert areas.traits_on(db, [key], date(2025, 6, 30)) == {}


def test_a_zone_ends_when_a_later_decision_gives_another(db, load):
    key = area(db).id
    load("miền núi; khu vực II")

    assert load("khu vực I", SECOND) == (1, [])
    assert areas.traits_on(db, [key], date(2026, 8, 31))[key] == {Trait.MOUNTAIN, Trait.ZONE_2}
    assert areas.traits_on(db, [key], date(2026, 9, 1))[key] == {Trait.MOUNTAIN, Trait.ZONE_1}


def test_the_same_list_a_second_time_changes_nothing(load):
    load("hải đảo")

    assert load("hải đảo") == (0, [])


@pytest.mark.parametrize("day", [SECOND.valid_from, date(2026, 3, 1)])
def test_a_list_does_not_contradict_what_holds_as_early_or_later(db, load, day):
    load("khu vực I", SECOND)

    count, problems = load("khu vực II", TraitSource("1/QĐ", day))

    assert count == 0
    assert "trái lại" in str(problems[0].text)
    assert areas.traits_on(db, [area(db).id], NOW)[area(db).id] == {Trait.ZONE_1}


def test_a_code_that_no_commune_bears_is_told(load):
    count, problems = load("biên giới", code="99999")

    assert count == 0
    assert str(problems[0].text) == "Không có xã mã 99999 vào ngày này."


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("rất xa", "Không có đặc điểm “rất xa”"),
        ("khu vực I, khu vực II", "trái nhau"),
        ("", "Thiếu đặc điểm"),
    ],
)
def test_words_that_say_nothing_or_too_much_are_told(words, why):
    _, problems = trait_lines_of([(1, ("Mã", "Đặc điểm")), (2, ("00004", words))])

    assert problems[0].line == 2
    assert why in str(problems[0].text)


def test_two_lines_of_one_commune_may_add_up_and_not_contradict():
    head = (1, ("Mã", "Đặc điểm"))
    lines = (head, (2, ("4", "khu vực I")), (3, ("4", "đảo")), (4, ("00004", "khu vực II")))

    assert [problem.line for problem in trait_lines_of(lines)[1]] == [4]


def test_headings_that_are_missing_are_named():
    assert "Mã, Đặc điểm" in str(trait_lines_of([(1, ("Tên",))])[1][0].text)


def test_traits_of_many_areas_take_one_query(db, load, count_queries):
    load("hải đảo")

    with count_queries() as queries:
        areas.traits_on(db, range(1, 5000), NOW)

    assert len(queries) == 1


def test_the_shell_takes_in_a_list_or_tells_its_bad_lines(runner, db, tmp_path):
    path, days = tmp_path / "xã.csv", ["--source", "60/QĐ-BDTTG", "--from", "01/09/2026"]
    code = areas.version_on(db, area(db).id, NOW).code
    path.write_text(f"Mã;Đặc điểm\n{code};đồng bằng\n", encoding="utf-8")

    assert "Đã ghi 1 đặc điểm" in runner.invoke(commands.group, ["traits", str(path), *days]).output
    path.write_text("Mã;Đặc điểm\n99999;đồng bằng\n", encoding="utf-8")
    assert "Sai dòng 2" in runner.invoke(commands.group, ["traits", str(path), *days]).output
