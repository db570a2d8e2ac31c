"""What in a workbook would call something outside it, were it opened in Excel."""

import re

from elearn.sheets.faults import Fault

#: Functions that fetch from a server, register a library or start a program; DDE as cmd|'/c …'!A1;
#: cells of another workbook as [1]Sheet1!A1.
_CALLS = re.compile(
    r"\b(?:WEBSERVICE|IMPORTDATA|IMPORTXML|IMPORTHTML|IMPORTFEED|CALL|REGISTER(?:\.ID)?|EXEC|RTD"
    r"|SQL\.REQUEST)\s*\(|HYPERLINK\s*\(\s*\"(?:file:|\\\\)|\w\s*\|\s*'[^']*'\s*!"
    r"|'[^'\[\]]*\[[^\[\]]+\][^'\[\]]*'!|\[[^\[\]]+\][\w.]+!",
    re.IGNORECASE,
)
_SHOWN = 80


def refuse_call(formula: str, *, sheet: str, cell: str) -> None:
    """:raise Fault: if the formula calls something outside its workbook."""
    if _CALLS.search(formula):
        raise Fault("outside_formula", sheet=sheet, cell=cell, formula=formula[:_SHOWN])
