"""One area is meant by a code or a name, or the shell is told which it might be."""

import pytest

from elearn import areas
from elearn.errors import NotFound
from tests.make.areas import NOW


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("VN", "Việt Nam"),
        ("33", "Tỉnh Hưng Yên"),
        ("Xã Hưng Hà", "Xã Hưng Hà"),
        ("hung ha, hung yen", "Xã Hưng Hà"),
        ("tỉnh hưng yên", "Tỉnh Hưng Yên"),
    ],
)
def test_a_code_or_a_name_means_one_area(db, typed, meant):
    assert areas.area_meant(db, typed, day=NOW).full_name == meant


def test_a_name_of_several_is_refused_with_all_of_them(db):
    with pytest.raises(NotFound) as refused:
        areas.area_meant(db, "Tân Lập", day=NOW)

    assert "“Tân Lập” có thể là: Xã Tân Lập" in str(refused.value)
    assert "Gõ cả loại và nơi" in str(refused.value)


@pytest.mark.parametrize("typed", ["Xã Không Đâu", "Hưng", ""])
def test_a_part_of_a_name_means_nothing(db, typed):
    with pytest.raises(NotFound, match="Xã Hưng Hà, Hưng Yên"):
        areas.area_meant(db, typed, day=NOW)


def test_an_area_that_has_ended_is_not_meant(db):
    with pytest.raises(NotFound):
        areas.area_meant(db, "Tỉnh Thái Bình", day=NOW)
