"""What the elements of XML say."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from generator.sources.common import join_date, month_number, number_of

# Raised and lowered text by tag, and by EndNote's face of a style.
_SCRIPTS = {
    "sup": "textsuperscript",
    "superscript": "textsuperscript",
    "sub": "textsubscript",
    "subscript": "textsubscript",
}


def text_in(element: Element | None) -> str:
    """All text in an element on one line."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def text_at(element: Element | None, path: str) -> str:
    """The text of the first element that a path leads to."""
    return text_in(element.find(path)) if element is not None else ""


def texts_at(element: Element, *paths: str) -> list[str]:
    """The texts, but empty ones, of all elements that the paths lead to, path by path."""
    found = (inner for path in paths for inner in element.findall(path))
    return [text for inner in found if (text := text_in(inner))]


def first_at(element: Element, *paths: str) -> str:
    """The first of these texts; '' without one."""
    return next(iter(texts_at(element, *paths)), "")


def date_in(element: Element) -> str:
    """The date that elements of its own say the year, the month and the day of."""
    month, day = text_at(element, "month"), text_at(element, "day")
    return join_date(text_at(element, "year"), month_number(month), number_of(day))


def below(element: Element, path: str) -> Element:
    """The element that a path leads to; one with nothing in it where there is none."""
    found = element.find(path)
    return Element("none") if found is None else found


_APART = frozenset({"p", "s", "div", "head", "sec"})  # between which no space need stand


def shown_in(element: Element | None) -> str:
    """The same with LaTeX for what is raised or lowered: 10<sup>-19</sup> is not 10-19."""
    parts: list[str] = []
    todo: list[Element | str] = [element] if element is not None else []
    while todo:
        part = todo.pop()
        if isinstance(part, str):
            parts.append(part)
        elif script := _script(part):
            parts.append(script)
        else:
            parts.append(part.text or "")
            todo += [" "] if part.tag in _APART else []
            for child in reversed(part):
                todo += (child.tail or "", child)
    return " ".join("".join(parts).split())


def _script(element: Element) -> str:
    names = element.get("face", "").split() if element.tag == "style" else [element.tag]  # italic subscript
    macro = next((_SCRIPTS[name] for name in names if name in _SCRIPTS), None)
    if not macro or any(len(child) for child in element):
        return ""
    within = text_in(element)
    return f"\\{macro}{{{within}}}" if within and not set(within) & set("{}\\$") else ""


_HEADS = frozenset({"abstract", "summary"})  # that say no more than what stands below them


def sections_in(abstract: Element | None) -> str:
    """The paragraphs of an abstract in JATS, each section after its title."""
    parts: list[str] = []
    for element in abstract.iter() if abstract is not None else ():
        text = text_in(element)
        if element.tag == "p":
            parts.append(shown_in(element))
        elif element.tag == "title" and text.rstrip(".:").lower() not in _HEADS:
            parts.append(text if text.endswith((":", ".")) else f"{text}:")
    return " ".join(part for part in parts if part)
