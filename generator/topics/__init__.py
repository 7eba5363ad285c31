"""Topics: which papers belong to which, why, and which topics a new list might have."""

from __future__ import annotations

from generator.topics.classify import classify, explain
from generator.topics.suggest import suggest

__all__ = ["classify", "explain", "suggest"]
