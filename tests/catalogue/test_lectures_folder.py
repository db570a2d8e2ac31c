"""The catalogue that comes with the product: complete, tagged, and loaded as it stands."""

from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from elearn import catalogue
from elearn.catalogue import Catalogue, read

LECTURES = Path(__file__).parents[2] / "lectures"
NOW = datetime(2026, 3, 2, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def whole() -> Catalogue:
    return read(LECTURES)


def test_it_has_80_lectures_68_modules_and_13_programmes(whole):
    sizes = len(whole.lectures), len(whole.modules), len(whole.programmes)

    assert sizes == (80, 68, 13)


def test_every_lecture_has_tags_groups_objectives_and_slides(whole):
    for lecture in whole.lectures:
        assert lecture.tags, lecture.code
        assert lecture.groups, lecture.code
        assert lecture.objectives.knowledge, lecture.code
        assert len(lecture.slides) >= 2, lecture.code


def test_what_the_union_teaches_counts_as_its_duty(whole):
    own = [programme for programme in whole.programmes if programme.code.startswith("NV-")]
    modules = {place.module for programme in own for place in programme.modules}
    lectures = {code for one in whole.modules if one.code in modules for code in one.lectures}

    assert len(own) == 5
    assert all("union_duty" in one.tags for one in own)
    assert all("union_duty" in one.tags for one in whole.lectures if one.code in lectures)


def test_every_lecture_for_branch_heads_and_for_the_front_is_written_out(whole):
    programmes = [one for one in whole.programmes if one.code in ("NV-CHI", "QN-MT")]
    modules = {place.module for programme in programmes for place in programme.modules}
    wanted = {code for one in whole.modules if one.code in modules for code in one.lectures}
    written = [one for one in whole.lectures if one.code in wanted]

    assert len(written) == 22
    for lecture in written:
        assert lecture.is_illustrative, lecture.code
        assert 5 <= len(lecture.slides) <= 12, lecture.code
        assert 150 <= words_said(lecture) <= 600, lecture.code
        assert all(1 <= len(slide.points) <= 4 for slide in lecture.slides), lecture.code
        assert longest_point(lecture) <= 9, lecture.code


def words_said(lecture):
    return sum(len(slide.narration.split()) for slide in lecture.slides)


def longest_point(lecture):
    return max(len(point.split()) for slide in lecture.slides for point in slide.points)


def test_the_lectures_are_where_the_sources_put_them(whole):
    regions = Counter(lecture.region for lecture in whole.lectures)
    origins = Counter(lecture.origin for lecture in whole.lectures)

    assert regions == {"all": 71, "delta": 4, "mountain": 5}
    assert origins == {"verbatim": 20, "seed_phrase": 14, "external": 18, "composed": 28}


def test_loaded_it_says_the_same_with_the_district_programme_closed(db, whole):
    catalogue.load(db, whole, now=NOW)

    offers = {one.programme.code: one for one in catalogue.programmes(db, date(2026, 3, 2))}

    assert [code for code, one in offers.items() if not one.is_open] == ["NV-HUYEN"]
    assert (offers["NV-XA"].module_count, offers["NV-XA"].lecture_count) == (17, 32)
    assert (offers["NV-CHI"].module_count, offers["NV-CHI"].lecture_count) == (10, 14)
    assert len(catalogue.lectures_without_medium(db)) == 80
    outline = catalogue.outline_of(db, offers["NV-XA"].programme)
    assert (outline.min_electives, len(outline.electives)) == (2, 6)
