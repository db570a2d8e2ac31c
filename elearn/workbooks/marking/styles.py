"""Looks of cells added to those of a workbook; all that are there keep their numbers."""

import re
from collections.abc import Iterable, Iterator

from elearn.workbooks.marking.tags import attribute, start_tag, with_attributes
from elearn.workbooks.marking.values import Tint

_XF = start_tag("xf")
_XF_END = re.compile(rb"</(?:\w+:)?xf\s*>")
_COUNT = attribute("count")
_TEXT = 49  # The number of the format for texts, in every workbook.


class Styles:
    """The styles of a workbook, to which some are added."""

    def __init__(self, xml: bytes) -> None:
        self._xml = xml
        self._looks = list(_within(xml, "cellXfs", _XF, _XF_END))
        self._fills = len(list(_within(xml, "fills", start_tag("fill"), None)))
        opened = start_tag("cellXfs").search(xml)
        self._prefix = opened[1] if opened else b""
        self._new: list[bytes] = []
        self._tints: list[Tint] = []

    def tinted(self, base: int | None, tints: Iterable[Tint]) -> dict[Tint, int]:
        """Return the numbers of looks like the base, with a colour behind texts that wrap."""
        looks = {tint: len(self._looks) + len(self._new) + at for at, tint in enumerate(tints)}
        for tint in looks:
            self._new.append(self._tinted(base or 0, tint))
        return looks

    def _tinted(self, base: int, tint: Tint) -> bytes:
        known = self._looks[base] if base < len(self._looks) else b"<xf>"
        tag = _XF.match(known)
        if tint not in self._tints:
            self._tints.append(tint)
        fill = self._fills + self._tints.index(tint)
        inside = with_attributes(
            tag[2] if tag else b"",
            numFmtId=_TEXT,
            fillId=fill,
            applyFill=1,
            applyNumberFormat=1,
            applyAlignment=1,
        )
        p = self._prefix
        alignment = b'<%salignment vertical="top" wrapText="1"/>' % p
        return b"<%sxf%s>%s</%sxf>" % (p, inside, alignment, p)

    @property
    def xml(self) -> bytes:
        """Return the part with what was added."""
        p = self._prefix
        filled = b"".join(
            b'<%sfill><%spatternFill patternType="solid"><%sfgColor rgb="%s"/>'
            b'<%sbgColor indexed="64"/></%spatternFill></%sfill>'
            % (p, p, p, tint.value.encode(), p, p, p)
            for tint in self._tints
        )
        xml = _added(self._xml, "fills", filled, self._fills + len(self._tints))
        looks = len(self._looks) + len(self._new)
        return _added(xml, "cellXfs", b"".join(self._new), looks)


def _within(
    xml: bytes, name: str, tag: re.Pattern[bytes], closing: re.Pattern[bytes] | None
) -> Iterator[bytes]:
    """Give the elements of a list of the styles, as they stand."""
    opened = start_tag(name).search(xml)
    end = re.search(rb"</(?:\w+:)?" + name.encode() + rb"\s*>", xml)
    if not opened or not end:
        return
    for one in tag.finditer(xml, opened.end(), end.start()):
        last = one.end()
        if closing and not one[2].endswith(b"/"):
            found = closing.search(xml, last)
            last = found.end() if found else last
        yield xml[one.start() : last]


def _added(xml: bytes, name: str, more: bytes, count: int) -> bytes:
    """Return the styles with more elements at the end of a list, and how many it has then."""
    opened = start_tag(name).search(xml)
    end = re.search(rb"</(?:\w+:)?" + name.encode() + rb"\s*>", xml)
    if not more or not opened or not end:
        return xml
    tag = _COUNT.sub(lambda found: found[1] + str(count).encode(), opened[0])
    return b"".join((
        xml[: opened.start()], tag, xml[opened.end() : end.start()], more, xml[end.start() :]
    ))  # fmt: skip
