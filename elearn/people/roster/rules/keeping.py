"""Verdicts as they are kept with their rows, and back."""

from collections.abc import Mapping
from typing import Any

from elearn.people.roster.rules.steps import steps_as_json, steps_from
from elearn.people.roster.rules.verdicts import (
    Answer,
    Candidate,
    Difference,
    Given,
    Reason,
    RowStatus,
    Verdict,
)


def verdict_as_json(verdict: Verdict) -> dict[str, Any]:
    """Return a verdict as plain values; what is empty is left out."""
    told: dict[str, Any] = {
        "status": verdict.status.value,
        "reasons": [[one.code, one.value] for one in verdict.reasons],
        "differences": [[one.field, one.before, one.after] for one in verdict.differences],
        "person": verdict.person_id,
        "candidates": [[one.person_id, list(one.evidence)] for one in verdict.candidates],
        "commune": verdict.commune_id,
        "digest": verdict.digest,
        "steps": steps_as_json(verdict.steps),
        "answers": [[one.answer.value, one.about, one.person_id] for one in verdict.answers],
    }
    return {name: value for name, value in told.items() if value not in (None, "", [], {})}


def verdict_from(told: Mapping[str, Any]) -> Verdict:
    """Return the verdict that `verdict_as_json` wrote."""
    return Verdict(
        status=RowStatus(told["status"]),
        reasons=tuple(Reason(code, value) for code, value in told.get("reasons", ())),
        differences=tuple(Difference(*one) for one in told.get("differences", ())),
        person_id=told.get("person"),
        candidates=tuple(Candidate(key, tuple(why)) for key, why in told.get("candidates", ())),
        commune_id=told.get("commune"),
        digest=told.get("digest", ""),
        steps=steps_from(told.get("steps", {})),
        answers=tuple(Given(Answer(one), *about) for one, *about in told.get("answers", ())),
    )
