"""XML read as it comes, by expat: no DOCTYPE, no entity, no sign without an end."""

from collections.abc import Iterable, Mapping, Sequence
from xml.parsers import expat

from elearn.sheets.faults import Fault

#: A name and the attributes as a flat list of names and values.
Attributes = Sequence[str]
_LONGEST_TOKEN = 1 << 20


class _Doctype(Exception):
    """What Excel never writes stands in a part."""


def new_parser() -> expat.XMLParserType:
    """Return a parser that stops at a DOCTYPE and tells attributes as a flat list."""
    parser = expat.ParserCreate()
    parser.ordered_attributes = True
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    return parser


def walk(path: str, pieces: Iterable[bytes], parser: expat.XMLParserType) -> None:
    """Have a part read by a parser, whose handlers see what is in it.

    :raise Fault: if it is no XML, declares a document type, or has a token without end, which the
        parser would read anew with each piece.
    """
    fed = 0
    try:
        for piece in pieces:
            parser.Parse(piece)
            fed += len(piece)
            if fed - parser.CurrentByteIndex > _LONGEST_TOKEN:
                raise Fault("long_text", part=path)
        parser.Parse(b"", True)
    except _Doctype as problem:
        raise Fault("entities", part=path) from problem
    except (expat.ExpatError, LookupError, ValueError) as problem:  # An encoding nobody knows.
        raise Fault("broken", part=path) from problem


def _refuse(*_declared: object) -> None:
    raise _Doctype


def local(name: str) -> str:
    """Return the name of an element without its prefix: some programs write x:row for row."""
    return name.rpartition(":")[2]


def mapping(attributes: Attributes) -> Mapping[str, str]:
    """Return attributes by their names without prefixes: `r:id` is `id`."""
    pairs = zip(attributes[::2], attributes[1::2], strict=True)
    return {local(name): value for name, value in pairs}
