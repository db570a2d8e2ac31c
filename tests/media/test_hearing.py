"""A machine of the operator's hears a film: a real little program, run as the worker runs it."""

import shlex
import sys
from dataclasses import replace

import pytest

from elearn import clock, jobs
from elearn.access import Actor, Grant, Role
from elearn.config import Settings
from elearn.db import UNKNOWN_START
from elearn.errors import Conflict, Refusal
from elearn.jobs import JobState, Work
from elearn.media import hearing, queries, service
from elearn.media.machine import Unheard, heard
from elearn.media.models import CaptionOrigin
from elearn.storage import remember
from tests.make import accounts
from tests.make import media as make

#: Hears whether there is any sound at all, second by second, and says in what language.
LITTLE = """
import sys, wave
language, path = sys.argv[1:]
with wave.open(path) as sound:
    assert (sound.getnchannels(), sound.getframerate()) == (1, 16000)
    print("WEBVTT")
    for second in range(sound.getnframes() // 16000):
        loud = any(sound.readframes(16000))
        print(f"\\n00:{second:02}.000 --> 00:{second + 1:02}.500\\n{language}: {loud}")
"""


@pytest.fixture
def command(tmp_path):
    program = tmp_path / "nghe va go.py"
    program.write_text(LITTLE)
    return f"'{sys.executable}' '{program}' {{language}} {{sound}}"


@pytest.fixture
def version(db, store, studio):
    """A film of two seconds with a tone, its bytes in the store."""
    path = studio.film("short.mp4")
    kept = remember(db, store, path, media_type="video/mp4", now=clock.now())
    made = make.medium_version(db, seconds=2)
    make.rendition(db, made, "240p", file_id=kept.id)
    db.commit()
    return made


@pytest.fixture
def maker(db):
    return Actor(accounts.person(db).id, (Grant(Role.CENTRAL, "/", UNKNOWN_START),))


def asked(db, maker, version):
    """Have the machine asked as the page does it, and return the job."""
    service.ask_machine(db, maker, version, "vi", now=clock.now())
    return jobs.job_by_key(db, service.hear_key(version.id, "vi"))


def done(db, here, job, command):
    """Have a worker that claimed the job do it, with this command set."""
    job.state, job.worker = JobState.RUNNING, "a worker"
    db.commit()
    settings = replace(here.settings, caption_command=command)
    work = Work(job.id, "a worker", job.payload, settings, here.database, here.store)
    hearing.hear(work)
    db.expire_all()


@pytest.mark.ffmpeg
def test_what_it_hears_is_marked_as_the_machines(db, here, maker, version, command):
    done(db, here, asked(db, maker, version), command)

    caption = queries.caption_of(db, version.id, "vi")
    assert caption.is_unchecked
    assert "00:00:00.000 --> 00:00:01.000\nvi: True" in caption.text
    assert list(here.settings.temporary.iterdir()) == []


@pytest.mark.ffmpeg
def test_what_a_person_wrote_meanwhile_stays(db, here, maker, version, command):
    job = asked(db, maker, version)
    make.caption(db, version)

    done(db, here, job, command)

    assert queries.caption_of(db, version.id, "vi").origin is CaptionOrigin.PERSON


def test_over_the_captions_of_a_person_it_is_not_asked(db, maker, version):
    make.caption(db, version)

    with pytest.raises(Conflict, match="do người gõ"):
        asked(db, maker, version)


@pytest.mark.parametrize(
    ("program", "reason"),
    [
        ("import sys; sys.exit('no model'); {sound}", "dừng với mã 1"),
        ("print('{language}: I heard nothing'); '{sound}'", "không phải tệp phụ đề"),
        ("while '{sound}': print('x' * 99_999)", "in ra không dứt"),
        ("print('1\\n00:00:01,000 -> 00:00:02,000\\nA {sound}')", "phải có mũi tên"),
    ],
)
def test_a_program_that_gives_no_captions_is_told_of(tmp_path, program, reason):
    command = f"{sys.executable} -c {shlex.quote(program)}"

    with pytest.raises(Unheard, match=reason):
        heard(command, tmp_path / "sound.wav", "vi", 2)


def test_nothing_of_ours_is_in_its_surroundings(tmp_path, monkeypatch):
    monkeypatch.setenv("ELEARN_SECRET_KEY", "not to be heard")
    program = (
        "import os; print('0:01 --> 0:02'); print('ELEARN_SECRET_KEY' in os.environ, '{sound}')"
    )

    [cue] = heard(f"{sys.executable} -c {shlex.quote(program)}", tmp_path / "a b.wav", "vi", 2)

    assert cue.text == f"False {tmp_path / 'a b.wav'}"


@pytest.mark.parametrize("command", ["nghe", "nghe 'a {sound}", "nghe {language}"])
def test_a_command_that_cannot_be_one_is_refused_at_the_start(tmp_path, command):
    given = {"ELEARN_HOME": str(tmp_path), "ELEARN_CAPTION_COMMAND": command}

    with pytest.raises(Refusal, match="ELEARN_CAPTION_COMMAND"):
        Settings.from_environment(given)
