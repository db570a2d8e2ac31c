"""How the editor's script saves, in node."""

from pathlib import Path

from tests import node


def test_what_the_editor_says_of_words_is_so():
    assert not node.failures(Path(__file__).parent)
