"""The way in from a lecture, for whoever may lead a shared viewing."""

from elearn.learning.viewings import queries
from elearn.learning.viewings.views.door import bp
from elearn.web import actor


@bp.app_template_global()
def may_lead_viewings() -> bool:
    return actor().has(*queries.LEADING)
