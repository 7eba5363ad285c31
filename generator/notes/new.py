"""The text of a new note."""

from __future__ import annotations

from generator.model import Paper

_TEMPLATE = """\
---
# {title}
# Take the '#' away from what you want to say; the guide lists every field.
# status: to-read          # to-read, reading, read
# started: 2026-01-31
# finished: 2026-02-01
# rating: 4                # 1 to 5
# topics: [a-topic-id]
# tags: [method, dataset]
# links: {{Slides: "https://example.org/slides.pdf"}}
# title: "..."             # any field of the paper can be corrected here
# private: true            # nothing of this note is published
---

"""


def new_note(key: str, paper: Paper) -> str:
    """What `note KEY` writes: front matter with every line a comment, so that it changes nothing yet."""
    title = paper.title.plain if paper.title else key
    return _TEMPLATE.format(title=f"{key}: {' '.join(title.split())}")
