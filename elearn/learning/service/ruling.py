"""The versions of the watch rule, brought from data/rules.yaml into the database."""

from pathlib import Path

import yaml
from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.learning.models import RuleDraft, WatchRule

RULES = Path(__file__).resolve().parents[1] / "data" / "rules.yaml"


def load_rules(db: Session, path: Path = RULES) -> int:
    """Add the versions that are not there yet; return how many. One in force is never altered.

    Where people of the installation have set a rule of their own, what ships replaces it no more.
    """
    own = select(RuleDraft.id).where(RuleDraft.watch_rule_version.is_not(None))
    if db.scalar(own.limit(1)):
        return 0
    added = 0
    for facts in yaml.safe_load(path.read_text()):
        if db.get(WatchRule, facts["version"]) is None:
            db.add(WatchRule(**facts))
            added += 1
    db.flush()
    return added
