"""English: what is true of it alone."""

from __future__ import annotations

from pathlib import Path

from translate.languages.base import Language
from translate.languages.en.figures import FIGURES
from translate.languages.en.measures import write_measure
from translate.languages.en.ordinals import mend_ordinals
from translate.languages.en.plurals import pluralise
from translate.languages.en.quotes import QUOTES

LANGUAGE = Language(
    code="en",
    name="English",
    segmentation=Path(__file__).with_name("segmentation.srx"),
    letters="",
    function_words=frozenset(
        """
    the of and to in is that for it with was on are be this by from at which or have has had not but they were
    their an you we his her she he will would can could there been if what when who all do does than then i my
    your our its did how why where should must these those about into only very so because some any don know get
    got let please here just never a an me as or no more one you s t
        """.split()
    ),
    telltale_words=frozenset(
        """
    the and of with that which this these those from have has had was were are been not they their there would
    could should will you your his her she what when where who
        """.split()
    ),
    write_measure=write_measure,
    figures=FIGURES,
    mend_ordinals=mend_ordinals,
    quotes=QUOTES,
    stemmer="english",
    plural_endings=("s",),
    pluralise=pluralise,
)
