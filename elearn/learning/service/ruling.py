"""The versions of the rules of watching, brought from data/ into the database."""

from pathlib import Path

import yaml
from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.learning.models import LeaseRule, RuleDraft, SharedViewingRule, WatchRule

_DATA = Path(__file__).resolve().parents[1] / "data"
RULES = _DATA / "rules.yaml"
LEASES = _DATA / "leases.yaml"
SHARED_VIEWINGS = _DATA / "shared_viewings.yaml"


def load_rules(db: Session, path: Path = RULES) -> int:
    """Add the versions that are not there yet; return how many. One in force is never altered.

    Where people of the installation have set a watch rule of their own, what ships replaces it no
    more.
    """
    own = select(RuleDraft.id).where(RuleDraft.watch_rule_version.is_not(None))
    added = 0 if db.scalar(own.limit(1)) else _load(db, WatchRule, path)
    added += _load(db, LeaseRule, LEASES)
    added += _load(db, SharedViewingRule, SHARED_VIEWINGS)
    db.flush()
    return added


def _load(db: Session, rule: type[WatchRule | LeaseRule | SharedViewingRule], path: Path) -> int:
    given = yaml.safe_load(path.read_text())
    missing = [facts for facts in given if db.get(rule, facts["version"]) is None]
    db.add_all(rule(**facts) for facts in missing)
    return len(missing)
