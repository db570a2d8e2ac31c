"""Spreadsheets handed out: the only place that names what kind of file they are.

What is handed out here was written by `workbooks`, where no text can run as a formula; a test walks
every page that answers through this module.
"""

import io
from typing import IO

from flask import Response, send_file

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def send_workbook(book: bytes | IO[bytes], name: str) -> Response:
    """Hand out a workbook under a name without marks: "mau-danh-sach.xlsx"."""
    file = io.BytesIO(book) if isinstance(book, bytes) else book
    return send_file(file, mimetype=_XLSX, as_attachment=True, download_name=name)


def send_csv(table: bytes, name: str) -> Response:
    """Hand out a CSV file as `workbooks.csv_of` writes them."""
    file = io.BytesIO(table)
    return send_file(file, "text/csv", as_attachment=True, download_name=name)
