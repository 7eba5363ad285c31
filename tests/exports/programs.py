"""Other programs that read what is exported: BibTeX, biber, LaTeX, citation-js, pandoc."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from generator.citations import find_pandoc
from tests.support import ROOT


def bibtex_warnings(text: str, style: str, folder: Path) -> list[str]:
    """What `bibtex` says of a .bib file of which everything is cited, but for the names of files."""
    (folder / "all.bib").write_text(text, encoding="utf-8")
    (folder / "all.aux").write_text(f"\\relax\n\\citation{{*}}\n\\bibstyle{{{style}}}\n\\bibdata{{all}}\n")
    done = subprocess.run(
        ["bibtex", "all"],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        errors="backslashreplace",
        check=False,
    )
    quiet = ("This is", "The top-level", "The style", "Database file", "Capacity", "Reallocated")
    return [line for line in done.stdout.splitlines() if not line.startswith(quiet)]


def biber_warnings(text: str, folder: Path) -> list[str]:
    """What `biber` says of a .bib file and its data model."""
    (folder / "all.bib").write_text(text, encoding="utf-8")
    command = ["biber", "--tool", "--validate-datamodel", "--quiet", "--output-file", "out.bib", "all.bib"]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, encoding="utf-8", errors="backslashreplace", check=False
    )
    return done.stdout.splitlines()


def latex_errors(text: str, style: str, folder: Path, packages: str = "") -> list[str]:
    """Errors of a LaTeX document that cites every entry of a .bib file. packages: lines of its preamble."""
    (folder / "all.bib").write_text(text, encoding="utf-8")
    body = f"\\nocite{{*}}\n\\bibliographystyle{{{style}}}\n\\bibliography{{all}}"
    compile_errors(body, folder, packages)
    subprocess.run(["bibtex", "all"], cwd=folder, capture_output=True, check=False)
    return compile_errors(body, folder, packages)


def compile_errors(body: str, folder: Path, packages: str = "") -> list[str]:
    """What LaTeX says is wrong with the body of a document, all.tex in `folder`."""
    document = f"\\documentclass{{article}}\n{packages}\n\\begin{{document}}\n{body}\n\\end{{document}}\n"
    (folder / "all.tex").write_text(document, encoding="utf-8")
    latex = ["pdflatex", "-draftmode", "-interaction=nonstopmode", "-no-shell-escape", "all.tex"]
    done = subprocess.run(latex, cwd=folder, capture_output=True, check=False)
    return [line for line in done.stdout.decode("utf-8", "replace").splitlines() if line.startswith("! ")]


def read_by_citation_js(text: str, type: str) -> list[dict[str, Any]]:
    """The CSL items that citation-js finds. type: as citation-js names it."""
    command = ["node", str(ROOT / "tests/tools/read_citations.js"), type]
    return _items(subprocess.run(command, input=text.encode(), capture_output=True, check=True).stdout)


def read_by_pandoc(text: str, format: str) -> list[dict[str, Any]]:
    """The CSL items that pandoc finds."""
    pandoc = find_pandoc()
    assert pandoc, "install the extra 'citations'"
    command = [str(pandoc), f"--from={format}", "--to=csljson"]
    return _items(subprocess.run(command, input=text.encode(), capture_output=True, check=True).stdout)


def _items(output: bytes) -> list[dict[str, Any]]:
    items = json.loads(output)
    assert isinstance(items, list)
    return items
