"""Places: codes that stood within a word, and the signs of access keys in labels, have a place in the target too."""

from __future__ import annotations

from collections.abc import Iterable

from translate.checks.base import PlainCheck
from translate.config import CheckConfig
from translate.data import Issue, Severity, TranslationUnit
from translate.text.inner_codes import count_inner
from translate.text.late import late

_KEY = late(r"(?<![\p{L}\p{N}&.@/\\])(?P<sign>[&_])\p{L}++(?![&_;.]?[\p{L}\p{N}&_]|;)")
_ANY_KEY = late(r"[&_](?=\p{L})")
_MAX_LABEL_WORDS = 12


def _check_inner_codes(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    source, target = unit.source, unit.target
    if not source.codes or not target.text:
        return ()
    lost = count_inner(source.text, source.codes) - count_inner(target.text, target.codes)
    if lost <= 0:
        return ()
    message = f"Inline codes that stand within a word in the source stand around or beside words in the target: {lost}."
    return (Issue("inner_codes", Severity.WARNING, message, float(lost)),)


def _check_access_keys(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    source, target = unit.source.text, unit.target.text
    if ("&" not in source and "_" not in source) or source.endswith(".") or not target:
        return ()
    keys = [match["sign"] for match in _KEY.finditer(source)]
    if len(keys) != 1 or source.count(keys[0]) != 1 or len(source.split()) > _MAX_LABEL_WORDS:
        return ()
    if target.count(keys[0]) == 1 and _ANY_KEY.search(target):
        return ()
    message = f"The label has an access key in the source ({keys[0]}), and none in the target."
    return (Issue("access_keys", Severity.WARNING, message, 1.0),)


INNER_CODES = PlainCheck("inner_codes", _check_inner_codes)
ACCESS_KEYS = PlainCheck("access_keys", _check_access_keys)
