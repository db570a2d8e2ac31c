"""`elearn coverage why`: a difference explained to programs and to people."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import update

from elearn import clock, people
from elearn.access import OPERATOR
from elearn.coverage import commands
from tests import bases
from tests.make import coverage as make


@pytest.fixture
def explained(db, runner, heads):
    """`explained("--area", "33")` gives what the command prints of two entries that were joined."""
    db.execute(update(people.OrgUnitPlace).values(recorded_at=bases.ALWAYS))
    now = clock.now()
    people.merge(db, OPERATOR, heads[1], heads[0], now=now)
    db.commit()
    before = (now - timedelta(minutes=1)).astimezone(clock.ZONE)

    def explained(*words, since=f"{before:%Y-%m-%dT%H:%M}"):
        asked = ["why", "--from", since, "--as-of", f"{make.DAY}", *words]
        return runner.invoke(commands.group, asked)

    return explained


def test_json_gives_both_figures_each_cause_and_the_keys_of_persons(explained, heads):
    told = json.loads(explained("--area", "33", "--format", "json").stdout)

    assert (told["before"], told["after"]) == ({"n": 1, "N": 3}, {"n": 1, "N": 2})
    assert (told["adds_up"], told["unexplained"]) == (True, {"n": 0, "N": 0})
    moved = {step["cause"]: step["persons"] for step in told["steps"] if step["persons"]}
    assert moved == {"people": [{"person": heads[1].id, "before": "never", "after": None}]}


def test_the_table_has_a_line_for_each_cause_between_the_figures(explained):
    lines = explained("--area", "33").stdout.splitlines()

    assert lines[0] == "Lần trước: 33,3% 1/3"
    assert len(lines) == 7
    assert "mẫu số -1" in lines[4]
    assert "(1 người)" in lines[4]
    assert lines[-1] == "Lần này:   50,0% 1/2"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--to", "2020-01-01T00:00"), "Lần trước phải sớm hơn lần này"),
        (("--from", "9999-12-31T23:59"), "Lần trước phải sớm hơn lần này"),
        (("--from", "0001-01-01T00:00"), "Danh sách cán bộ được ghi từ ngày 01/07/2025"),
        (("--area", "99999"), "99999"),
        (
            ("--scheme", "bnv_2021_2025", "--figure", "commune_official.commune.class.central"),
            "Chỉ số này không đếm người",
        ),
    ],
)
def test_what_cannot_be_explained_is_refused_in_words(explained, words, said):
    answer = explained(*words)

    assert answer.exit_code == 1
    assert said in answer.output
