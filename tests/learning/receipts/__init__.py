"""Tests of receipts: listed, signed, shown to anybody, and told from a forgery."""
