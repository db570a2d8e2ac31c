"""The blueprint that the pages of this domain stand in."""

from flask import Blueprint

bp = Blueprint("learning", __name__)
