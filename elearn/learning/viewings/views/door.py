"""The blueprint that the pages of shared viewings stand in."""

from flask import Blueprint

bp = Blueprint("viewings", __name__)
