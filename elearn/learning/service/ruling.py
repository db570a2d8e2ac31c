"""The versions of the watch rule, brought from data/rules.yaml into the database."""

from pathlib import Path

import yaml
from sqlalchemy.orm import Session

from elearn.learning.models import WatchRule

RULES = Path(__file__).resolve().parents[1] / "data" / "rules.yaml"


def load_rules(db: Session) -> int:
    """Add the versions that are not there yet; return how many. One in force is never altered."""
    added = 0
    for facts in yaml.safe_load(RULES.read_text()):
        if db.get(WatchRule, facts["version"]) is None:
            db.add(WatchRule(**facts))
            added += 1
    db.flush()
    return added
