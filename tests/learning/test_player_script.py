"""The player's script, in node: what it counts as played, what it keeps, when it reports."""

from pathlib import Path

from tests import node


def test_the_player_script_loses_nothing_and_claims_nothing_that_was_not_played():
    assert not node.failures(Path(__file__).parent / "player")
