"""Tests of what stands in scripts/ and of the files that say what is installed."""
