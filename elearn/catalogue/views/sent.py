"""What the editor's form says, sent by a button or by the script: one parser for both."""

import re
import unicodedata
from enum import StrEnum
from typing import Any, TypeVar

from flask import request
from werkzeug.datastructures import MultiDict

from elearn.catalogue.rules import Block, ContentTag, Region
from elearn.catalogue.rules.draft import Aims, DraftContent, LectureInDraft, Wording
from elearn.catalogue.service.drafting import Writing
from elearn.errors import InvalidInput
from elearn.text import msg

E = TypeVar("E", bound=StrEnum)
Fields = MultiDict[str, str]

_KEY = re.compile(r"[a-z0-9-]{1,44}")
_CODE = re.compile(r"[A-Z0-9-]{1,40}")
_WRITER = re.compile(r"[a-z0-9-]{0,40}")
_UNREADABLE = msg("Máy chủ chưa nhận đủ trang này. Mở lại trang; chữ đã gõ vẫn còn trên máy này.")


def form() -> Fields:
    """Return the fields of a form that a button sent."""
    return MultiDict(request.form.items(multi=True))


def entries() -> Fields:
    """Return the fields that the script sent, as names and values in the order of the page.

    :raise InvalidInput: if they are something else.
    """
    body = request.get_json()
    pairs = body.get("entries") if isinstance(body, dict) else None
    if not isinstance(pairs, list) or not all(map(_is_pair, pairs)):
        raise InvalidInput(entries=_UNREADABLE)
    sent = MultiDict([(name, value) for name, value in pairs])
    for name in ("revision", "writer"):
        sent[name] = str(body.get(name, ""))
    return sent


def _is_pair(pair: Any) -> bool:
    return isinstance(pair, list) and len(pair) == 2 and all(isinstance(one, str) for one in pair)


def writing_in(sent: Fields) -> Writing:
    """Return what a window sends.

    :raise InvalidInput: if it is none of our forms.
    """
    writer = sent.get("writer", "")
    return Writing(
        content=content_in(sent),
        seen=_number(sent.get("revision", "")) or 0,
        writer=writer if _WRITER.fullmatch(writer) else "",
    )


def content_in(sent: Fields) -> DraftContent:
    """Return the content; letters are composed, and signs that nobody can see left out.

    :raise InvalidInput: if a choice or a lecture is none of ours.
    """
    keys = list(dict.fromkeys(sent.getlist("lecture")))
    if not all(map(_KEY.fullmatch, keys)):
        raise InvalidInput(lectures=_UNREADABLE)
    return DraftContent(
        title=_line(sent, "title"),
        region=_chosen(sent, "region", Region),
        block=_chosen(sent, "block", Block),
        tags=tuple(tag for tag in ContentTag if tag.value in sent.getlist("tags")),
        groups=tuple(sorted(set(map(_clean, sent.getlist("groups"))))),
        aims=_aims(sent, ""),
        lectures=tuple(_lecture(sent, key) for key in keys),
    )


def _chosen(sent: Fields, name: str, kind: type[E]) -> E:
    try:
        return kind(sent.get(name, ""))
    except ValueError:
        raise InvalidInput(**{name: _UNREADABLE}) from None


def _lecture(sent: Fields, key: str) -> LectureInDraft:
    code = sent.get(f"{key}.code", "")
    known = code if _CODE.fullmatch(code) else None
    if known and not sent.get(f"{key}.own"):
        return LectureInDraft(key, known)
    taken_from = _number(sent.get(f"{key}.from", "")) if known else None
    return LectureInDraft(key, known, taken_from, _wording(sent, key))


def _wording(sent: Fields, key: str) -> Wording:
    return Wording(
        title=_line(sent, f"{key}.title"),
        body=_lines(sent, f"{key}.body"),
        minutes=_line(sent, f"{key}.minutes"),
        aims=_aims(sent, f"{key}."),
        medium_id=_number(sent.get(f"{key}.medium", "")),
    )


def _aims(sent: Fields, prefix: str) -> Aims:
    return Aims(*(_lines(sent, f"{prefix}{name}") for name in ("knowledge", "skills", "attitude")))


def _number(text: str) -> int | None:
    return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else None


def _lines(sent: Fields, name: str) -> str:
    return _clean(sent.get(name, "").replace("\r\n", "\n").replace("\r", "\n"))


def _line(sent: Fields, name: str) -> str:
    return _clean(sent.get(name, "")).replace("\n", " ").replace("\r", " ")


def _clean(text: str) -> str:
    """Return the text composed, without the signs that no database and no page can hold."""
    seen = "".join(sign for sign in text if sign in "\n\t" or not _is_unseen(sign))
    return unicodedata.normalize("NFC", seen)


def _is_unseen(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cc", "Cs")
