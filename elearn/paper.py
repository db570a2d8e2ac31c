"""Paper: documents and pictures set by Typst in the fonts of the house, and QR codes.

A template is a .typ file that reads what it is given as JSON (`json(bytes(sys.inputs.given))`), so
that a name with a `#` in it is a name and never a command.
"""

import json
import re
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import segno
import typst

from elearn.errors import Refusal
from elearn.text import msg

FONTS = Path(__file__).resolve().parents[1] / "static" / "dist" / "fonts"
#: For archives, with every word as text (A-3a), and for those who have it read aloud (UA-1).
STANDARDS = ["a-3a", "ua-1"]
_QUIET = 4  # Modules of white that readers want around a code.
_POINTS_PER_INCH = 72  # At this a point of the template is a pixel.
_STRANGE = re.compile(r'the text `"(.+?)"` could not be displayed')


def pdf(template: Path, given: Mapping[str, Any], *, at: datetime, fonts: Path = FONTS) -> bytes:
    """Return the document as PDF/A-3a and PDF/UA-1; the same input and time give the same bytes.

    :raise Refusal: if a font is not there, a letter is in none of them, or the template refuses.
    """
    drawn = _compiled(
        template,
        given,
        fonts,
        format="pdf",
        pdf_standards=STANDARDS,
        timestamp=at.replace(microsecond=0),  # A date in a PDF knows none.
    )
    return cast("bytes", drawn)


def pictures(template: Path, given: Mapping[str, Any], *, fonts: Path = FONTS) -> list[bytes]:
    """Return the pages of the template as PNG, a pixel a point, each the same on every machine."""
    drawn = _compiled(template, given, fonts, format="png", ppi=_POINTS_PER_INCH)
    return drawn if isinstance(drawn, list) else [drawn]  # One page comes by itself.


def qr_svg(text: str, *, margin: int = _QUIET, mask: int | None = None) -> str:
    """Return the text as a QR code in SVG, of any size.

    It bears the loss of 15 %, and of more where that costs no further modules. Only who leaves
    as much white around it takes away its margin. Who draws thousands names one of the eight masks.
    """
    drawn = BytesIO()
    segno.make(text, error="m", micro=False, mask=mask).save(
        drawn, kind="svg", border=margin, light="#fff", xmldecl=False, nl=False,
        omitsize=True, svgclass=None, lineclass=None,
    )  # fmt: skip
    return drawn.getvalue().decode()


def _compiled(
    template: Path, given: Mapping[str, Any], fonts: Path, **options: Any
) -> bytes | list[bytes]:
    compiler = typst.Compiler(template, root=template.parent, font_paths=_own(fonts))
    inputs = {"given": json.dumps(given, ensure_ascii=False)}
    try:
        drawn, warnings = compiler.compile_with_warnings(sys_inputs=inputs, **options)
    except typst.TypstError as error:
        raise _refused(error.message) from error
    if warnings:  # Nothing is printed half right.
        raise _refused(warnings[0].message)
    return cast("bytes | list[bytes]", drawn)


def _own(folder: Path) -> typst.Fonts:
    return _read(folder, folder.stat().st_mtime_ns if folder.is_dir() else 0)


@lru_cache(maxsize=4)
def _read(folder: Path, _changed: int) -> typst.Fonts:
    """Read the fonts of a folder once, and again when it has changed."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
    )


def _refused(reason: str) -> Refusal:
    if "unknown font family" in reason:
        wanted = reason.rpartition(": ")[2].title()
        return Refusal(
            msg("Máy chủ chưa có phông chữ %(font)s. Chạy scripts/setup rồi in lại.", font=wanted)
        )
    if strange := _STRANGE.search(reason):
        return Refusal(
            msg("Không in được “%(text)s”: phông chữ không có chữ này.", text=strange[1])
        )
    told = reason.removeprefix("panicked with: ")  # The template's own words.
    return Refusal(msg("Không in được giấy này. %(reason)s", reason=told))
