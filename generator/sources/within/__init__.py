"""Formats within one another: in mails, below front matter, several in one file."""
