"""Tests of questions under a lecture: who is told, who reads what, and what may be done."""
