"""How many bytes a file, a person and the whole house may have."""

from dataclasses import dataclass
from datetime import timedelta

from elearn.media.rules.uploading.refusals import TooMuch
from elearn.text import Message, msg

GIGABYTE = 1_000_000_000
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """The most bytes of one file, of a person's files and of all; how long one is waited for."""

    file: int
    person: int
    all: int
    keeps: timedelta


@dataclass(frozen=True, slots=True)
class Use:
    """How many bytes a person's films and uploads have taken, and everybody's."""

    person: int
    all: int


def refuse_beyond(limits: Limits, use: Use, length: int) -> None:
    """Let a file of so many bytes be begun only where all of it will have its place.

    :raise TooMuch: naming what is full, and what to do.
    """
    if length > limits.file:
        raise TooMuch(_file(limits, length))
    if use.person + length > limits.person:
        raise TooMuch(_person(limits, use, length))
    if use.all + length > limits.all:
        raise TooMuch(
            msg(
                "Kho video chung đã đầy, còn %(left)s mà tệp nặng %(size)s."
                " Báo người quản trị máy chủ; tệp của anh/chị vẫn ở máy của anh/chị.",
                left=_told(limits.all - use.all),
                size=_told(length),
            )
        )


def _file(limits: Limits, length: int) -> Message:
    return msg(
        "Tệp nặng %(size)s, lớn hơn mức nhận là %(most)s."
        " Xuất lại video ở 720p, hoặc cắt thành hai phần rồi tải lên.",
        size=_told(length),
        most=_told(limits.file),
    )


def _person(limits: Limits, use: Use, length: int) -> Message:
    return msg(
        "Mỗi người được giữ %(most)s video; của anh/chị còn %(left)s mà tệp nặng %(size)s."
        " Bỏ các tệp đang tải dở, hoặc nhờ người quản trị máy chủ nới thêm.",
        most=_told(limits.person),
        left=_told(limits.person - use.person),
        size=_told(length),
    )


def _told(size: int) -> str:
    """Return a size as people say it: “1,8 GB”, “640 MB”."""
    if max(size, 0) >= GIGABYTE:
        return f"{size / GIGABYTE:.1f} GB".replace(".", ",").replace(",0 ", " ")
    return f"{max(size, 0) // _MEGABYTE} MB"
