"""Tests of the pages of papers from elsewhere: hers, the province's, a stranger's."""
