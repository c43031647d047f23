"""The languages of a run: what the model translates and what the outputs are called must be what is asked for."""

from __future__ import annotations

from translate.config import Config
from translate.data import Model
from translate.errors import UsageError
from translate.languages import base_code, known_languages
from translate.languages.codes import shorten
from translate.models.pair import stated_pair


def translates(model: Model, source_language: str, target_language: str) -> bool:
    """Tell whether a model may translate these languages: it says so, or it does not say what it translates.

    :raises ModelError: where its settings cannot be read.
    """
    return not _find_other(model, source_language, target_language)


def check_pair(config: Config, model: Model | None) -> None:
    """Refuse languages that the model does not translate, and codes for the outputs that name other languages.

    :param model: None where nothing is translated by a model.
    :raises UsageError: saying what there is.
    :raises ModelError: where the model's settings cannot be read.
    """
    source, target = base_code(config.source_language), base_code(config.target_language)
    other = _find_other(model, source, target) if model else None
    if model and other:
        raise UsageError(
            f"The model {model.name} translates {other}, not {source} to {target}; give a model for these languages "
            f"with --model. Languages with rules of their own: {', '.join(known_languages())}."
        )
    for side, code, language in (
        ("source", config.output.source_code, source),
        ("target", config.output.target_code, target),
    ):
        if code and base_code(code) != language:
            raise UsageError(f"The {side} is in {language}, and cannot be written as {code}; give --{side}-language.")


def _find_other(model: Model, source_language: str, target_language: str) -> str:
    """Return what a model translates in place of these languages; nothing where it translates them, or does not say."""
    stated = stated_pair(model)
    if stated is None:
        return ""
    asked = base_code(source_language), base_code(target_language)
    known = [shorten(code) for code in stated]
    is_other = any(code is not None and code != wanted for code, wanted in zip(known, asked, strict=True))
    return f"{known[0] or stated[0]} to {known[1] or stated[1]}" if is_other else ""
