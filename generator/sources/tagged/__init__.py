"""Formats with a tag or a label before each value, and PubMed's text."""
