"""Text with marks, as people write it: drawn, or shown as typed; never anything that acts."""

import pytest

from elearn.text import (
    html_of,
    is_drawable,
)


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<p onclick='alert(1)'>a</p>",
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))",
        "[a](data:text/html,alert)",
        "<a href='&#106;avascript:alert(1)'>a</a>",
        "<style>p { color: red }</style>",
        "<p style='color: red'>a</p>",
        "<iframe src='//x'></iframe>",
        "<img src=x onerror=alert(1)>",
        "<svg><script>alert(1)</script></svg>",
        "<form action='//x'><input></form>",
        "![a](javascript:alert(1))",
    ],
)
def test_markdown_carries_nothing_that_acts(hostile):
    html = html_of(f"trước\n\n{hostile}\n\nsau").lower()

    for sign in ("script", "onclick", "onerror", "style", "data:", "<iframe", "<form", "<input"):
        assert sign not in html
    assert "trước" in html
    assert "sau" in html


def test_plain_markdown_stays():
    html = html_of(
        "# Bài\n\n- một\n- **hai**\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n[x](https://x.vn)"
    )

    for part in ("<h1>Bài</h1>", "<li>một</li>", "<strong>hai</strong>", "<td>1</td>"):
        assert part in html
    assert 'href="https://x.vn"' in html


@pytest.mark.parametrize(
    "source",
    [
        "[" * 5_000,
        "[a](" * 5_000,
        "[ " * 100 + "chữ " * 20_000,
        "<div>" * 3_000,
        " " * 80 + "- a",
        "\n".join("    " * deep + "- a" for deep in range(300)),
        "\\" * 50_000,
        "# a\n" * 5_000,
        "a\n=\n" * 5_000,
        "a\n" * 50_000,
    ],
)
def test_what_would_take_minutes_to_draw_is_shown_as_typed(source):
    assert not is_drawable(source)
    assert html_of(source).startswith("<p>")


def test_what_lies_too_deep_in_itself_is_shown_as_typed():
    assert html_of("- " * 2_000 + "<script>") == f"<p>{'- ' * 2_000}&lt;script&gt;</p>"


def test_what_is_shown_as_typed_keeps_its_lines_and_acts_no_more_than_the_rest():
    source = "một <b onclick='x'>\nhai\n\nba" + "[" * 5_000

    html = html_of(source)

    assert html.startswith("<p>một &lt;b onclick=&#x27;x&#x27;&gt;<br>\nhai</p>\n<p>ba[")


def test_what_people_write_is_drawn():
    links = "Xem [Điều lệ](https://example.vn) và [sổ](https://example.vn).\n\n" * 400
    table = "| tháng | thu | chi |\n|---|---|---|\n" + "| 1 | 60.000 | **0** |\n" * 500
    parts = "## Mục\n\n- một\n    - hai\n\n---\n\n" * 400

    assert is_drawable(links + table)
    assert is_drawable(parts)
    assert is_drawable("")
