"""What stands in French behind a time and says which half of the day it is in, and the words for its middles."""

from __future__ import annotations

from translate.text.dates.clock import Clock

CLOCK = Clock(
    halves=(r"du matin(?![^\W\d_])", r"(?:du soir|de l['’]après-midi)(?![^\W\d_])"),
    noon=frozenset("midi".split()),
    midnight=frozenset("minuit".split()),
    parts={
        "et quart": 15,
        "et demie": 30,
        "et demi": 30,
        "moins le quart": -15,
        "moins cinq": -5,
        "moins dix": -10,
        "moins vingt": -20,
        "moins vingt-cinq": -25,
    },
    less="moins",
)
