"""What can be found: a lecture, a sentence of its film, a module, a programme."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from elearn.search.rules.words import words_of

LONGEST_PASSAGE = 60  # Words; a speaker who never ends a sentence is cut here.
_ENDS = (".", "!", "?", "…", ".”", "?”", "!”")


class Kind(StrEnum):
    """What a result is."""

    LECTURE = "lecture"
    PASSAGE = "passage"
    MODULE = "module"
    PROGRAMME = "programme"


@dataclass(frozen=True, slots=True)
class Line:
    """What is said from a second of the film on."""

    second: int
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of the index; a passage bears the code and title of the lecture it is said in."""

    kind: Kind
    code: str
    title: str
    text: str = ""
    lines: tuple[Line, ...] = ()

    @property
    def thing(self) -> str:
        """Return the name of what it belongs to, under which it is replaced."""
        return thing(Kind.LECTURE if self.kind is Kind.PASSAGE else self.kind, self.code)

    @property
    def words(self) -> tuple[str, ...]:
        """The words it is found by: a passage by what is said, all else by title and code too."""
        if self.kind is Kind.PASSAGE:
            return words_of(self.text)
        return words_of(f"{self.title} {self.text} {self.code}")

    def second_of(self, place: int) -> int:
        """Return the second at which the word at a place of the text is said."""
        second, count = 0, 0
        for line in self.lines:
            if count and place < count:
                break
            second, count = line.second, count + len(words_of(line.text))
        return second


def thing(kind: str, code: str) -> str:
    return f"{kind} {code}"


def passages(code: str, title: str, lines: Iterable[Line]) -> Iterator[Entry]:
    """Yield what is said in a lecture's film, sentence by sentence."""
    sentence: list[Line] = []
    for line in lines:
        sentence.append(line)
        length = sum(len(one.text.split()) for one in sentence)
        if line.text.rstrip().endswith(_ENDS) or length >= LONGEST_PASSAGE:
            yield _passage(code, title, sentence)
            sentence = []
    if sentence:
        yield _passage(code, title, sentence)


def _passage(code: str, title: str, lines: Sequence[Line]) -> Entry:
    text = " ".join(line.text for line in lines)
    return Entry(Kind.PASSAGE, code, title, text, tuple(lines))
