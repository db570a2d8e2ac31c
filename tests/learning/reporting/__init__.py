"""Tests of how reports are read, taken many at once, and answered."""
