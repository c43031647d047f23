"""Portuguese: what is true of it alone."""

from __future__ import annotations

from translate.languages.base import Language

LANGUAGE = Language(
    code="pt",
    name="Portuguese",
    letters="áâãàçéêíóôõú",
    function_words=frozenset(
        """
    o os as um uma e que do da dos das em no na para com não por mais como mas foi ao ele seu sua ou são eu você
    está isso muito de se me te
        """.split()
    ),
    telltale_words=frozenset(
        """
    não uma dos das pelo pela também são está muito mais como para com
        """.split()
    ),
    stemmer="portuguese",
    plural_endings=("s",),
)
