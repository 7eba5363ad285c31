"""Our own formats: labelled text, Markdown, pages with front matter."""
