"""Tests of what is written: documentation says what the product is."""
