"""The posts, loaded from the shell."""

from elearn.people import commands


def test_a_second_load_says_that_nothing_changes(runner):
    result = runner.invoke(commands.group, ["load-posts"])

    assert "không có gì thay đổi" in result.output
