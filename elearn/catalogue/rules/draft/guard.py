"""Does what a window sends build on what is there, or would it undo another window's words?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Saved:
    """How a draft stands: its revision, the window that saved last, and since which revision."""

    revision: int
    writer: str
    writer_since: int


def follows(saved: Saved, *, writer: str, seen: int) -> bool:
    """Return whether a window that has seen this revision may save.

    A window that was killed while its words were on their way cannot know that they arrived. So a
    window builds on all that it wrote itself, acknowledged or not, since nobody else did.
    """
    is_its_own = writer != "" and writer == saved.writer
    return seen == saved.revision or (
        is_its_own and saved.writer_since - 1 <= seen < saved.revision
    )
