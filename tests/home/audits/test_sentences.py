"""Every act that the code writes down has its sentence."""

import ast
from pathlib import Path

import pytest

from elearn.home.audits.sentences import KIND_NAMES, SENTENCES, choice, sentence

ELEARN = Path(__file__).resolve().parents[3] / "elearn"
#: What is written by calls that name the act or the kind of thing by a variable, by their file.
BY_VARIABLE = {
    "accounts/service/codes.py": {
        ("account", "account.activated"),
        ("account", "account.password_reset"),
    },
    "accounts/service/identities.py": {
        ("account", "account.linked"),
        ("account", "account.unlinked"),
    },
    "accounts/service/factors.py": {
        ("account", "account.second_factor_set"),
        ("account", "account.recovery_codes_renewed"),
        ("account", "account.second_factor_ended"),
    },
    "catalogue/service/loading/taking.py": {
        ("lecture", "overwrite"),
        ("module", "overwrite"),
        ("programme", "overwrite"),
    },
    "catalogue/service/publishing.py": {
        ("lecture", "publish"),
        ("module", "publish"),
        ("programme", "publish"),
    },
    "certificates/service/ending.py": {("certificate", "revoke"), ("certificate", "replace")},
    "classes/service/opening.py": {("training_class", "plan"), ("training_class", "open")},
    "home/demo/country/making.py": {("country", "make")},
    "learning/service/external/deciding.py": {
        ("external_record", "confirm"),
        ("external_record", "refuse"),
        ("external_record", "take_back"),
    },
    "people/service/corrections.py": {
        ("correction_request", "applied"),
        ("correction_request", "refused"),
    },
    "people/service/proposals/holding.py": {
        ("tenure_proposal", "confirm"),
        ("tenure_proposal", "refuse"),
    },
    "people/service/taking_back.py": {
        ("tenure", "take_back"),
        ("planned_post", "take_back"),
        ("qualification", "take_back"),
        ("unit_exclusion", "take_back"),
    },
    "web/looks.py": {
        ("person", "look"),
        ("person", "look_at_study"),
        ("person", "look_at_certificate"),
        ("person", "look_at_paper"),
        ("signal", "look"),
    },
    "learning/viewings/service/answering.py": {
        ("shared_viewing", "confirm"),
        ("shared_viewing", "object"),
    },
}


def calls():
    """Yield every call of `audit.record` with its file."""
    for path in sorted(ELEARN.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)) if "audit" in text and "record" in text else ():
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "audit.record":
                yield str(path.relative_to(ELEARN)), node


CALLS = list(calls())


def literal(node):
    return node.value if isinstance(node, ast.Constant) else None


@pytest.mark.parametrize(("path", "call"), CALLS, ids=[f"{p}:{c.lineno}" for p, c in CALLS])
def test_what_is_written_down_can_be_told(path, call):
    action, subject = literal(call.args[2]), literal(call.args[3])
    acts = {(subject, action)} if action and subject else BY_VARIABLE[path]

    assert acts <= SENTENCES.keys()


def test_what_is_said_to_be_named_by_a_variable_is():
    """So that a line of the list above that is needed no more is found."""
    by_variable = {
        path for path, call in CALLS if not all(literal(part) for part in call.args[2:4])
    }

    assert by_variable == BY_VARIABLE.keys()


@pytest.mark.parametrize(("path", "call"), CALLS, ids=[f"{p}:{c.lineno}" for p, c in CALLS])
def test_personal_values_say_whose_they_are(path, call):
    """Or they could never be erased."""
    named = {keyword.arg for keyword in call.keywords}

    if "personal" in named:
        assert "about_id" in named or literal(call.args[3]) == "person"


def test_every_kind_of_thing_has_a_name():
    assert {subject for subject, _ in SENTENCES} == KIND_NAMES.keys()


def test_a_sentence_names_the_thing_and_a_list_leaves_it_open():
    assert str(sentence("person", "look", "Lò Thị Pết")) == "xem hồ sơ của Lò Thị Pết"
    assert str(choice(("person", "look"))) == "xem hồ sơ của …"


def test_an_act_of_another_version_is_told_as_it_was_kept():
    assert str(sentence("ship", "sail", "số 7")) == "làm “sail” với số 7"
