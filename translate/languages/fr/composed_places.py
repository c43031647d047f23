"""Places of several words that hyphens join, « Aix-en-Provence » and « Saint-Jean-de-Luz », which keep their names."""

from __future__ import annotations

_NAME = r"\p{Lu}\p{Ll}+"

COMPOSED_PLACES = (
    rf"(?:{_NAME}-)+(?:en|ès|sur|sous|lès|lez|les|le|la)-(?:l['’])?{_NAME}(?:-{_NAME})*"
    rf"|Sainte?s?-{_NAME}(?:-{_NAME})*-(?:de-la-|de-|du-|des-|d['’]){_NAME}(?:-{_NAME})*"
)
