"""Reports of players: read, taken many at once, answered; with or without the web application.

What is plain is read and answered by the web server's own loop; whatever is unusual about it goes
the way of a page. Both read a report by the same functions and keep it by the same service.
"""

from elearn.learning.reporting.asking import is_from_our_page
from elearn.learning.reporting.board import Board, Figures
from elearn.learning.reporting.desk import Desk
from elearn.learning.reporting.keeping import House
from elearn.learning.reporting.pace import Pace, Took
from elearn.learning.reporting.reading import batch_in, browser_in, person_in
from elearn.learning.reporting.telling import encoded, milliseconds, receipts

__all__ = [
    "Board",
    "Desk",
    "Figures",
    "House",
    "Pace",
    "Took",
    "batch_in",
    "browser_in",
    "encoded",
    "is_from_our_page",
    "milliseconds",
    "person_in",
    "receipts",
]
