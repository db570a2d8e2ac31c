"""Reads the measures of signals from this domain's data."""

from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml

from elearn.errors import NotFound
from elearn.learning.signals.rules.measures import (
    Clock,
    Device,
    Measures,
    Silence,
    Speed,
    Traces,
)
from elearn.text import msg

DATA = Path(__file__).resolve().parents[1] / "data" / "signals.yaml"


@cache
def every_version() -> tuple[Measures, ...]:
    """Return every version of the measures there ever was, oldest first."""
    return tuple(_measures(**entry) for entry in yaml.safe_load(DATA.read_text()))


@lru_cache(maxsize=64)
def measures_on(day: date) -> Measures:
    """Return the newest measures that hold on a day.

    :raise NotFound: if none hold.
    """
    valid = [one for one in every_version() if one.is_valid_on(day)]
    if not valid:
        raise NotFound(msg("Chưa có mức để nêu dấu hiệu cho ngày này."))
    return max(valid, key=lambda one: one.version)


def _measures(**told: Any) -> Measures:
    kinds = {"speed": Speed, "device": Device, "traces": Traces, "clock": Clock, "outage": Silence}
    return Measures(
        **{name: kinds[name](**value) if name in kinds else value for name, value in told.items()}
    )
