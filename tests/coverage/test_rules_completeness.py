"""Who has reported, who is missing, and who is not on the roster: in numbers and in words."""

from datetime import date

import pytest

from elearn.areas import Level
from elearn.coverage.rules.completeness import Completeness, Excluded, LeftOut, Part, Reporting
from elearn.coverage.rules.declared import Total
from elearn.text import msg

OWN = Part(1, "VN", "Việt Nam", 0, None)
DECLARED = Total(40, date(2026, 6, 30))
TOLD = "khai báo 40 người, số liệu ngày 30/06/2026"


def part(name="Tỉnh A", in_post=0, declared=None, **more):
    return Part(2, "01", name, in_post, declared, **more)


@pytest.mark.parametrize(
    ("one", "reporting", "has_reported"),
    [
        (part(in_post=3), Reporting.ROSTER, True),
        (part(in_post=3, declared=DECLARED), Reporting.ROSTER, True),
        (part(declared=DECLARED), Reporting.DECLARED, True),
        (part(is_left_out=True), Reporting.LEFT_OUT, True),
        (part(), Reporting.MISSING, False),
    ],
)
def test_names_or_a_number_are_a_report(one, reporting, has_reported):
    assert (one.reporting, one.has_reported) == (reporting, has_reported)


@pytest.mark.parametrize(
    ("one", "size", "lacking", "is_rate_known"),
    [
        (part(in_post=30, declared=DECLARED), 30, 10, True),
        (part(in_post=45, declared=DECLARED), 45, 0, True),
        (part(in_post=45), 45, None, True),
        (part(declared=DECLARED), 40, 40, False),
        (part(declared=Total(0, date(2026, 6, 30))), 0, 0, False),
        (part(), None, None, False),
        (part(declared=DECLARED, is_comparable=False), None, None, False),
    ],
)
def test_without_persons_the_number_is_the_size_and_the_rate_is_unknown(
    one, size, lacking, is_rate_known
):
    assert (one.size, one.not_on_roster, one.is_rate_known) == (size, lacking, is_rate_known)


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (part(), "chưa báo cáo"),
        (part(in_post=40, declared=DECLARED), "có danh sách"),
        (
            part(declared=DECLARED),
            f"{TOLD}; chưa có danh sách nên chưa tính được tỷ lệ",
        ),
        (
            part(in_post=28, declared=DECLARED),
            f"{TOLD}; còn 12 người chưa có trong danh sách",
        ),
    ],
)
def test_how_an_area_reported_is_told(one, words):
    assert str(one.words) == words


def test_sixty_of_sixty_three_and_who_is_missing():
    missing = [part(f"Tỉnh {name}") for name in ("Cao Bằng", "Lai Châu", "Sơn La")]
    found = Completeness(OWN, (*missing, *[part(in_post=1)] * 60), Level.PROVINCE)

    assert found.ratio == "60/63"
    assert str(found.words) == "60/63 tỉnh, thành phố đã báo cáo"
    assert str(found.missing_words) == "Chưa báo cáo: tỉnh Cao Bằng, tỉnh Lai Châu, tỉnh Sơn La."
    assert not found.is_complete


def test_of_many_the_first_thirty_are_named():
    many = Completeness(OWN, tuple(part(f"Xã {n}") for n in range(104)), Level.COMMUNE)

    assert str(many.missing_words).endswith("xã 29 và 74 nơi khác.")


def test_where_all_reported_nobody_is_missing_and_without_parts_nothing_is_said():
    assert Completeness(OWN, (part(in_post=1),), Level.COMMUNE).missing_words is None
    assert Completeness(OWN).words is None
    assert Completeness(OWN).is_complete


def test_the_footnote_counts_and_names_the_units_left_out():
    units = [Excluded(n, f"Hội {n}", "xã A", msg("lý do khác"), "") for n in range(2)]
    cited = Excluded(9, "Hội C", "xã C", msg("lý do khác"), "12/QĐ")

    assert LeftOut().words is None
    assert str(LeftOut((*units, cited)).words) == (
        "Không đánh giá 3 đơn vị, đã bỏ khỏi cả tử số và mẫu số: Hội 0; Hội 1; Hội C (12/QĐ)."
    )
    assert "và 2 đơn vị khác" in str(LeftOut((*units,) * 16).words)
