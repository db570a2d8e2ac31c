"""Pure decisions about certificates: what is printed, how it is numbered, what a state means."""

from elearn.certificates.rules.facts import Facts, born_as_printed, shown_number

__all__ = ["Facts", "born_as_printed", "shown_number"]
