"""Certificates from the shell: issued, listed, and the register inspected without trust."""

import pytest
from sqlalchemy import delete, insert, select, text, update

from elearn.certificates import Certificate, CertificateFile, CertificateState, Register, commands
from tests.make import certificates as make
from tests.make import media

pytestmark = pytest.mark.usefixtures("november")
DECISION = ["--decision", "512/QĐ-HVPN", "--on", "18/11/2026", "--issuer", "HVPN"]


@pytest.fixture
def held(db):
    made = make.closed_class(db)
    db.commit()
    return made


@pytest.fixture
def run(runner):
    """`run("verify")` gives the exit code and what was said."""

    def run(*words):
        done = runner.invoke(commands.group, words)
        return done.exit_code, done.output

    return run


@pytest.fixture
def issued(run, held):
    return run("issue", held.code, *DECISION, "--signer", "Trần Thị Minh Hạnh")


def test_a_class_is_issued_to_whoever_waits_and_once(run, held, issued):
    code, said = issued

    assert (code, said.count("/2026/CC-HVPN")) == (0, 2)
    again = run("issue", held.code, *DECISION, "--signer", "Trần Thị Minh Hạnh")
    assert again == (0, "Không ai còn chờ giấy của lớp này.\n")


def test_what_is_wrong_is_told_in_one_line(run, held):
    code, said = run(
        "issue", held.code, *DECISION[:2], "--on", "1/11/2026", *DECISION[4:], "--signer", "A"
    )

    assert code == 1
    assert "decided_on: Ngày quyết định không thể trước ngày 16/11/2026." in said


def test_the_register_is_listed_by_name(run, issued):
    _, said = run("list", "--name", "thoa")

    assert "Bùi Thị Thoa" in said
    assert "Còn hiệu lực" in said
    assert said.endswith("1 trên 1 giấy.\n")


def test_a_whole_register_is_told_so(run, issued):
    assert run("verify") == (0, "2 giấy, số liền nhau, không trùng; 2 đang in.\n")


def test_a_gap_is_found(run, db, issued):
    db.execute(update(Register).values(last_number=3))
    db.commit()

    code, said = run("verify")

    assert code == 1
    assert "0003/2026/CC-HVPN" in said


def test_a_number_beyond_the_register_is_found(run, db, issued):
    db.execute(update(Register).values(last_number=1))
    db.commit()

    assert "Số 0002/2026/CC-HVPN nằm ngoài sổ." in run("verify")[1]


def _unguard(db, name):
    """Take away, until the end of the test, what keeps the rows of a table as they are."""
    is_sqlite = db.get_bind().dialect.name == "sqlite"
    away = "DROP TRIGGER {0}_no_DELETE" if is_sqlite else "ALTER TABLE {0} DISABLE TRIGGER USER"
    db.execute(text(away.format(name)))


def test_a_row_that_was_removed_behind_our_back_is_found(run, db, issued):
    for name in ("certificate", "certificate_state"):
        _unguard(db, name)
    first = Certificate.number == 1
    key = db.scalar(select(Certificate.id).where(first))
    db.execute(delete(CertificateState).where(CertificateState.certificate_id == key))
    db.execute(delete(Certificate).where(first))
    db.commit()

    assert "0001/2026/CC-HVPN" in run("verify")[1]


def test_a_file_that_is_gone_is_found(run, db, issued):
    key = db.scalar(select(Certificate.id).where(Certificate.number == 1))
    file = media.stored_file(db, media_type="application/pdf")
    values = {"certificate_id": key, "kind": "rendered", "file_id": file.id, "kept_at": make.NOW}
    db.execute(insert(CertificateFile).values(**values))
    db.commit()

    assert "Tệp của giấy số 0001/2026/CC-HVPN mất hoặc bị đổi." in run("verify")[1]
