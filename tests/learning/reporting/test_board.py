"""What web processes know of each other."""

import os
from dataclasses import replace
from datetime import timedelta

from elearn.learning.reporting import Board, Figures
from tests.learning.players import START

OURS = Figures(os.getpid(), 1, 60, 5, 100, 1000, 0, 0)


def test_each_process_that_is_alive_has_its_place():
    board = Board()
    board.put(OURS)
    board.put(replace(OURS, reports=1001))
    parent = replace(OURS, process=os.getppid())
    board.put(parent)

    assert {one.process: one.reports for one in board.figures()} == {
        os.getpid(): 1001,
        os.getppid(): 1000,
    }


def test_the_place_of_a_process_that_ended_is_given_on():
    board = Board()
    board.put(replace(OURS, process=2**22 + 1 + OURS.process % 64))  # Beyond any that there is.
    board.put(OURS)

    assert list(board.figures()) == [OURS]


def test_what_a_player_was_told_while_turned_away_is_known_until_it_has_come_again():
    board = Board()
    board.turn_away("a" * 32, 120, now=START)

    def told(session, minutes):
        return board.told_while_away(session, now=START + timedelta(minutes=minutes))

    assert told("a" * 32, 5) == 120
    assert told("b" * 32, 5) == 0
    assert told("a" * 32, 7) == 0
