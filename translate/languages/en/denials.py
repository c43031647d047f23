"""What denies in an English text and stands for nothing else."""

from __future__ import annotations

from translate.text.usage.negations import Denials

DENIALS = Denials(said=r"(?<!\w)(?:not(?! (?:only|least|to mention|later|until))|cannot|never|\w+n['’]t)(?!\w)")
