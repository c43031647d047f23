"""Words that say in English what a sign between numbers says: `×` `±` `≤` `≥` `<` `>` `-`, in small letters."""

from __future__ import annotations

SIGNS = {
    "×": frozenset("times by of each once twice thrice per a".split()),
    "±": frozenset("plus give about within".split()),
    "≤": frozenset("less most more maximum equal up below under exceed exceeding".split()),
    "≥": frozenset("more least less minimum equal over above from".split()),
    "<": frozenset("less fewer lower under below".split()),
    ">": frozenset("more greater higher over above exceeding exceeds".split()),
    "-": frozenset("minus below negative down fall fell drop dropped decline decrease loss lower less subzero".split()),
}
