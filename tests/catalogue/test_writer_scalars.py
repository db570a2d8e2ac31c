"""Whatever a text holds, YAML gives it back letter for letter, from one line."""

import pytest
import yaml
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from elearn.catalogue.writer.scalars import flow_list, scalar

AWKWARD = (
    *("a: b", "# x", "x #y", "- y", "2026", "yes", "null", "~", "2026-01-02", "1_000", "0x1f"),
    *("12:30", "=", "<<", "!a", "&a", "*a", "|", ">", "? x", "x:", "%a", "@b", "`c", "{x}", "a]"),
    *("", " a", "a ", "'", '"', "a\\b", "---", "...", "x\ny", "x\n\ny", "a\tb", "\ufeffx"),
    *(
        "a\u2028b",
        "\x85",
        "\x7f",
        "\u200b",
        "\ue000",
        "\U0010ffff",
        "😀 a",
        "e\u0301",
        "\u0338: x",
        "x" * 3000,
    ),
)


def comes_back(text: str) -> bool:
    block = yaml.safe_load(f"t: {scalar(text)}") == {"t": text}
    flow = yaml.safe_load(f"t: {flow_list([text, 'b'])}") == {"t": [text, "b"]}
    return block and flow and "\n" not in scalar(text) + flow_list([text])


@pytest.mark.parametrize("text", AWKWARD)
def test_an_awkward_text_comes_back(text):
    assert comes_back(text)


@settings(max_examples=30, phases=[Phase.generate])
@given(st.text())
def test_any_text_comes_back(text):
    assert comes_back(text)


def test_a_plain_title_is_written_plainly():
    assert scalar("Phát triển văn hóa, con người") == "Phát triển văn hóa, con người"
    assert flow_list(["union_duty", "social_work"]) == "[union_duty, social_work]"
