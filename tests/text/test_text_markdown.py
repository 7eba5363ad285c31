"""Hostile text in a raw HTML block of a page, through Markdown with the extensions Material users have."""

from __future__ import annotations

import html
import re

import markdown  # type: ignore[import-untyped]
import pytest

from generator.text import Text, escape_html, fence

EXTENSIONS = [
    *"abbr admonition attr_list def_list footnotes md_in_html meta tables toc".split(),
    *"arithmatex betterem caret critic details emoji highlight inlinehilite keys magiclink mark".split(),
    *"smartsymbols superfences tabbed tasklist tilde snippets".split(),
]
NAMES = [name if index < 9 else f"pymdownx.{name}" for index, name in enumerate(EXTENSIONS)]
PAYLOADS = [
    '<img src=x onerror="window.__x=1">',
    '"><script>window.__x=1</script>',
    "</div></script><script>window.__x=1</script>",
    "<svg onload=window.__x=1>",
    "[a](javascript:window.__x=1)",
    "<javascript:window.__x=1>",
    '*e*{ onmouseover="window.__x=1" }',
    "{{ 7*7 }} {% raw %} {# c #}",
    '--8<-- "mkdocs.yml"',
    "$<img src=x onerror=window.__x=1>$",
    "<!-- unclosed -- >",
    "<![CDATA[",
    "&lt;b&gt; &amp; AT&T x<y & a>b",
    "# not heading",
    "| a | b | - | - |",
    "***",
    "[^1]: foot",
    "*[LLM]: abbr LLM",
    "~~~",
    "```",
    "1. one",
    "- one",
    "==a== ^^b^^ {++c++} :smile: ++ctrl++ (c) +/- [ ] @a #1 https",
    "a } , note = {x} , y = {",
    r"\input{/etc/passwd} \write18{x}",
    "&#60;b&#62; \x02wzxhzdk:0\x03 klzzwxh:0001",
    "[" * 300,
]


def shown(page: str) -> str:
    found = re.fullmatch(r'<div class="paper"><p>(.*)</p></div>', page, re.DOTALL)
    assert found, page
    return html.unescape(found[1])


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_raw_block_shows_the_payload(payload: str) -> None:
    text = Text(payload)
    for escaped in (text.html, escape_html(text.source)):
        source = f'# Title\n\n<div class="paper"><p>{escaped}</p></div>\n'
        page = markdown.markdown(source, extensions=NAMES)
        assert shown(page.split("\n", 1)[1]) == text.plain


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_paragraph_shows_the_payload(payload: str) -> None:
    extensions = [name for name in NAMES if name != "pymdownx.smartsymbols"]  # (c) runs over any text
    page = markdown.markdown(escape_html(Text(payload).source), extensions=extensions)
    assert html.unescape(page) == f"<p>{Text(payload).plain}</p>"


@pytest.mark.parametrize("payload", ["```", "~~~", "a\n````\n</code><script>x</script>\n```", '--8<-- "x"'])
def test_a_fence_shows_the_payload(payload: str) -> None:
    extensions = ["pymdownx.superfences", "pymdownx.highlight"]
    page = markdown.markdown(fence(payload, "text"), extensions=extensions)
    assert "<script" not in page
    assert html.unescape(re.sub("<[^>]*>", "", page)).strip() == payload


@pytest.mark.parametrize(
    "source",
    [
        r"$\text{<svg/onload=window.__x=1>}$",
        r"$\href{javascript:window.__x=1}{x}$",
        r"$\class{x}{y}$",
        r"$\style{color:red}{y}$",
        r"$\text{<mi href='javascript:x'>}$",
        r"$\unicode{x3c}$",
        r"$\mbox{</math><script>x</script>}$",
        r"$\color{red\" onload=\"x}{y}$",
        r"$a\mathrm{<svg onload=x>}b$",
    ],
)
def test_formulas_hold_only_mathematics(source: str) -> None:
    tags = re.findall(r"<([^ />]+)([^>]*)>", Text(source).html)
    assert {name for name, _ in tags} <= {"math", "mrow", "mi", "mo", "mn", "mtext", "mstyle"}
    assert all("on" not in attributes and "href" not in attributes for _, attributes in tags)
