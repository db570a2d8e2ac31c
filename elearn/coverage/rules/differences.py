"""What sets two versions of a definition apart, in words."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from elearn.catalogue import CONTENT_TAG_NAMES
from elearn.coverage.rules.indicators import Content, Exclusion, Indicator
from elearn.coverage.rules.measures import FORM_NOTES, ORGANISER_NAMES, CountingWindow, all_told
from elearn.people import END_REASON_NAMES
from elearn.text import Message, msg

_WINDOWS = {
    CountingWindow.SCHEME: msg("từ ngày đầu của đề án"),
    CountingWindow.YEAR: msg("trong năm"),
    CountingWindow.EVER: msg("từ trước tới nay"),
}
_NOT_TOLD = msg("không nêu")
_ANY = msg("bất kỳ")


def differences(
    before: Indicator, after: Indicator, posts: Mapping[str, str]
) -> tuple[Message, ...]:
    """Return what a figure counts otherwise by the later version, each in a sentence.

    `posts` names the posts by their keys.
    """
    return tuple(
        msg("%(what)s: trước là %(before)s, nay là %(after)s.", what=what, before=old, after=new)
        for what, old, new in _aspects(before, after, posts)
        if str(old) != str(new)
    )


def _aspects(
    before: Indicator, after: Indicator, posts: Mapping[str, str]
) -> Iterator[tuple[Message, Any, Any]]:
    yield msg("Nội dung bồi dưỡng"), _content(before.content), _content(after.content)
    yield msg("Hình thức"), _named(before.forms, FORM_NOTES), _named(after.forms, FORM_NOTES)
    yield msg("Kỳ tính"), _WINDOWS[before.window], _WINDOWS[after.window]
    yield msg("Tính từ ngày"), _day(before.first_day), _day(after.first_day)
    yield msg("Số chương trình tối thiểu trong năm"), before.min_contents, after.min_contents
    yield msg("Số ngày còn là người mới"), before.new_within_days, after.new_within_days
    yield msg("Cấp tổ chức"), _organiser(before), _organiser(after)
    yield (
        msg("Lý do thôi giữ chức danh"),
        _named(before.end_reasons, END_REASON_NAMES),
        _named(after.end_reasons, END_REASON_NAMES),
    )
    yield msg("Loại đơn vị khỏi đánh giá"), _left_out(before), _left_out(after)
    yield msg("Quy hoạch chức danh"), _planned(before, posts), _planned(after, posts)


def _content(content: Content) -> Message:
    names = _named(content.tags, CONTENT_TAG_NAMES)
    if len(content.tags) < 2:
        return names
    if content.needs_all:
        return msg("đủ tất cả: %(names)s", names=names)
    return msg("một trong: %(names)s", names=names)


def _named(chosen: Any, names: Any) -> Message:
    return all_told(tuple(names[one] for one in sorted(chosen))) or _ANY


def _organiser(one: Indicator) -> Message:
    return ORGANISER_NAMES[one.organiser] if one.organiser else _ANY


def _planned(one: Indicator, posts: Mapping[str, str]) -> Message | str:
    return posts.get(one.planned_for, one.planned_for) if one.planned_for else _NOT_TOLD


def _left_out(one: Indicator) -> Message:
    rule: Exclusion | None = one.exclusion
    if rule is None:
        return msg("không loại")
    first, last = f"{rule.first:%d/%m/%Y}", f"{rule.last:%d/%m/%Y}"
    if (rule.first, rule.last) == (date.min, date.max):
        return msg("loại mọi ngày")
    if rule.last == date.max:
        return msg("loại từ ngày %(first)s", first=first)
    if rule.first == date.min:
        return msg("loại đến hết ngày %(last)s", last=last)
    return msg("loại từ ngày %(first)s đến hết ngày %(last)s", first=first, last=last)


def _day(day: date) -> Message | str:
    return _NOT_TOLD if day in (date.min, date.max) else f"{day:%d/%m/%Y}"
