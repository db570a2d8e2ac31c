"""What a draft holds, in which order, and which window may save: decided without a database."""

import pytest

from elearn.catalogue.rules.draft import (
    LONGEST_BODY,
    MOST_LECTURES,
    Aims,
    DraftContent,
    Saved,
    content_from,
    follows,
    too_much,
)
from tests.make.drafts import content, lecture

THREE = content(*(lecture(key) for key in ("a", "b", "c")))


def keys(of: DraftContent) -> str:
    return "".join(place.key for place in of.lectures)


@pytest.mark.parametrize(
    ("key", "step", "order"),
    [("a", 1, "bac"), ("c", -1, "acb"), ("a", 2, "bca"), ("a", -1, "abc"), ("x", 1, "abc")],
)
def test_a_lecture_moves_within_the_order(key, step, order):
    assert keys(THREE.moved(key, step)) == order


def test_a_lecture_is_taken_out_and_another_put_at_the_end():
    assert keys(THREE.without("b").with_lecture(lecture("d"))) == "acd"


def test_a_lecture_with_a_known_key_takes_the_place_of_that():
    changed = THREE.with_lecture(lecture("b", title="Khác"))

    assert keys(changed) == "abc"
    assert changed.lectures[1] == lecture("b", title="Khác")


def test_what_is_written_down_is_read_back():
    whole = content(lecture(aims=Aims("Nêu được", "Lập được\nGhi được"), medium_id=3))

    assert content_from(whole.as_json()) == whole


@pytest.mark.parametrize(
    ("writer", "seen", "is_allowed"),
    [
        ("mine", 5, True),
        ("other", 5, True),
        ("other", 4, False),
        ("mine", 4, True),  # Its last words arrived, though it was killed before it knew.
        ("mine", 2, True),
        ("mine", 1, False),  # What another window wrote as revision 2 it has not seen.
        ("mine", 6, False),
        ("", 4, False),
    ],
)
def test_a_window_builds_on_what_it_has_seen_and_on_its_own_words(writer, seen, is_allowed):
    saved = Saved(revision=5, writer="mine", writer_since=3)

    assert follows(saved, writer=writer, seen=seen) is is_allowed


def test_a_window_without_a_name_builds_on_nothing_it_has_not_seen():
    assert not follows(Saved(5, "", 3), writer="", seen=4)


def test_too_much_is_told_by_field():
    long = content(lecture("a", body="x" * (LONGEST_BODY + 1), title="t" * 301), title="t" * 301)

    assert set(too_much(long)) == {"title", "a.title", "a.body"}
    assert too_much(THREE) == {}


def test_a_module_has_so_many_lectures_and_no_more():
    many = content(*(lecture(f"m{number}") for number in range(MOST_LECTURES + 1)))

    assert set(too_much(many)) == {"lectures"}
