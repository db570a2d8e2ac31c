"""What in a workbook would call something outside it, were it opened in Excel."""

import re

from elearn.sheets.faults import Fault

#: Functions that fetch from a server, register a library or start a program; DDE as cmd|'/c …'!A1.
_CALLS = re.compile(
    r"\b(?:WEBSERVICE|IMPORTDATA|IMPORTXML|IMPORTHTML|IMPORTFEED|CALL|REGISTER(?:\.ID)?|EXEC|RTD"
    r"|SQL\.REQUEST)\s*\(|HYPERLINK\s*\(\s*\"(?:file:|\\\\)|\w\s*\|\s*'[^']*'\s*!",
    re.IGNORECASE,
)
_OF_A_DISK = re.compile(r"(?:file:/*)?[A-Za-z]:[/\\]", re.IGNORECASE)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|[/\\]{2}")
_SHOWN = 80


def refuse_call(formula: str, *, sheet: str, cell: str) -> None:
    """:raise Fault: if the formula calls something outside its workbook."""
    if _CALLS.search(formula):
        raise Fault("outside_formula", sheet=sheet, cell=cell, formula=formula[:_SHOWN])


def refuse_target(target: str) -> None:
    """Let a link to a workbook beside it or on a disk pass: it is not followed.

    :raise Fault: if another machine is meant.
    """
    if _SCHEME.match(target) and not _OF_A_DISK.match(target):
        raise Fault("outside_link", target=target[:_SHOWN])
