"""Slides: found, corrected, drawn anew, taken from a PDF, shown again as they once stood."""

from elearn.media.service.slides.sets import (
    Correction,
    correct_slides,
    publish_slides,
    restore_slides,
)

__all__ = ["Correction", "correct_slides", "publish_slides", "restore_slides"]
