"""Spanish: what is true of it alone."""

from __future__ import annotations

from translate.languages.base import Language

LANGUAGE = Language(
    code="es",
    name="Spanish",
    letters="áéíñóúü",
    function_words=frozenset(
        """
    el los las una y que en del por con para se lo como más pero sus le ya este esta muy sin sobre también yo es
    está son hay qué mi tu no si un al de te me a
        """.split()
    ),
    telltale_words=frozenset(
        """
    los las una pero como más muy también está están para por del con sus este
        """.split()
    ),
    stemmer="spanish",
    plural_endings=("s",),
)
