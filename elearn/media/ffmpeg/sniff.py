"""Says from its first bytes what a file is that we refuse before any program opens it."""

from pathlib import Path

from elearn.media.ffmpeg import boxes, refusals
from elearn.media.ffmpeg.refusals import Unusable, beyond_measure
from elearn.text import Message, msg

MOST_TRACKS = 16  # A studio recording has some eight; a file of hundreds is made to hurt.

_HEAD = 2048
_LISTS = (b"#extm3u", b"ffconcat", b"[playlist]", b"<asx", b"<mpd", b"<smil", b"v=0", b"rtsp")
_LIST_WORDS = (b"<mpd", b"<smil", b"<asx", b"<playlist", b"<rss")  # Anywhere in the head of XML.
_PAGES = (b"<!doctype html", b"<html", b"<head")
_PROJECTS = (b"<?xml", b'{"', b"{\n", b"{\r\n", b"{ ")
_CAPTIONS = (b"webvtt", b"1\n00:", b"1\r\n00:", b"0\n00:", b"0\r\n00:", b"[script info]")
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"<svg")
_PICTURE_BRANDS = (b"heic", b"heix", b"mif1", b"msf1", b"avif", b"avis")
_DOCUMENTS = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")
_PROGRAMS = (b"MZ\x90", b"\x7fELF", b"#!/")
_ASF = b"\x30\x26\xb2\x75\x8e\x66\xcf\x11"
_ASF_LOCK = b"\xfb\xb3\x11\x22\x23\xbd\xd2\x11\xb4\xb7\x00\xa0\xc9\x55\xfc\x6e"

_TEXTS = (
    (_LISTS, refusals.PLAYLIST),
    (_PAGES, refusals.WEB_PAGE),
    (_CAPTIONS, refusals.CAPTIONS),
    (_PROJECTS, refusals.PROJECT),
)
_BYTES = (
    (_PICTURES, refusals.STILL),
    (_DOCUMENTS, refusals.DOCUMENT),
    (_PROGRAMS, refusals.PROGRAM),
)


def refuse_at_sight(path: Path) -> None:
    """Refuse what is plainly no film of its own: a list, a picture, a document, a locked film.

    :raise Unusable: with the reason.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if reason := _reason(head):
        raise Unusable(reason)
    if head[4:8] in boxes.FIRST:
        _refuse_index(boxes.index_of(path))


def _reason(head: bytes) -> Message | None:
    if not head:
        return refusals.EMPTY
    if _is_modern_picture(head):
        return refusals.STILL
    if head.startswith(_ASF) and _ASF_LOCK in head:
        return refusals.LOCKED
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if text.startswith(b"<?xml"):
        return _reason_of_xml(text)
    named = [reason for marks, reason in _TEXTS if text.startswith(marks)]
    named += [reason for marks, reason in _BYTES if head.startswith(marks)]
    return named[0] if named else None


def _reason_of_xml(text: bytes) -> Message:
    if any(word in text for word in _LIST_WORDS):
        return refusals.PLAYLIST
    return refusals.WEB_PAGE if b"<html" in text else refusals.PROJECT


def _is_modern_picture(head: bytes) -> bool:
    if head[4:8] == b"ftyp":
        return head[8:12] in _PICTURE_BRANDS
    return head[:4] == b"RIFF" and head[8:12] == b"WEBP"


def _refuse_index(index: bytes) -> None:
    if boxes.is_locked(index):
        raise Unusable(refusals.LOCKED)
    if boxes.points_outside(index):
        raise Unusable(refusals.OUTSIDE)
    refuse_tracks(boxes.track_count(index))


def refuse_tracks(count: int) -> None:
    """Refuse a file of more tracks than a film has.

    :raise Unusable: if there are more.
    """
    if count > MOST_TRACKS:
        raise Unusable(beyond_measure(msg("Số luồng trong tệp"), count, MOST_TRACKS))
