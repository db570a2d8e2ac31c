"""A day in a form: as a calendar sends it, as people write it, and what is none."""

from datetime import date

import pytest
from werkzeug.datastructures import MultiDict
from wtforms import Form
from wtforms.validators import Optional

from elearn.web import DayField


class _Asked(Form):
    day = DayField("Ngày", [Optional()])


def _read(typed):
    asked = _Asked(MultiDict({"day": typed}))
    return asked.validate(), asked.day.data


@pytest.mark.parametrize(
    "typed", ["2026-12-05", "05/12/2026", "5/12/2026", "5-12-2026", "5.12.2026", " 5/12/2026 "]
)
def test_a_day_is_read_however_it_is_written(typed):
    assert _read(typed) == (True, date(2026, 12, 5))


@pytest.mark.parametrize("typed", ["31/02/2026", "12/2026", "hôm nay", "\0", "5/12/26"])
def test_what_is_no_day_is_refused(app, typed):
    with app.test_request_context():
        assert _read(typed) == (False, None)


def test_no_day_is_none():
    assert _read("") == (True, None)
