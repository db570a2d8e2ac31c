"""Makers: one a table, every value defaulted, the row flushed.

`from tests.make import people` and then `people.person(db)`: a module a domain.
"""
