"""Tests of papers from elsewhere: entered by one, confirmed by another, counted as their kind."""
