"""The rules of the house, asked of one module: its path within `elearn` and its text."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

ELEARN = Path(__file__).resolve().parents[2] / "elearn"
ORDER = (
    *("audit", "areas", "people", "accounts", "notices", "media", "catalogue", "assessment"),
    *("learning", "classes", "certificates", "coverage", "search", "home"),
)
KERNEL = (
    *("clock", "errors", "text", "config", "access", "db", "storage", "jobs", "paper", "sheets"),
    *("personal", "confined", "secluded", "workbooks", "encodings"),
)
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "tools", "lib", "shared"}
DOORS = (("views", "web"), ("commands", "cli"), ("commands", "migrations"))
BELOW_WEB = ("audit", "areas", "people", "accounts")
WEB_TOPS = {"flask", "flask_login", "flask_wtf", "flask_babel", "flask_compress", "werkzeug"}
ASSEMBLERS = {"app.py", "__main__.py"}


@dataclass(frozen=True, slots=True)
class Imported:
    """One name a module imports from somewhere, and whether it does so inside a function."""

    module: str
    name: str
    is_inside: bool

    @property
    def top(self) -> str:
        return self.module.partition(".")[0]

    @property
    def part(self) -> str:
        """The part of the house it comes from: a kernel module, a door or a domain."""
        _, _, rest = self.module.partition(".")
        return (rest or self.name).partition(".")[0]

    @property
    def is_inner(self) -> bool:
        """Whether it reaches behind the front door of the part."""
        if self.module == "elearn":
            return False
        folder = ELEARN / self.part
        behind = self.module != f"elearn.{self.part}"
        is_module = (folder / f"{self.name}.py").exists() or (folder / self.name).is_dir()
        return folder.is_dir() and (behind or is_module)


def violations(path: PurePath, source: str) -> list[str]:
    """Return what a module does that the house forbids; `path` is relative to `elearn`."""
    if path.parts[0] == "migrations":
        return []
    tree = ast.parse(source)
    found = list(_imported(tree))
    problems = [f"{one.module} is imported in a function" for one in found if one.is_inside]
    problems += [f"{one.module} {one.name}: {why}" for one in found if (why := _refused(path, one))]
    if str(path) != "web/session.py" and _commits(tree):
        problems.append("commits")
    problems += [f"a drawer: {name}" for name in path.with_suffix("").parts if name in DRAWERS]
    return problems


def _imported(tree: ast.AST, is_inside: bool = False) -> Iterator[Imported]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import):
            yield from (Imported(alias.name, "", is_inside) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            yield from (Imported(module, alias.name, is_inside) for alias in node.names)
        else:
            is_function = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            yield from _imported(node, is_inside or is_function)


def _refused(path: PurePath, one: Imported) -> str:
    names = path.with_suffix("").parts
    if one.top in WEB_TOPS or one.top == "wtforms":
        return "" if "views" in names or names[0] in {"web", "app"} else "only views know Flask"
    if one.top == "click":
        is_shell = "commands" in names or names[0] in {"cli", "__main__"}
        return "" if is_shell else "only commands know click"
    if one.top != "elearn" or str(path) in ASSEMBLERS:
        return ""
    return _refused_of_ours(names, one)


def _refused_of_ours(names: tuple[str, ...], one: Imported) -> str:
    here, part = names[0], one.part
    if part == here:
        return ""
    if part not in _reachable(names):
        return "does not stand before it"
    return "go through the front door" if part in ORDER and one.is_inner else ""


def _reachable(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the parts of the house a module may import from, besides its own."""
    here = names[0]
    if here == "web":
        return *KERNEL, "cli", *BELOW_WEB
    if here not in ORDER:
        return KERNEL
    doors = [door for name, door in DOORS if name in names]
    return *KERNEL, *doors, *ORDER[: ORDER.index(here)]


def _commits(tree: ast.AST) -> bool:
    return any(
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "commit"
        for node in ast.walk(tree)
    )
