"""Reads give what is offered, in its order, in a number of queries that does not grow."""

from datetime import UTC, date, datetime

import pytest

from elearn import catalogue
from elearn.access import OPERATOR
from elearn.errors import NotFound
from tests.make import catalogue as make
from tests.make import media as make_media

NOW = datetime(2026, 3, 2, 1, tzinfo=UTC)


def outlined(db, modules: int):
    """Make a programme of so many modules, two lectures in each."""
    made = [
        make.module(db, f"CD-{n}", [make.lecture(db, f"BG-{n}A"), make.lecture(db, f"BG-{n}B")])
        for n in range(modules)
    ]
    return make.programme(db, modules=made[:-1], electives=made[-1:], min_electives=1)


def test_an_outline_takes_two_queries_whatever_its_size(db, count_queries):
    programme = outlined(db, modules=6)

    with count_queries() as queries:
        outline = catalogue.outline_of(db, programme)

    assert len(outline.lectures) == 12
    assert len(queries) == 2


def test_an_outline_keeps_the_order_and_tells_electives_apart(db):
    outline = catalogue.outline_of(db, outlined(db, modules=3))

    assert [one.code for one in outline.lectures][:3] == ["BG-0A", "BG-0B", "BG-1A"]
    assert [one.code for one in outline.required] == ["CD-0", "CD-1"]
    assert [one.code for one in outline.electives] == ["CD-2"]
    assert [block for block, _ in outline.blocks] == ["required", "elective"]


def test_a_lecture_of_two_modules_is_counted_once(db):
    shared = make.lecture(db)
    modules = [make.module(db, "CD-1", [shared]), make.module(db, "CD-2", [shared])]
    programme = make.programme(db, modules=modules)

    assert len(catalogue.outline_of(db, programme).lectures) == 1
    (offer,) = catalogue.programmes(db, date(2026, 1, 1))
    assert (offer.module_count, offer.lecture_count) == (2, 1)


def test_programmes_are_listed_with_the_closed_ones_last_and_marked(db, count_queries):
    make.programme(db, "CU", valid_to=date(2025, 6, 30))
    make.programme(db, "MOI")

    with count_queries() as queries:
        listed = catalogue.programmes(db, date(2025, 7, 1))

    assert [(one.programme.code, one.is_open) for one in listed] == [("MOI", True), ("CU", False)]
    assert len(queries) == 2


def test_on_its_last_day_a_programme_is_open(db):
    make.programme(db, valid_to=date(2025, 6, 30))

    assert catalogue.programmes(db, date(2025, 6, 30))[0].is_open


def test_a_lecture_comes_with_its_current_wording_in_one_query(db, count_queries):
    make.lecture(db, "BG-01", title="Ghi sổ")
    db.expunge_all()

    with count_queries() as queries:
        lecture = catalogue.lecture_by_code(db, "BG-01")
        title, slides = lecture.title, catalogue.slides_of(lecture)

    assert (title, slides[0].points) == ("Ghi sổ", ("Một việc",))
    assert len(queries) == 1


@pytest.mark.parametrize("ask", [catalogue.lecture_by_code, catalogue.programme_by_code])
def test_an_unknown_code_is_not_found(db, ask):
    with pytest.raises(NotFound, match="KHONG-CO"):
        ask(db, "KHONG-CO")


def test_lectures_without_a_film_are_told(db):
    medium = make_media.medium(db)
    make.lecture(db, "BG-01", medium_id=medium.id)
    waiting = make.lecture(db, "BG-02")

    assert catalogue.lectures_without_medium(db) == [waiting]

    catalogue.set_medium(db, OPERATOR, waiting, medium.id, now=NOW)
    assert catalogue.lectures_without_medium(db) == []
