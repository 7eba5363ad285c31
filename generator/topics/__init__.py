"""Topics: which papers belong to which, why, and which topics a new list might have."""

from __future__ import annotations

from generator.topics.classify import classify, explain, unknown_topics
from generator.topics.suggest import suggest

__all__ = ["classify", "explain", "suggest", "unknown_topics"]
