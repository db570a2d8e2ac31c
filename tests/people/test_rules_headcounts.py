"""Reading a declared number, and what to do with a line that was sent."""

import pytest

from elearn.people.rules.headcounts import NOTHING, Deed, Said, deed_of, number_in

_35, _37 = Said(35), Said(37)
_UNREPORTED = Said(is_unreported=True)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("35", 35),
        (" 0 ", 0),
        ("1.250", 1250),
        ("1 250", 1250),
        ("1.2", None),
        ("12,5", None),
        ("-3", None),
        ("ba", None),
        ("10000000", None),
        ("9" * 5000, None),
        ("٣", 3),
    ],
)
def test_a_number_is_read_as_people_write_it(text, number):
    assert number_in(text) == number


@pytest.mark.parametrize(
    ("sent", "shown", "held", "deed"),
    [
        (_35, NOTHING, NOTHING, Deed.DECLARE),
        (_37, _35, _35, Deed.DECLARE),
        (Said(35, source="BC 1"), _35, _35, Deed.DECLARE),
        (_UNREPORTED, _35, _35, Deed.DECLARE),
        (NOTHING, _35, _35, Deed.TAKE_BACK),
        (_35, _35, _35, Deed.LEAVE),
        (NOTHING, NOTHING, NOTHING, Deed.LEAVE),
        (NOTHING, NOTHING, _35, Deed.LEAVE),
        (_35, NOTHING, _35, Deed.LEAVE),
        (_37, NOTHING, _35, Deed.LOOK_AGAIN),
        (NOTHING, _35, _37, Deed.LOOK_AGAIN),
    ],
)
def test_what_a_line_does_depends_on_what_was_shown_and_what_holds(sent, shown, held, deed):
    assert deed_of(sent, shown, held) is deed
