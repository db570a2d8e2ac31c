"""Slides of a film beside its player: moved, joined, split, drawn anew, taken from a PDF."""
