"""Which Markdown is not worth drawing: a few signs keep the server busy for minutes.

What opens is looked for to the end of its paragraph, once more for each of them. Nobody writes a
lecture so; but one who did would hold up everybody who opens it.
"""

import re

_MOST_LOOKING = 3_000_000  # Signs to be looked at: about a second.
_DEEPEST = 60
_MOST = {"`": 2_000, "<": 2_000, ">": 2_000, "&": 5_000, "|": 10_000, "*": 20_000, "_": 20_000}
_BETWEEN = re.compile(r"\n\s*\n")


def is_drawable(body: str) -> bool:
    """Return whether a body is drawn within seconds."""
    looking = sum(part.count("[") * len(part) for part in _BETWEEN.split(body))
    deepest = max(len(line) - len(line.lstrip()) for line in body.split("\n"))
    many = any(body.count(sign) > most for sign, most in _MOST.items())
    return looking <= _MOST_LOOKING and deepest <= _DEEPEST and not many
