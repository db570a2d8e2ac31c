"""The values of a YAML file, each name told once in its place, and the line of what cannot be."""

from pathlib import Path
from typing import Any

import yaml

from elearn.coverage.reader.entry import wrong
from elearn.text import msg


class _Loader(yaml.SafeLoader):
    """A loader that refuses what would otherwise be lost, or end in an error of Python."""

    def compose_mapping_node(self, anchor: Any) -> yaml.MappingNode:
        """Compose a mapping; of a name that stands twice the first value would be lost."""
        node: yaml.MappingNode = super().compose_mapping_node(anchor)
        seen = set[str]()
        for name, _value in node.value:
            if isinstance(name, yaml.ScalarNode) and name.value in seen:
                raise _amiss(f"“{name.value}” stands twice", name)
            seen.add(str(name.value))
        return node

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        """Construct a value; 2025-02-31 looks like a day and is none."""
        try:
            return super().construct_object(node, deep)
        except ValueError as problem:
            raise _amiss(str(problem), node) from problem


def _amiss(problem: str, node: yaml.Node) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(problem=problem, problem_mark=node.start_mark)


def content_of(path: Path) -> Any:
    """Return what a file holds.

    :raise Refusal: if it cannot be read, with the line where that is known.
    """
    try:
        return yaml.load(path.read_text(encoding="utf-8"), _Loader)  # noqa: S506  # A safe one.
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError) as problem:
        raise wrong(path.name, msg("%(reason)s", reason=str(problem))) from problem
