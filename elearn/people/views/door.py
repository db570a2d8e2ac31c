"""What the pages of this domain share: their blueprint."""

from flask import Blueprint

bp = Blueprint("people", __name__, url_prefix="/people")
