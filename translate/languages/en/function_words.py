"""Function words of English."""

from __future__ import annotations

FUNCTION_WORDS = frozenset(
    """
    the of and to in is that for it with was on are be this by from at which or have has had not but they were
    their an you we his her she he will would can could there been if what when who all do does than then i my
    your our its did how why where should must these those about into only very so because some any don know get
    got let please here just never a an me as or no more one you s t
    """.split()
)
LINKING_WORDS = frozenset(
    "the a an of and or to in on at by for with from as that is are was were be been being has have had do does".split()
)
TELLTALE_WORDS = frozenset(
    """
    the and of with that which this these those from have has had was were are been not they their there would
    could should will you your his her she what when where who
    """.split()
)
