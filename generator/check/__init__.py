"""The lint: what the keeper should look at, in the list and in what is exported from it."""

from generator.check.bibliography import Finding, check_bibliography
from generator.check.library import check_library

__all__ = ["Finding", "check_bibliography", "check_library"]
