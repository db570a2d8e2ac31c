"""Slides of a film: which ones it shows and when, found in small gray pictures of it.

A *cut* is where another slide begins. What moves for long in one place (a speaker in a corner) is
not looked at; what only adds to a slide (its lines, one by one) makes no new one; a slide that
comes back has the same picture again. Where the machine errs, people correct the cuts.
"""

from elearn.media.slides.pictures import MOST_BYTES, FilmFile, found, found_again, within

__all__ = ["MOST_BYTES", "FilmFile", "found", "found_again", "within"]
