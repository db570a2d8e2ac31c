"""How signs may have been written."""

from enum import StrEnum


class Encoding(StrEnum):
    """How the signs of a cell were written; all but Unicode belong to old fonts."""

    UNICODE = "unicode"
    TCVN3 = "tcvn3"
    VNI = "vni"
    WINDOWS_1258 = "windows_1258"
    #: UTF-8 that was read as Windows-1252: `Nguyá»…n`.
    UTF8 = "utf8_as_1252"
