"""The list of abbreviations, abbreviations.yaml."""

from functools import cache
from pathlib import Path

import yaml

from elearn.search.rules import Abbreviations, words_of
from elearn.text import fold

ABBREVIATIONS = Path(__file__).parent / "data" / "abbreviations.yaml"


@cache
def abbreviations() -> Abbreviations:
    """Return what each abbreviation stands for, by its folded letters."""
    listed = yaml.safe_load(ABBREVIATIONS.read_text(encoding="utf-8"))
    return {fold(short): words_of(full) for short, full in listed.items()}
