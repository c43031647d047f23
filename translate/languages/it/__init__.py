"""Italian: what is true of it alone."""

from __future__ import annotations

from translate.languages.base import Language

LANGUAGE = Language(
    code="it",
    name="Italian",
    letters="àèéìòù",
    function_words=frozenset(
        """
    il gli che di e un una per non con del della dei delle sono è si più come anche nel alla questo questa io lo
    la ho ha mi ti ci ma a tu se
        """.split()
    ),
    telltale_words=frozenset(
        """
    gli che della delle degli sono nel nella questo questa anche più perché
        """.split()
    ),
    stemmer="italian",
)
