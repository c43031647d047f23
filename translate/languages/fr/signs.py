"""Words that say in French what a sign between numbers says: `×` `±` `≤` `≥` `<` `>` `-`, in small letters."""

from __future__ import annotations

SIGNS = {
    "×": frozenset("fois par sur de chacun chacune".split()),
    "±": frozenset("plus environ près".split()),
    "≤": frozenset("moins plus maximum maximal égal jusqu".split()),
    "≥": frozenset("moins plus minimum minimal égal partir dès".split()),
    "<": frozenset("moins inférieur inférieure inférieurs inférieures".split()),
    ">": frozenset("plus supérieur supérieure supérieurs supérieures".split()),
    "-": frozenset("moins négatif négative dessous baisse recul perte chute repli".split()),
}
