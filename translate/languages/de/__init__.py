"""German: what is true of it alone."""

from __future__ import annotations

from pathlib import Path

from translate.languages.base import Language

LANGUAGE = Language(
    code="de",
    name="German",
    segmentation=Path(__file__).with_name("segmentation.srx"),
    letters="äöüß",
    function_words=frozenset(
        """
    der die das und ist nicht ein eine einen einem den dem zu mit auf für von im sich auch als an ich du er sie
    wir ihr es wie aber oder wenn noch nur
        """.split()
    ),
    telltale_words=frozenset(
        """
    und der die das nicht eine einen einem ist sich auch für mit von wird werden wurde dass
        """.split()
    ),
    stemmer="german",
)
