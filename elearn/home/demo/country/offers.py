"""What holders of a post are taught: programmes of the catalogue, by post, each with its share."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray
from sqlalchemy.orm import Session

from elearn import catalogue, learning
from elearn.home.demo.country.ground import FIRST_DAY

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

LISTED: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[1] / "data" / "turns.yaml").read_text(encoding="utf-8")
)
#: The posts by whose numbers the tables are read.
POSTS = {
    post: number
    for number, post in enumerate(post for offer in LISTED["offers"] for post in offer["posts"])
}


@dataclass(frozen=True, slots=True)
class Offer:
    """A programme in its present wording, and the rule by which it is completed."""

    code: str
    version: catalogue.ProgrammeVersion
    rule_id: int


@dataclass(frozen=True, slots=True)
class Offers:
    """Programmes by their numbers, and what the holders of each post make of them."""

    all: Sequence[Offer]
    #: For each post, the sums of the shares of the programmes in their order, up to 1.
    sums: Floats
    #: For each post, the share of its holders who never come.
    never: Floats
    #: What each programme is where there are mountains: another one, or itself.
    in_mountains: Ints

    def chosen(self, posts: Ints, draws: Floats, in_mountains: NDArray[np.bool_]) -> Ints:
        """Return the numbers of the programmes that draws of 0 to 1 mean for these posts."""
        found = (draws[:, None] >= self.sums[posts]).sum(axis=1)
        chosen: Ints = np.where(in_mountains, self.in_mountains[found], found)
        return chosen


def offers_of(db: Session) -> Offers:
    """Return what is offered.

    :raise NotFound: if the catalogue that comes with the product was not loaded.
    """
    shares = [offer["programmes"] for offer in LISTED["offers"] for _ in offer["posts"]]
    variants: dict[str, str] = LISTED["variants"]
    codes = sorted({code for one in shares for code in one} | set(variants.values()))
    weights = np.array([[one.get(code, 0) for code in codes] for one in shares], dtype=float)
    never = [offer["never"] / 100 for offer in LISTED["offers"] for _ in offer["posts"]]
    return Offers(
        [_offer(db, code) for code in codes],
        weights.cumsum(axis=1) / weights.sum(axis=1, keepdims=True),
        np.array(never),
        np.array([codes.index(variants.get(code, code)) for code in codes]),
    )


def _offer(db: Session, code: str) -> Offer:
    version = catalogue.programme_by_code(db, code)
    rule = learning.completion_rule_on(db, version.programme_id, FIRST_DAY)
    return Offer(code, version, rule.id)
