"""What may be decided about a row, and the words of the buttons."""

from collections.abc import Sequence
from typing import NamedTuple

from elearn.people.roster.rules.verdicts import Answer, Verdict
from elearn.text import Message, msg


class Choice(NamedTuple):
    """A button: what it answers, and what it says."""

    answer: Answer
    words: Message


_ANOTHER = Choice(Answer.ANOTHER_PERSON, msg("Là hai người"))
_BOTH = Choice(Answer.SECOND_POST, msg("Giữ cả hai chức danh"))
_DROP = Choice(Answer.SKIP, msg("Bỏ dòng này"))
_OF_ONE_NAME = (Choice(Answer.SAME_KEEP_NAME, msg("Là một người")), _ANOTHER)
_OF_TWO_NAMES = (
    Choice(Answer.SAME_KEEP_NAME, msg("Là một người, giữ tên đang có")),
    Choice(Answer.SAME_TAKE_NAME, msg("Là một người, lấy tên trong tệp")),
    _ANOTHER,
)
#: By the reason of a row's doubt, where that is not who it means.
_MOVES = {
    "other_post": (
        Choice(Answer.TRANSFER, msg("Thôi chức danh cũ, nhận chức danh này")),
        _BOTH,
        _DROP,
    ),
    "other_commune": (
        Choice(Answer.TRANSFER, msg("Thôi chức danh cũ, chuyển đến nơi này")),
        _BOTH,
        _DROP,
    ),
    "begun_later": (_BOTH, _DROP),
}
_ALONE = {
    "duplicate": (Choice(Answer.SKIP, msg("Là một người, bỏ dòng này")), _ANOTHER),
    "known_elsewhere": (Choice(Answer.ANOTHER_PERSON, msg("Là hai người, ghi người mới")), _DROP),
}


#: Doubts that may be many of one kind, so that one answer will do for all.
ALIKE = {*_MOVES, *_ALONE}


def move_of(verdict: Verdict) -> str:
    """Return the reason for which only the posts of a sure person are in question, if it is so."""
    return next((one.code for one in verdict.reasons if one.code in _MOVES), "")


def choices_alone(verdict: Verdict) -> Sequence[Choice]:
    """Return what may be answered where a row means nobody of the system."""
    return next((_ALONE[one.code] for one in verdict.reasons if one.code in _ALONE), (_DROP,))


def choices_about(verdict: Verdict, *, is_one_name: bool) -> Sequence[Choice]:
    """Return what may be answered where a row may mean somebody of the system."""
    if move := move_of(verdict):
        return _MOVES[move]
    return _OF_ONE_NAME if is_one_name else _OF_TWO_NAMES
