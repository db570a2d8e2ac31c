"""What the command line says where the database as a whole is missing."""

from dataclasses import replace

import pytest
from click.testing import CliRunner
from sqlalchemy import text

from elearn.__main__ import cli
from elearn.cli import Installation
from elearn.config import Settings
from elearn.db import Base


@pytest.fixture
def elsewhere(tmp_path) -> Settings:
    """A home in which nothing was set up."""
    return Settings.from_environment({"ELEARN_HOME": str(tmp_path)})


def said_by(settings: Settings) -> str:
    told = CliRunner().invoke(cli, ["people", "find", "hường"], obj=Installation.of(settings))
    assert told.exit_code == 1
    return told.output


def test_a_database_that_was_not_set_up_is_told_in_a_line(elsewhere):
    assert said_by(elsewhere) == (
        "Error: Cơ sở dữ liệu chưa được cài, hoặc của phiên bản khác. Chạy một lần: elearn setup\n"
    )


def test_a_database_that_does_not_answer_is_told_in_a_line(elsewhere):
    away = replace(elsewhere, database_url="postgresql+psycopg://nobody@localhost:1/none")

    assert said_by(away) == (
        "Error: Không kết nối được cơ sở dữ liệu."
        " Kiểm tra nó đang chạy và ELEARN_DATABASE_URL đúng.\n"
    )


def test_a_store_that_does_not_answer_is_told_in_a_line(elsewhere):
    away = replace(elsewhere, storage_url="s3://films", storage_endpoint="http://127.0.0.1:9")
    here = Installation.of(away)
    Base.metadata.create_all(here.database.engine)

    told = CliRunner().invoke(cli, ["media", "clean"], obj=here)

    assert told.exit_code == 1
    assert told.output.startswith(
        "Error: Kho tệp không trả lời; xem các thiết lập ELEARN_STORAGE_…"
    )


def test_a_set_up_that_fails_tells_why_and_not_to_set_up(elsewhere):
    here = Installation.of(elsewhere)
    with here.database.writing() as db:
        db.execute(text("CREATE TABLE job (id INTEGER)"))

    told = CliRunner().invoke(cli, ["setup"], obj=here)

    assert "table job already exists" in str(told.exception)
