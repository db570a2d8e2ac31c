"""Workbooks that no office would make: each is one attack, written byte by byte."""

import io
import struct
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import xlwt

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_FIRST_SECTOR = 512
_DIMENSIONS = 0x200
_FIRST_DAY = 0x21  # Of 1980, where an archive begins to count.
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {after} "{f"&{before};" * 10}">'
        for before, after in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
STEALS = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@dataclass(frozen=True)
class Entry:
    """One entry of an archive, with what its directory claims of it."""

    name: str
    content: bytes = b""
    is_packed: bool = False
    claimed: int | None = None
    flags: int = 0
    method: int = 8


def archive(*entries: Entry, is_overlapping: bool = False) -> bytes:
    """Return a zip archive; if overlapping, all entries of its directory show the first part."""
    body, directory = b"", b""
    for entry in entries:
        content = entry.content if entry.is_packed else packed(entry.content)
        head = _head(entry, content)
        at = 0 if is_overlapping else len(body)
        if not (is_overlapping and body):
            body += b"PK\x03\x04" + head + entry.name.encode() + content
        directory += b"PK\x01\x02\x14\x00" + head + bytes(10) + struct.pack("<I", at)
        directory += entry.name.encode()
    count = len(entries)
    end = struct.pack("<4HIIH", 0, 0, count, count, len(directory), len(body), 0)
    return body + directory + b"PK\x05\x06" + end


def _head(entry: Entry, content: bytes) -> bytes:
    size = len(entry.content) if entry.claimed is None else entry.claimed
    sizes = zlib.crc32(entry.content), len(content), size, len(entry.name.encode()), 0
    return struct.pack("<5H3I2H", 20, entry.flags, entry.method, 0, _FIRST_DAY, *sizes)


def packed(content: bytes) -> bytes:
    """Return the bytes as an archive holds them."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush()


def parts(sheet: str = "", **others: str | bytes) -> dict[str, bytes]:
    """Return the parts of a sound workbook whose one sheet holds this XML, and others beside it."""
    found: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": (
            f'<Relationships {_PACKAGE}><Relationship Id="rId1" Type="{_RELS}/officeDocument"'
            ' Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": (
            f'<workbook {_MAIN} xmlns:r="{_RELS}"><sheets>'
            '<sheet name="DS" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships {_PACKAGE}><Relationship Id="rId1" Type="{_RELS}/worksheet"'
            ' Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="rId2" Type="{_RELS}/sharedStrings" Target="sharedStrings.xml"/>'
            "</Relationships>"
        ),
        SHEET: worksheet(sheet),
    }
    found |= {name.replace("__", "/").replace("_xml", ".xml"): one for name, one in others.items()}
    return {name: _bytes(one) for name, one in found.items()}


def _bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else (_HEAD + content).encode()


def worksheet(rows: str, before: str = "", after: str = "") -> str:
    """Return the XML of a sheet around its rows."""
    return f"<worksheet {_MAIN}>{before}<sheetData>{rows}</sheetData>{after}</worksheet>"


def book(sheet: str = "", **others: str | bytes) -> bytes:
    """Return a workbook of these parts."""
    return zipped(parts(sheet, **others))


def zipped(contents: Mapping[str, bytes]) -> bytes:
    """Return these parts as an archive."""
    return archive(*(Entry(name, content) for name, content in contents.items()))


def row(number: int, **cells: str) -> str:
    """Return a row of inline texts: row(2, A="Hà")."""
    inner = "".join(
        f'<c r="{column}{number}" t="inlineStr"><is><t>{text}</t></is></c>'
        for column, text in cells.items()
    )
    return f'<row r="{number}">{inner}</row>'


def formula(text: str, place: str = "B2") -> str:
    """Return a row with one formula, and the value it is said to have."""
    return f'<row r="{place[1:]}"><c r="{place}"><f>{text}</f><v>1</v></c></row>'


def repeating(text: str, times: int) -> dict[str, bytes]:
    """Return the parts of a workbook whose cells all show the one text it shares."""
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, times))
    return parts(cells) | {STRINGS: f"<sst {_MAIN}><si><t>{text}</t></si></sst>".encode()}


def linked(target: str = "Book2.xlsx", inner: str = "<externalBook/>") -> bytes:
    """Return a workbook that takes values from somewhere else."""
    links = "xl/externalLinks/"
    relation = f'<Relationship Id="rId1" Target="{target}" TargetMode="External"/>'
    return zipped(
        parts(row(1, A="Hà"))
        | {
            f"{links}externalLink1.xml": f"<externalLink {_MAIN}>{inner}</externalLink>".encode(),
            f"{links}_rels/externalLink1.xml.rels": (
                f"<Relationships {_PACKAGE}>{relation}</Relationships>".encode()
            ),
        }
    )


def old(
    write: Callable[[Any], None] | None = None, *, stream: str = "Workbook", within: bytes = b""
) -> bytes:
    """Return an .xls, the stream of its workbook named so, with records right after its first."""
    made = xlwt.Workbook()
    sheet = made.add_sheet("DS")
    sheet.write(0, 0, "Hà")
    if write:
        write(sheet)
    file = io.BytesIO()
    made.save(file)
    data = file.getvalue().replace(_stream_name("Workbook"), _stream_name(stream))
    after = _FIRST_SECTOR + 4 + struct.unpack_from("<H", data, _FIRST_SECTOR + 2)[0]
    return data[:after] + within + data[after + len(within) :]


def boasting(rows: int = 65_536, columns: int = 256, *, first: int = 0) -> bytes:
    """Return an .xls that states dimensions it does not have: a reader makes room for them."""
    data, at, kind = old(), _FIRST_SECTOR, 0
    while kind != _DIMENSIONS:
        kind, size = struct.unpack_from("<HH", data, at)
        at += 4 + size
    stated = struct.pack("<2I3H", first, rows, 0, columns, 0)
    return data[: at - size] + stated + data[at:]


def _stream_name(name: str) -> bytes:
    coded = name.encode("utf-16-le")
    return coded.ljust(64, b"\0") + struct.pack("<H", len(coded) + 2)


def record(kind: int, body: bytes) -> bytes:
    """Return one record of an old workbook."""
    return struct.pack("<HH", kind, len(body)) + body
