"""What the roster gives out: itself, a template to fill in, and a file back with its results."""

from elearn.people.roster.export.filling import template
from elearn.people.roster.export.gathering import Roster, roster
from elearn.people.roster.export.results import results_of, write_results
from elearn.people.roster.export.writing import write_roster

__all__ = ["Roster", "results_of", "roster", "template", "write_results", "write_roster"]
