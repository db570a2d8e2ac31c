"""What a phone keeps and sends without a line, and how its worker answers, in node."""

from pathlib import Path

from tests import node


def test_what_a_phone_keeps_is_sent_once_there_is_a_line_whatever_happens_to_it():
    assert not node.failures(Path(__file__).parent)
