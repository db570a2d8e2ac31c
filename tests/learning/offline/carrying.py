"""Report files: written as phones write them, and what becomes of files on their way."""

import json
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from elearn.learning.offline import sealing
from elearn.learning.offline.rules.files import ReportText, report_in
from elearn.learning.offline.service.files import Brought
from tests.learning.offline.away import LENGTH, SECRET, Away

HERE = Path(__file__).parent
NODE = HERE.parents[2] / ".venv" / "bin" / "node"
HEAD = {"elearn": "report file", "version": 1, "server": sealing.server_of(SECRET)}
NOON = 1_795_320_000_000  # Milliseconds; in November 2026.


def written(
    away: Away, played: Sequence[tuple[str, tuple[int, int]]], *, ended: Sequence[str] = ()
) -> tuple[str, bytes]:
    """Return the name and the bytes of the file that a phone itself writes."""
    leases = [_told(one, away.person_id) for one in away.phone.leases.values()]
    stretches = [
        {"lease": lease, "form": "video", "ranges": [span], "position": span[1]}
        | {"from": NOON + 1000 * span[0], "to": NOON + 1000 * span[1]}
        for lease, span in played
    ]
    given = {"leases": leases, "played": stretches, "ended": [*ended], "now": NOON}
    done = subprocess.run(
        [NODE, HERE / "writing.js"],
        input=json.dumps(given).encode(),
        capture_output=True,
        check=True,
    )
    told = json.loads(done.stdout)
    return told["name"], told["text"].encode()


def report_file(*lines: str, **head: Any) -> bytes:
    """Return a file with these lines, as short as it may be."""
    told = {**HEAD, "host": "hoc.example", "made": NOON, "envelopes": len(lines), **head}
    return "".join(f"{line}\n" for line in (json.dumps(told), *lines)).encode()


def brought(content: bytes, name: str = "bao-cao-xem-22-11-2026.elearn.txt") -> Brought:
    """Return a file as it is brought; it can be taken."""
    report = report_in(content)
    assert isinstance(report, ReportText), report
    return Brought(name, content, report)


def in_transit(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Tell what mail, Zalo and Notepad make of a file, whose text is still there."""
    text = content.decode()
    yield "Windows lines", text.replace("\n", "\r\n").encode()
    yield "Notepad", b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    yield "Notepad, Unicode", text.encode("utf-16")
    yield "Notepad, Unicode big endian", b"\xfe\xff" + text.encode("utf-16-be")
    yield "two bytes, no mark", text.encode("utf-16-le")
    yield "old Macintosh lines", text.replace("\n", "\r").encode()
    yield "wrapped", "\r\n".join(_wrapped(text, 76)).encode()
    yield "quoted", "\n".join(f"> {line}" for line in _wrapped(text, 70)).encode()
    yield "wrapped at blanks", text.replace(" ", " \r\n").encode()
    yield "flowed into one", " ".join(text.split("\n")).encode()
    yield "in a letter", f"Chào chị,\n\n{text}\n-- \nGửi từ điện thoại".encode()
    yield "half, then all", text.encode()[: len(text) // 2] + b"\n" + text.encode()


def _wrapped(text: str, width: int) -> list[str]:
    return [
        line[start : start + width]
        for line in text.splitlines()
        for start in range(0, len(line), width)
    ]


def _told(one: dict[str, Any], person_id: int) -> dict[str, Any]:
    times = {"now": NOON, "issued": NOON, "expires": NOON + 10**9}
    film = {"film": 1, "length": LENGTH, "lecture": "HV-01", "host": "hoc.example"}
    return {**one, **times, **film, "person": person_id, "held": [], "lacking": 0, "position": 0}
