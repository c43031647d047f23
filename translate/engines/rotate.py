"""The engine that turns every letter and keeps everything else, at the same length: pseudo-translation.

What it makes is not readable, so a text that was not translated shows at once; turned twice, a text is itself again.
"""

from __future__ import annotations

from string import ascii_lowercase, ascii_uppercase

from translate.config import EngineConfig
from translate.data import Model
from translate.engines.echo import Echo, Echoing

_HALF = 13
_SMALL = "\u00e9\u00e8\u00e0\u00e2\u00ea\u00eb\u00ee\u00ef\u00f4\u00f6\u00f9\u00fb\u00e7\u00f1\u0153\u00e6\u00fc\u00ff"
"""Letters that change places, two by two: éè àâ êë îï ôö ùû çñ œæ üÿ."""
_PAIRS = _SMALL + _SMALL.upper()
_TURNED = str.maketrans(
    ascii_lowercase + ascii_uppercase + _PAIRS,
    "".join(letters[_HALF:] + letters[:_HALF] for letters in (ascii_lowercase, ascii_uppercase))
    + "".join(second + first for first, second in zip(_PAIRS[::2], _PAIRS[1::2], strict=True)),
)


def turn(text: str) -> str:
    """Return `text` with each of its letters turned: by half the alphabet, or to the other one of a pair."""
    return text.translate(_TURNED)


class Rotate(Echo):
    """Gives each text back with its letters turned, with the best score."""

    signature = "rotate"

    def begin(self) -> Echoing:
        return Echoing(turn)


class RotatePlugin:
    weights = None
    is_raw = True

    def kernel(self, config: EngineConfig, model: Model | None) -> None:
        return None

    def load(self, config: EngineConfig, model: Model | None) -> Rotate:
        return Rotate()


PLUGIN = RotatePlugin()
