"""What the pages of privacy share: their blueprint, and how a cell is said."""

from datetime import date, datetime

from flask import Blueprint

from elearn.personal import Cell
from elearn.text import Message
from elearn.web import told
from elearn.web.i18n import day, hour

bp = Blueprint("privacy", __name__, url_prefix="/privacy")


@bp.app_template_filter()
def cell_words(cell: Cell) -> str:
    """Return what stands in a cell, as people read it."""
    if isinstance(cell, datetime):
        return f"{hour(cell)} {day(cell)}"
    if isinstance(cell, date):
        return day(cell)
    return told(cell) if isinstance(cell, Message) else str(cell if cell is not None else "")
