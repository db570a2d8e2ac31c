"""What reports come to, one after another, between reading the rows and writing them."""

from elearn.learning.service.crediting.ledger import Ledger

__all__ = ["Ledger"]
