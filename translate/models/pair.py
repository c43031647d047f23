"""The pair of languages that a model says it translates: by its tokenizer's settings, or by its name on the hub."""

from __future__ import annotations

from translate.data import Model
from translate.errors import ModelError
from translate.files import from_json
from translate.text.late import late_plain

_SETTINGS = "tokenizer_config.json"
_HUB_NAME = late_plain(r"[^/]+/.*-([a-z]{2,3})-([a-z]{2,3})")
"""As the models of Helsinki-NLP are called: `Helsinki-NLP/opus-mt-fr-en`."""


def stated_pair(model: Model) -> tuple[str, str] | None:
    """Return the codes of source and target language, as the model writes them; None where it does not say.

    They may stand for a family (`roa`) or for many languages (`mul`).

    :raises ModelError: where its settings cannot be read.
    """
    path = model.folder / _SETTINGS
    if path.is_file():
        try:
            settings = from_json(path.read_bytes())
        except (ValueError, OSError) as exc:
            raise ModelError(f"{path}: cannot be read as JSON ({exc}); download or copy the model again.") from exc
        pair = tuple(settings.get(key) for key in ("source_lang", "target_lang")) if isinstance(settings, dict) else ()
        if len(pair) == 2 and all(isinstance(code, str) and code for code in pair):
            return str(pair[0]), str(pair[1])
    named = _HUB_NAME.fullmatch(model.name)
    return (named[1], named[2]) if named else None
