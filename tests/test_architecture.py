"""Who may import whom, who may write, who may ask the clock: rules that are tables and hold for every file.

A rule that breaks names the file and line. To add a module, put its name into a row of `LAYERS`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = "generator"

# A module imports from rows above its own, and from its own package. Never from its own row: stages do not
# know each other; what two of them need stands higher up.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("text", "errors", "atomic"),
    ("model", "folders"),
    ("formats", "hierarchy"),
    ("identity", "config", "words"),
    ("sources", "exports"),
    (
        "clean",
        "guess",
        "lock",
        "notes",
        "dedupe",
        "topics",
        "related",
        "check",
        "runlock",
        "site",
        "publish",
        "citations",
        "metadata",
        "search",
    ),
    ("pages",),
    ("pipeline",),
    ("commands",),
    ("cli",),
    ("__main__",),
)

# What one new file of a format or an export may know: the types and the shared tables.
PLUGINS = ("sources", "exports")
PLUGINS_MAY_IMPORT = {"text", "model", "formats", "hierarchy", "identity"}

# Modules of the standard library and others that reach outside, and who may import them.
REACHING_OUT: dict[str, set[str]] = {
    "socket": set(),
    "ssl": set(),
    "http.client": set(),
    "http.server": set(),
    "urllib.request": set(),
    "urllib3": set(),
    "requests": set(),
    "asyncio": set(),
    "random": set(),
    "secrets": set(),
    "uuid": set(),
    "pickle": set(),
    "time": {"commands"},
    "subprocess": {"site", "citations"},
    "multiprocessing": set(),
    "threading": set(),
    "tempfile": {"publish"},
    "shutil": {"publish", "site", "pipeline"},
    "generator.atomic": {"publish", "lock", "citations", "related", "folders", "commands"},
}

# Who changes files, and why. Everything else takes values and returns values.
WRITERS: dict[str, str] = {
    "atomic": "one file at once, for the modules that REACHING_OUT names",
    "publish": "docs/ and site/",
    "lock": "papers.lock.jsonl",
    "pipeline": "what a stopped run left beside site/",
    "runlock": "the file that says a run is under way",
    "commands.new": "the files of a new list, never over an old one",
    "commands.add": "a new file in abstracts/",
    "commands.note": "a new note",
    "commands.check": "new notes with corrections, on --fix and after asking",
    "commands.export": "the file of --output",
    "__main__": "the null device, once nobody reads our output",
}

WRITING_METHODS = {
    "write_text",
    "write_bytes",
    "mkdir",
    "touch",
    "unlink",
    "rmdir",
    "symlink_to",
    "hardlink_to",
}
WRITING_FUNCTIONS = {
    "os.replace",
    "os.rename",
    "os.remove",
    "os.unlink",
    "os.mkdir",
    "os.makedirs",
    "os.rmdir",
}
CLOCK_METHODS = {"now", "utcnow", "today", "time", "monotonic", "perf_counter"}


class Module(NamedTuple):
    """A file of the program. name: without 'generator.', for instance 'sources.bibtex'; '' is the package."""

    name: str
    path: Path
    tree: ast.Module

    @property
    def top(self) -> str:
        """The part of the program it belongs to: a name of `LAYERS`."""
        return self.name.split(".")[0]

    def at(self, node: ast.AST) -> str:
        return f"{self.path.relative_to(ROOT)}:{getattr(node, 'lineno', 1)}"


def read_modules() -> tuple[Module, ...]:
    modules = []
    for path in sorted((ROOT / PACKAGE).rglob("*.py")):
        parts = path.relative_to(ROOT / PACKAGE).with_suffix("").parts
        name = ".".join(part for part in parts if part != "__init__")
        modules.append(Module(name, path, ast.parse(path.read_text(encoding="utf-8"))))
    return tuple(modules)


MODULES = read_modules()
NAMES = {module.name for module in MODULES if module.name}


def imports(module: Module) -> Iterator[tuple[str, ast.stmt]]:
    """Every dotted name that `module` imports, with the name taken from a module: 'generator.model.Paper'."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module.at(node)}: a relative import; write the whole name"
            yield from ((f"{node.module}.{alias.name}", node) for alias in node.names)


def own_imports(module: Module) -> Iterator[tuple[str, ast.stmt]]:
    """The modules of the program that `module` imports, as names without 'generator.'."""
    for dotted, node in imports(module):
        if not dotted.startswith(f"{PACKAGE}."):
            continue
        name = dotted.removeprefix(f"{PACKAGE}.")
        holder = name.rpartition(".")[0]
        yield (holder if holder in NAMES and name not in NAMES else name), node


def calls(module: Module) -> Iterator[tuple[ast.Call, str]]:
    """Every call with the dotted text of what is called."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            yield node, ast.unparse(node.func)


def rank(top: str) -> int:
    return next(number for number, row in enumerate(LAYERS) if top in row)


def test_every_module_has_its_place() -> None:
    placed = {name for row in LAYERS for name in row}
    missing = {module.top for module in MODULES if module.top} - placed
    assert not missing, f"put into a row of LAYERS: {sorted(missing)}"


def test_imports_go_one_way() -> None:
    wrong = [
        f"{module.at(node)}: {module.top} imports {name}"
        for module in MODULES
        for name, node in own_imports(module)
        if name.split(".")[0] != module.top and rank(name.split(".")[0]) >= rank(module.top)
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("plugin", PLUGINS)
def test_a_format_knows_only_the_types_and_tables(plugin: str) -> None:
    wrong = [
        f"{module.at(node)}: {module.name} imports {name}"
        for module in MODULES
        if module.top == plugin
        for name, node in own_imports(module)
        if name.split(".")[0] not in PLUGINS_MAY_IMPORT | {plugin}
    ]
    assert not wrong, "\n".join(wrong)


def test_no_circle_of_imports() -> None:
    graph = {module.name: {name for name, _ in own_imports(module)} - {module.name} for module in MODULES}
    assert list(TopologicalSorter(graph).static_order())


@pytest.mark.parametrize("of", ["sources", "sources.pasted"])
def test_no_circle_between_the_folders_of_readers(of: str) -> None:
    depth = of.count(".") + 1
    graph: dict[str, set[str]] = {}
    for module in MODULES:
        if module.name.startswith(f"{of}."):
            folder = module.name.split(".")[depth]
            used = {name.split(".")[depth] for name, _ in own_imports(module) if name.startswith(f"{of}.")}
            graph.setdefault(folder, set()).update(used - {folder})
    assert list(TopologicalSorter(graph).static_order())


def test_no_import_inside_a_function() -> None:
    wrong = [
        module.at(inner)
        for module in MODULES
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]
    assert not wrong, "\n".join(wrong)


def test_reaching_outside_has_its_place() -> None:
    wrong = [
        f"{module.at(node)}: imports {outside}; only {sorted(allowed) or 'nobody'} may"
        for module in MODULES
        for dotted, node in imports(module)
        for outside, allowed in REACHING_OUT.items()
        if f"{dotted}.".startswith(f"{outside}.") and module.top not in allowed
    ]
    assert not wrong, "\n".join(wrong)


def opens_for_writing(call: ast.Call, called: str) -> bool:
    """open(p, "w"), p.open("xb"), os.open(…): a mode that writes, or one that cannot be seen here."""
    if called == "open":
        mode = call.args[1] if len(call.args) > 1 else None
    elif called.endswith(".open") and called != "archive.open":  # a zip file's members are opened to read
        mode = call.args[0] if call.args else None
    else:
        return False
    mode = next((keyword.value for keyword in call.keywords if keyword.arg == "mode"), mode)
    if mode is None:
        return False
    return not isinstance(mode, ast.Constant) or bool(set(str(mode.value)) & set("wax+"))


def writes(call: ast.Call, called: str) -> bool:
    method = called.rpartition(".")[2]
    return (
        called in WRITING_FUNCTIONS
        or called.startswith(("shutil.", "tempfile."))
        or (method in WRITING_METHODS and "." in called)
        or opens_for_writing(call, called)
    )


def test_writing_has_its_place() -> None:
    wrong = [
        f"{module.at(call)}: {called} writes; take a value and return a value, or say why in WRITERS"
        for module in MODULES
        for call, called in calls(module)
        if writes(call, called) and not {module.name, module.top} & set(WRITERS)
    ]
    assert not wrong, "\n".join(wrong)


def test_the_clock_is_asked_by_commands_alone() -> None:
    wrong = [
        f"{module.at(call)}: {called}() asks the clock; take the date as an argument"
        for module in MODULES
        for call, called in calls(module)
        if "." in called and called.rpartition(".")[2] in CLOCK_METHODS
        if module.top != "commands"
    ]
    assert not wrong, "\n".join(wrong)


def test_the_rules_find_what_they_look_for() -> None:
    """The detectors see each way of writing that they claim to see, and no reading."""
    seen = {
        source: writes(call, ast.unparse(call.func))
        for source in (
            'open("a", "w")',
            'open("a", mode="ab")',
            'path.open("x")',
            'path.write_text("")',
            "os.replace(a, b)",
            "shutil.rmtree(a)",
            "open(a, mode)",
            'open("a")',
            'open("a", "rb")',
            'path.open(encoding="utf-8")',
            "path.read_text()",
            'text.replace("a", "b")',
        )
        if isinstance(call := ast.parse(source, mode="eval").body, ast.Call)
    }
    assert [source for source, found in seen.items() if not found] == list(seen)[7:]


def test_the_page_on_architecture_has_the_same_rows() -> None:
    page = (ROOT / "docs/contributing/architecture.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| \d+ \| (.*?) \|", page, re.MULTILINE)
    assert [tuple(re.findall(r"`(\w+)`", row)) for row in rows] == list(LAYERS)
