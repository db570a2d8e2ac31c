"""What no paper can hold is refused before a number is spent; what is usual is not drawn."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import func, select

from elearn.certificates import Certificate
from elearn.certificates.service import trying
from elearn.certificates.service.trying import refuse_unprintable
from elearn.errors import InvalidInput
from tests.certificates.papers import AT, LONGEST, USUAL, drawn
from tests.make import certificates as make
from tests.make import people

WIDEST: dict[str, Any] = {name: "W" * longest for name, longest in trying._SURE.items()}


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"full_name": "王 Thị Ngọc"}, "Giấy của 王 Thị Ngọc: Không in được “王”"),
        ({"unit": "xã " * 600}, "Giấy của Nguyễn Thị Ngọc Ưỡng: Không in được giấy này. Dài quá"),
        ({"signer_title": "PHÓ " * 40}, "Dài quá ô in: PHÓ PHÓ"),
    ],
)
def test_what_cannot_be_printed_is_refused_with_whose_it_is(changes, why):
    with pytest.raises(InvalidInput, match=why):
        refuse_unprintable([USUAL, replace(USUAL, **changes)], at=AT)


def test_a_number_is_not_spent_on_a_name_that_cannot_be_printed(db):
    held = make.closed_class(db, people.person(db), people.person(db, "王 Thị Ngọc"))

    with pytest.raises(InvalidInput, match="王"), db.begin_nested():
        make.issued(db, held)

    assert db.scalar(select(func.count()).select_from(Certificate)) == 0
    assert make.certificate(db).number == 1


def test_what_is_long_and_fits_is_not_refused():
    refuse_unprintable([LONGEST, USUAL], at=AT)


def test_the_widest_letters_fit_wherever_nothing_is_tried():
    assert drawn(replace(USUAL, **WIDEST))


def test_letters_called_usual_are_in_the_fonts():
    usual = "".join(chr(n) for n in range(0x20, 0x1F00) if trying._USUAL.fullmatch(chr(n)))

    assert drawn(replace(USUAL, programme_title=usual))
