"""`elearn media captions`."""

import pytest

from elearn.media import commands, queries
from tests.make import media as make

OVERLAP = (
    "1\n00:00:01,000 --> 00:00:03,000\nChào các chị.\n\n"
    "2\n00:00:02,000 --> 00:00:04,000\nHôm nay ta bàn.\n"
)


@pytest.fixture
def version(db):
    made = make.medium_version(db, seconds=60)
    make.caption(db, made)
    db.commit()
    return made


@pytest.fixture
def run(runner):
    """`run(…)` runs the command with these words."""
    return lambda *words: runner.invoke(commands.group, ["captions", *map(str, words)])


def test_they_are_listed_and_printed(run, version):
    listed = run("list", version.medium_id)
    shown = run("show", version.medium_id)
    as_srt = run("show", version.medium_id, "--srt")

    assert "vi  1 câu" in listed.output
    assert shown.output.startswith("WEBVTT")
    assert "00:00:01,000 --> 00:00:02,000" in as_srt.output


def test_a_file_is_taken_in(db, run, version, tmp_path):
    path = tmp_path / "bai.srt"
    path.write_text("1\n00:00:01,000 --> 00:00:03,000\nGood morning.\n", encoding="utf-16")

    result = run("add", version.medium_id, path, "--language", "en")

    assert result.exit_code == 0
    db.expire_all()
    assert "Good morning." in queries.caption_of(db, version.id, "en").text


def test_flaws_are_told_by_line_and_tidied_on_request(db, run, version, tmp_path):
    path = tmp_path / "bai.srt"
    path.write_text(OVERLAP)

    refused = run("add", version.medium_id, path)
    tidied = run("add", version.medium_id, path, "--tidy")

    assert refused.exit_code == 1
    assert "Dòng 6 (câu 2): bắt đầu" in refused.output
    assert tidied.exit_code == 0
    db.expire_all()
    assert "--> 00:00:02.000" in queries.caption_of(db, version.id, "vi").text


def test_all_that_stand_are_looked_over(db, run, version):
    good = run("check")
    late = "WEBVTT\n\n00:02:00.000 --> 00:02:01.000\nSau khi hết.\n"
    make.caption(db, version, "en", text=late)
    db.commit()

    bad = run("check")

    assert (good.exit_code, bad.exit_code) == (0, 1)
    assert f"Video {version.medium_id}, en: Dòng 3 (câu 1): bắt đầu sau khi" in bad.output
