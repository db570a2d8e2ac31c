"""How the script of the page that takes files finds them again, in node."""

from pathlib import Path

from tests import node


def test_a_file_is_begun_once_whatever_is_known_first():
    assert not node.failures(Path(__file__).parent)
