"""Counting everything anew: what is written, what readers see meanwhile, and what is left behind."""

from datetime import date

import pytest

from elearn import areas, coverage
from elearn.coverage import MapKind
from tests.make import coverage as make
from tests.make.areas import area


def test_two_of_three_heads_are_counted_in_the_commune_and_above(db, heads):
    (scheme,) = make.counted(db, make.scheme_of(make.indicator()))

    one = scheme.indicators[0]
    places = [area(db, name).id for name in ("Xã Hưng Hà", "Tỉnh Hưng Yên", "Việt Nam")]
    asked = coverage.Asked(scheme, places[2], "", make.DAY)
    found = coverage.figures_of(db, asked, scheme.indicators, places)
    assert [(found[one.key, place].reached, found[one.key, place].in_post) for place in places] == [
        (1, 3)
    ] * 3
