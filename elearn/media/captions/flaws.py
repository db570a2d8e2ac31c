"""What is wrong with captions: where, why, and whether it can be put right without a person."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from textwrap import wrap

from elearn.errors import InvalidInput
from elearn.media.captions.cue import LINE, LINES, Cue
from elearn.media.captions.writing import clock
from elearn.text import Message, msg

SLACK_MS = 1_000  # A cue may outlast its film by so much: it is cut without a word.
MOST_LETTERS = 1_000
FASTEST = 25  # Letters a second that practised readers follow.
_TOLD = 3

NO_CAPTIONS = msg(
    "Đây không phải tệp phụ đề. Phụ đề đang có vẫn giữ nguyên. Hãy chọn tệp .vtt hoặc .srt."
)


NO_CUES = msg("Chưa có câu phụ đề nào. Gõ ít nhất một câu rồi lưu.")


@dataclass(frozen=True, slots=True)
class Placed:
    """A cue, and the line of the file where its times stand."""

    line: int
    cue: Cue


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that is wrong: the line of the file, the cue counted from 1 (0: none), and why.

    `is_grave`: it keeps the captions from being kept. `is_mendable`: `tidied` puts it right.
    """

    line: int
    cue: int
    reason: Message
    is_grave: bool = True
    is_mendable: bool = False

    @property
    def told(self) -> Message:
        if not self.line:
            return self.reason
        if not self.cue:
            return msg("Dòng %(line)s: %(reason)s", line=self.line, reason=self.reason)
        where = {"line": self.line, "cue": self.cue, "reason": self.reason}
        return msg("Dòng %(line)s (câu %(cue)s): %(reason)s", **where)


class Flawed(InvalidInput):
    """Captions that cannot be kept as they are; names the field `captions`."""

    def __init__(self, flaws: Sequence[Flaw]) -> None:
        super().__init__(captions=_summed([flaw.told for flaw in flaws]))
        self.flaws = tuple(flaws)


def _summed(told: Sequence[Message]) -> Message:
    """Return the first reasons in one message."""
    found = told[0]
    for more in told[1:_TOLD]:
        found = msg("%(before)s %(more)s", before=found, more=more)
    if len(told) > _TOLD:
        found = msg("%(before)s Còn %(count)s chỗ nữa.", before=found, count=len(told) - _TOLD)
    return found


def flaws_of(placed: Sequence[Placed], length_ms: int | None) -> list[Flaw]:
    """Return what is wrong with cues that could be read, in the order of their lines."""
    found: list[Flaw] = []
    for number, one in enumerate(placed, 1):
        for reason, is_mendable in _own_flaws(one.cue, length_ms):
            found.append(Flaw(one.line, number, reason, is_mendable=is_mendable))
        found += (Flaw(one.line, number, advice, is_grave=False) for advice in _advice(one.cue))
    found += _overlaps(placed)
    return sorted(found, key=lambda flaw: (flaw.line, not flaw.is_grave))


def _own_flaws(cue: Cue, length_ms: int | None) -> Iterator[tuple[Message, bool]]:
    if cue.end_ms <= cue.start_ms:
        told = {"end": clock(cue.end_ms), "start": clock(cue.start_ms)}
        yield msg("kết thúc %(end)s không sau lúc bắt đầu %(start)s.", **told), False
    if length_ms and cue.start_ms >= length_ms:
        yield msg("bắt đầu sau khi video đã hết ở %(end)s.", end=clock(length_ms)), True
    elif length_ms and cue.end_ms > length_ms + SLACK_MS:
        told = {"end": clock(cue.end_ms), "length": clock(length_ms)}
        yield msg("kết thúc %(end)s, video đã hết ở %(length)s.", **told), True
    if not cue.text:
        yield msg("câu này chưa có chữ."), True
    elif len(cue.text) > MOST_LETTERS:
        yield msg("câu này dài quá %(most)s chữ cái, hãy tách ra.", most=MOST_LETTERS), False


def _overlaps(placed: Sequence[Placed]) -> Iterator[Flaw]:
    """Yield where a cue is still shown when the next one begins."""
    numbered = sorted(enumerate(placed, 1), key=lambda pair: pair[1].cue.start_ms)
    for (first, before), (number, one) in pairwise(numbered):
        if one.cue.start_ms < before.cue.end_ms and before.cue.start_ms < before.cue.end_ms:
            yield Flaw(
                one.line,
                number,
                msg(
                    "bắt đầu %(start)s khi câu %(before)s còn hiện đến %(end)s.",
                    start=clock(one.cue.start_ms),
                    before=first,
                    end=clock(before.cue.end_ms),
                ),
                is_mendable=True,
            )


def _advice(cue: Cue) -> Iterator[Message]:
    """Yield what would be better otherwise, and is kept all the same."""
    if len(wrap(cue.text, LINE)) > LINES:
        yield msg("dài hơn hai dòng trên điện thoại, nên tách ra.")
    elif len(cue.text) * 1000 > FASTEST * (cue.end_ms - cue.start_ms) > 0:
        yield msg("hiện quá nhanh, người xem khó đọc kịp.")


def are_mendable(flaws: Iterable[Flaw]) -> bool:
    """Return whether something keeps captions from being kept, and `tidied` puts it all right."""
    wrong = grave(flaws)
    return bool(wrong) and all(flaw.is_mendable for flaw in wrong)


def grave(flaws: Iterable[Flaw]) -> list[Flaw]:
    """Return those that keep captions from being kept."""
    return [flaw for flaw in flaws if flaw.is_grave]
