"""Decodes the first pictures of a film: what its head says of them is often wrong or missing."""

from dataclasses import dataclass
from pathlib import Path

from elearn.media.ffmpeg.asking import Enough, ask

ENOUGH = 12  # Half a second; a film that begins with a torn picture shows a whole one by then.
_FURTHEST = 1500  # Packets to the first picture: a recording from the air may begin between two.


@dataclass(slots=True)
class Taste:
    """What the first pictures are like."""

    pictures: int = 0
    interlaced: int = 0
    #: Whether the program came to its end, so that no picture means that there is none.
    is_sure: bool = False
    complaint: str = ""

    @property
    def is_interlaced(self) -> bool:
        """Return whether most pictures are two half pictures of different moments."""
        return self.interlaced * 2 > self.pictures

    @property
    def is_undecodable(self) -> bool:
        return self.is_sure and not self.pictures

    def hear(self, line: str) -> None:
        """Take one decoded picture: whether it is interlaced."""
        if line[:1].isdigit():
            self.pictures += 1
            self.interlaced += line.startswith("1")
        if self.pictures >= ENOUGH:
            raise Enough


def taste(path: Path, track: int) -> Taste:
    """Return what the first pictures of a track are like; none if none can be decoded soon."""
    found = Taste()
    question = ("-select_streams", str(track), "-read_intervals", f"%+#{_FURTHEST}")
    shown = ("-show_entries", "frame=interlaced_frame", "-print_format", "csv=p=0")
    finished = ask(path, question + shown, found.hear)
    found.is_sure = finished is None or finished.is_good
    found.complaint = finished.complaint if finished else ""
    return found


def has_packets(path: Path, track: int) -> bool:
    """Return whether anything at all is stored in a track."""
    found: list[str] = []
    question = ("-select_streams", str(track), "-read_intervals", "%+#1")
    shown = ("-show_entries", "packet=stream_index", "-print_format", "csv=p=0")
    ask(path, question + shown, found.append)
    return bool(found)
