"""Dutch: what is true of it alone."""

from __future__ import annotations

from translate.languages.base import Language

LANGUAGE = Language(
    code="nl",
    name="Dutch",
    letters="éëïóö",
    function_words=frozenset(
        """
    de het een en van ik te dat die in is niet zijn op aan met voor als maar om er bij ook naar wordt je we hij
    zij ze wat dit deze geen of was
        """.split()
    ),
    telltale_words=frozenset(
        """
    het een van niet zijn wordt worden voor naar ook deze maar
        """.split()
    ),
)
