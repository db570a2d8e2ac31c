"""Captions of a film: given as a file, written beside the player, taken away, or heard."""
