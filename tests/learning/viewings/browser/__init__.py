"""Shared viewings in a real browser."""
