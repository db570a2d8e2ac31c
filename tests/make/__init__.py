"""Makers: one a table, every value defaulted, the row flushed."""
