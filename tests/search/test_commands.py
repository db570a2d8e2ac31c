from elearn.__main__ import cli
from elearn.search import commands
from tests.make import catalogue
from tests.make import search as make


def test_one_command_makes_the_index_anew(runner, db, shelf):
    catalogue.lecture(db, "BG-01", title="Hòa giải ở cơ sở")

    told = runner.invoke(commands.group, ["rebuild"])

    assert told.output == "Đã làm lại chỉ mục tìm kiếm.\n"
    assert make.codes(shelf, "hoa giai") == ["BG-01"]


def test_the_command_has_its_place():
    assert cli.commands["search"] is commands.group
