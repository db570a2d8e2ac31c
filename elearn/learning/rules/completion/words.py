"""What a condition asks, in words for those who set and those who read it."""

from collections.abc import Callable, Mapping

from elearn.learning.rules.completion.sets import Condition, ConditionKind
from elearn.text import Message, msg


def condition_in_words(condition: Condition, titles: Mapping[int, str]) -> Message:
    """Return what the condition asks; `titles` are those of modules by their keys."""
    return _WORDS[condition.kind](condition, titles)


def _lectures(condition: Condition, _titles: Mapping[int, str]) -> Message:
    if condition.at_least is None:
        return msg("Chuyên đề được tính là học xong khi đã xem mọi bài giảng của chuyên đề.")
    return msg(
        "Chuyên đề được tính là học xong khi đã xem ít nhất %(count)s bài giảng của chuyên đề.",
        count=condition.at_least,
    )


def _required(condition: Condition, _titles: Mapping[int, str]) -> Message:
    if condition.at_least is None:
        return msg("Học xong mọi chuyên đề bắt buộc.")
    return msg("Học xong ít nhất %(count)s chuyên đề bắt buộc.", count=condition.at_least)


def _electives(condition: Condition, _titles: Mapping[int, str]) -> Message:
    if condition.at_least is None:
        return msg("Học xong đủ số chuyên đề tự chọn mà chương trình quy định.")
    return msg("Học xong ít nhất %(count)s chuyên đề tự chọn.", count=condition.at_least)


def _named(condition: Condition, titles: Mapping[int, str]) -> Message:
    told = "; ".join(titles.get(key, str(key)) for key in sorted(condition.modules))
    if condition.at_least is None:
        return msg("Học xong các chuyên đề: %(titles)s.", titles=told)
    return msg(
        "Học xong ít nhất %(count)s trong các chuyên đề: %(titles)s.",
        count=condition.at_least,
        titles=told,
    )


def _quiz(condition: Condition, _titles: Mapping[int, str]) -> Message:
    return msg("Bài kiểm tra đạt từ %(percent)s%%.", percent=condition.percent or 1)


def _attendance(condition: Condition, _titles: Mapping[int, str]) -> Message:
    return msg("Dự từ %(percent)s%% số buổi học.", percent=condition.percent or 1)


_WORDS: dict[ConditionKind, Callable[[Condition, Mapping[int, str]], Message]] = {
    ConditionKind.LECTURES: _lectures,
    ConditionKind.REQUIRED_MODULES: _required,
    ConditionKind.ELECTIVES: _electives,
    ConditionKind.MODULES: _named,
    ConditionKind.QUIZ: _quiz,
    ConditionKind.ATTENDANCE: _attendance,
}
