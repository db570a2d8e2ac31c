"""Shared viewings: what many see before one screen, and what of it becomes theirs."""
