"""Sealing and verifying from the shell, and the head in its file."""

import pytest
from sqlalchemy import text

from elearn.audit import commands, head, jobs
from elearn.errors import Refusal
from tests.make import audit as make


@pytest.fixture
def sealed(runner, db):
    """The answer to sealing three entries."""
    make.entries(db, 3)
    db.commit()
    answer = runner.invoke(commands.group, ["seal"])
    assert answer.exit_code == 0, answer.output
    return answer.output


def test_sealing_tells_the_head_and_writes_it_down(sealed, here):
    told = head.read(here.settings.home / head.FILE)

    assert told is not None
    assert sealed == f"Dấu cuối: số 1, mã {told.hash}\n"
    assert jobs.keep_sealed(here.settings, here.database) is False


def test_verifying_tells_how_much_is_whole_and_what_waits(runner, sealed, db):
    make.entries(db, 1)
    db.commit()

    answer = runner.invoke(commands.group, ["verify"])

    assert answer.exit_code == 0
    assert "Nguyên vẹn: 3 mục trong 1 dấu niêm phong." in answer.output
    assert "Chờ niêm phong: 1 mục, từ 10:00:00 21/11/2026." in answer.output


def test_what_is_wrong_is_told_and_the_command_fails(runner, sealed, db):
    with make.unguarded(db):
        db.execute(text("UPDATE audit_entry SET origin = 'x'"))
    db.commit()

    answer = runner.invoke(commands.group, ["verify"])

    assert answer.exit_code == 1
    assert "không còn như khi niêm phong" in answer.output


@pytest.mark.parametrize("option", ["--from-head", "--head-file"])
def test_a_head_kept_elsewhere_is_looked_for(runner, sealed, tmp_path, option):
    copy = tmp_path / "copy"
    copy.write_text(f"1 {'f' * 64}\n")
    value = "f" * 64 if option == "--from-head" else str(copy)

    answer = runner.invoke(commands.group, ["verify", option, value])

    assert answer.exit_code == 1
    assert "bị cắt" in answer.output


def test_a_head_that_the_chain_has_lost_is_told_and_not_written_over(sealed, here):
    file = here.settings.home / head.FILE
    file.write_text(f"9 {'f' * 64}\n")

    with pytest.raises(Refusal, match="số 9"):
        jobs.keep_sealed(here.settings, here.database)
    assert file.read_text().startswith("9 ")


def test_a_file_of_something_else_is_no_head(here, db):
    (here.settings.home / head.FILE).write_text("hello")

    with pytest.raises(Refusal, match="không phải là tệp"):
        head.keep(db, here.settings.home)
