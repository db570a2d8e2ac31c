"""How a book is laid out: what its rows are (headings, groups, totals, persons), and its columns.

A *table* is what stands between one heading and the next, or the end of the sheet. Its *body* are
the rows beneath the heading. Nothing is lost silently: each row of a body that holds more than a
number is an entry, a group, or one that is skipped.
"""

from elearn.people.roster.rules.layout.correcting import corrected
from elearn.people.roster.rules.layout.keeping import as_json, layouts_from
from elearn.people.roster.rules.layout.placing import placed_rows
from elearn.people.roster.rules.layout.sheets import layouts_of

__all__ = ["as_json", "corrected", "layouts_from", "layouts_of", "placed_rows"]
