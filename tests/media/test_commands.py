"""`elearn media`."""

import pytest

from elearn.media import commands, queries
from elearn.media.models import VersionState
from tests.make import media as make


@pytest.mark.ffmpeg
def test_a_file_is_taken_in_and_waits(db, runner, studio):
    film = studio.film("short.mp4")

    result = runner.invoke(commands.group, ["add", str(film), "--title", "Quản lý hội viên"])

    assert result.exit_code == 0
    assert "Quản lý hội viên" in result.output
    rows, _count = queries.media_page(db, 1)
    assert rows[0].version.state is VersionState.WAITING


def test_what_is_no_film_is_refused_in_words(runner, tmp_path):
    path = tmp_path / "slides.pptx"
    path.write_bytes(b"PK\x03\x04")

    result = runner.invoke(commands.group, ["add", str(path)])

    assert result.exit_code == 1
    assert "không phải video" in str(result.exception)


def test_the_list_tells_states_and_reasons(db, runner):
    reason = {"template": "Hỏng vì %(why)s.", "values": {"why": "ướt"}}
    make.medium_version(db, state=VersionState.FAILED, reason=reason)
    db.commit()

    result = runner.invoke(commands.group, ["list"])

    assert "Lỗi" in result.output
    assert "Hỏng vì ướt." in result.output
