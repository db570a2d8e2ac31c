"""What is wrong with the folder: every place at once, with its file and line."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from elearn.errors import Refusal
from elearn.text import Message, msg


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to put right; line 0 is the file itself."""

    path: str
    line: int
    message: Message = field(compare=False)

    def __str__(self) -> str:
        place = f"{self.path}, dòng {self.line}" if self.line else self.path
        return f"{place}: {self.message}"


class Unreadable(Refusal):
    """The folder has problems, and so nothing of it was taken."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(msg("Còn %(count)s chỗ cần sửa; chưa nạp gì cả.", count=len(problems)))
        self.problems = tuple(sorted(problems))

    def __str__(self) -> str:
        return "\n".join([*map(str, self.problems), str(self.message)])


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file being read: notes about it go to the list that all files share."""

    path: str
    problems: list[Problem]

    def note(self, line: int, message: Message) -> None:
        self.problems.append(Problem(self.path, line, message))
