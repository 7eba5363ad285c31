"""What pandoc returns, as inline HTML: only i, b, sup, sub and links to web addresses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.text import safe_url, xml_text

_TAGS = {"Emph": "i", "Strong": "b", "Superscript": "sup", "Subscript": "sub"}
_QUOTES = {"SingleQuote": ("‘", "’"), "DoubleQuote": ("“", "”")}
# Stands for '<' on the way through pandoc, which takes <i>, <sup> … in a title for mark-up.
_LESS_THAN = "\ue000"


def protect(value: Any) -> Any:
    """A CSL item whose text pandoc takes as it stands."""
    match value:
        case str():
            return value.replace(_LESS_THAN, "").replace("<", _LESS_THAN)
        case dict():
            return {name: protect(item) for name, item in value.items()}
        case list():
            return [protect(item) for item in value]
    return value


def references(document: dict[str, Any]) -> dict[str, str]:
    """The references of a document of pandoc's JSON: id → HTML, on one line each."""
    return {
        block["c"][0][0].removeprefix("ref-"): _ended(" ".join("".join(_blocks(block["c"][1])).split()))
        for block in _entries(document["blocks"])
    }


def _ended(reference: str) -> str:
    """A comma at the end announced what is not known, a year most often."""
    bare = reference.rstrip(",. ")
    return f"{bare}." if "," in reference[len(bare) :] else reference


def _entries(blocks: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for block in blocks:
        if block["t"] == "Div":
            if "csl-entry" in block["c"][0][1]:
                yield block
            else:
                yield from _entries(block["c"][1])


def _blocks(blocks: list[dict[str, Any]]) -> Iterator[str]:
    for block in blocks:
        if block["t"] == "Div":
            yield from _blocks(block["c"][1])
        elif block["t"] in ("Para", "Plain"):
            yield _inlines(block["c"])


def _inlines(inlines: list[dict[str, Any]]) -> str:
    return "".join(_inline(inline["t"], inline.get("c")) for inline in inlines)


def _inline(kind: str, content: Any) -> str:
    match kind:
        case "Str":
            html = xml_text(content.replace(_LESS_THAN, "<"))
        case "Space" | "SoftBreak" | "LineBreak":
            html = " "
        case "Emph" | "Strong" | "Superscript" | "Subscript":
            html = f"<{_TAGS[kind]}>{_inlines(content)}</{_TAGS[kind]}>"
        case "Quoted":
            html = _inlines(content[1]).join(_QUOTES[content[0]["t"]])
        case "Span":
            html = "" if "csl-left-margin" in content[0][1] else _inlines(content[1])
        case "Link":
            html = _link(_inlines(content[1]), content[2][0].replace(_LESS_THAN, "%3C"))
        case _:  # small capitals, underlined, struck out
            html = _inlines(content) if isinstance(content, list) else ""
    return html


def _link(text: str, target: str) -> str:
    url = safe_url(target)
    return f'<a href="{xml_text(url)}">{text}</a>' if url else text
