"""What stands before an English noun."""

from __future__ import annotations

DETERMINERS = frozenset("the a an this that these those my your his her its our their".split())
