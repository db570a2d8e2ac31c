"""Every route is asked by everybody about her own branch and about the other: see the package."""

from contextlib import closing

import pytest
import time_machine

from elearn.cli import Installation
from elearn.storage import Directory
from tests import bases, own
from tests.make import accounts
from tests.permissions.branches import NOW
from tests.permissions.lines import VISITORS, is_refusal, lines
from tests.permissions.things import SENDERS
from tests.permissions.world import built

LINES = lines()
#: Who may do what is decided before a database is asked; how it is asked differs for these three.
ASKING = ("administrator", "commune", "inspector") if own.is_postgresql() else VISITORS
CHANGING = [line for line in LINES if line.changes and not line.is_own_affair]


@pytest.fixture(scope="module")
def world(engine, web, tmp_path_factory):
    folder = tmp_path_factory.mktemp("permissions")
    before = web.extensions["installation"], web.extensions["passwords"]
    with (
        engine.connect() as connection,
        closing(connection.begin()),
        time_machine.travel(NOW, tick=False),
    ):
        database = bases.within(connection)
        made = built(web, connection, folder, LINES)
        store = Directory(folder)
        web.extensions["installation"] = Installation(bases.settings_at(folder), database, store)
        web.extensions["passwords"] = accounts.PASSWORDS
        yield made
    web.extensions["installation"], web.extensions["passwords"] = before


def test_every_route_has_its_line_and_every_line_its_route(web):
    routes = {
        (method, rule.endpoint)
        for rule in web.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }

    assert {line.route for line in LINES} == routes
    assert len({str(line) for line in LINES}) == len(LINES)
    assert {line.name for line in LINES} >= SENDERS.keys()


@pytest.mark.parametrize("line", LINES, ids=str)
def test_everybody_is_answered_as_the_table_says(world, line):
    requests = [side.requests[str(line)] for side in (world.own, world.other)]
    asked = [("signed out", "", (line.signed_out,))]
    asked += [(who, world.own.cookies[who], line.cells[who]) for who in ASKING]
    found, trespassing = {}, []

    for who, cookie, cells in asked:
        answers = [world.ask(request, cookie) for request in requests[: len(cells)]]
        found[who] = tuple(one.told(cell) for one, cell in zip(answers, cells, strict=True))
        trespassing += [
            (who, one)
            for one, cell in zip(answers, cells, strict=True)
            if is_refusal(cell) and one.written and not line.is_own_affair
        ]

    assert found == {who: cells for who, _, cells in asked}
    assert not trespassing


def test_a_line_has_two_answers_where_its_request_is_about_a_branch(world):
    wanted = {
        str(line): {1 if world.own.requests[str(line)] == world.other.requests[str(line)] else 2}
        for line in LINES
    }

    assert {str(one): set(map(len, one.cells.values())) for one in LINES} == wanted


@pytest.mark.parametrize("line", [one for one in LINES if one.kept_from_the_centre()], ids=str)
def test_what_the_other_branch_keeps_even_from_the_centre_is_there(world, line):
    """The same visitor of that branch is given it; all else was given to the centre above."""
    request = world.other.requests[str(line)]

    for who in line.kept_from():
        assert world.ask(request, world.other.cookies[who]).status == line.cells[who][0]


def test_an_inspector_changes_nothing():
    given = {str(line): line.cells["inspector"] for line in CHANGING}

    assert [line for line, cells in given.items() if not all(map(is_refusal, cells))] == []
