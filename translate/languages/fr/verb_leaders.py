"""French words behind which a verb comes, and no noun: subjects, « ne » and reflexive pronouns."""

from __future__ import annotations

VERB_LEADERS = frozenset("je j tu il elle on nous vous ils elles qui ne n se s me m te t".split())
