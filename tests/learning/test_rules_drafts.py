"""A rule as somebody wants it, without a database."""

from datetime import date

import pytest

from elearn.learning import Condition, ConditionKind, NewRule
from elearn.learning.rules import RuleKind, condition_in_words
from elearn.learning.rules.drafts import as_json, from_json

TODAY, TOMORROW = date(2026, 11, 22), date(2026, 11, 23)
REQUIRED = Condition(ConditionKind.REQUIRED_MODULES)


def test_a_share_is_a_watch_rule_and_conditions_are_one_of_completion():
    assert NewRule(TOMORROW, "12/QĐ", seen_share_percent=90).kind is RuleKind.WATCH
    assert NewRule(TOMORROW, "12/QĐ", conditions=(REQUIRED,)).kind is RuleKind.COMPLETION


@pytest.mark.parametrize(
    ("new", "field"),
    [
        (NewRule(TODAY, "12/QĐ", seen_share_percent=90), "valid_from"),
        (NewRule(TOMORROW, " ", seen_share_percent=90), "note"),
        (NewRule(TOMORROW, "12/QĐ"), "required"),
        (NewRule(TOMORROW, "12/QĐ", conditions=(Condition(ConditionKind.LECTURES),)), "required"),
    ],
)
def test_what_cannot_be_a_rule_is_told_beside_its_field(new, field):
    assert set(new.flaws(TODAY)) == {field}


def test_a_rule_from_tomorrow_with_its_reason_has_no_flaw():
    assert NewRule(TOMORROW, "12/QĐ", conditions=(REQUIRED,)).flaws(TODAY) == {}


def test_conditions_are_kept_as_plain_values_and_read_back():
    asked = (REQUIRED, Condition(ConditionKind.MODULES, 1, None, frozenset({7, 3})))

    assert from_json(as_json(asked)) == asked


@pytest.mark.parametrize("kind", ConditionKind)
@pytest.mark.parametrize("at_least", [None, 2])
def test_every_condition_is_told_in_words(kind, at_least):
    named = Condition(kind, at_least, 60, frozenset({3}))

    told = str(condition_in_words(named, {3: "Hòa giải ở cơ sở"}))

    assert told.endswith(".")
    assert kind.value not in told
