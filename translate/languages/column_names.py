"""How people name the columns of a table of terms or sentences: by a language, in several, or by what it holds."""

from __future__ import annotations

import re

from translate.languages.codes import base_code, format_code

LANGUAGE_COLUMNS = {
    "ar": "arabic arabe arabisch árabe arabo",
    "bg": "bulgarian bulgare bulgarisch búlgaro bulgaro",
    "ca": "catalan katalanisch catalán catalano català",
    "cs": "czech tchèque tschechisch checo ceco čeština",
    "da": "danish danois dänisch danés danese dansk",
    "de": "german allemand deutsch alemán tedesco alemão duits",
    "el": "greek grec griechisch griego greco grego ελληνικά",
    "en": "english anglais englisch inglés inglese inglês engels",
    "es": "spanish espagnol spanisch español spagnolo espanhol spaans",
    "et": "estonian estonien estnisch estonio estone",
    "fi": "finnish finnois finnisch finlandés finlandese suomi",
    "fr": "french français francais französisch francés francese francês frans",
    "he": "hebrew hébreu hebräisch hebreo ebraico",
    "hr": "croatian croate kroatisch croata hrvatski",
    "hu": "hungarian hongrois ungarisch húngaro ungherese magyar",
    "it": "italian italien italienisch italiano italiaans",
    "ja": "japanese japonais japanisch japonés giapponese 日本語",
    "ko": "korean coréen koreanisch coreano 한국어",
    "lt": "lithuanian lituanien litauisch lituano",
    "lv": "latvian letton lettisch letón lettone",
    "nb": "norwegian norvégien norwegisch noruego norvegese norsk",
    "nl": "dutch néerlandais niederländisch neerlandés olandese holandês nederlands",
    "pl": "polish polonais polnisch polaco polacco polski",
    "pt": "portuguese portugais portugiesisch portugués portoghese português portugees",
    "ro": "romanian roumain rumänisch rumano rumeno română",
    "ru": "russian russe russisch ruso russo русский",
    "sk": "slovak slovaque slowakisch eslovaco slovacco",
    "sl": "slovenian slovene slovène slowenisch esloveno sloveno",
    "sv": "swedish suédois schwedisch sueco svedese svenska",
    "tr": "turkish turc türkisch turco türkçe",
    "uk": "ukrainian ukrainien ukrainisch ucraniano ucraino українська",
    "zh": "chinese chinois chinesisch chino cinese chinês 中文",
}
"""By code, the names that a language has in several, small."""

ROLE_COLUMNS = {
    "source": "source original quelle fuente origine origen",
    "target": "target translation traduction cible übersetzung ziel traducción destino traduzione tradução",
    "note": "comment comments note notes remark remarks remarque remarques commentaire commentaires kommentar "
    "bemerkung anmerkung comentario comentarios nota commento observation observations definition définition",
}
"""By what a column holds, the names of it, small."""

_CODE = re.compile(r"[A-Za-z]{2}([-_][A-Za-z0-9_-]*)?")
_LONG_CODE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9_-]*)?")
_NAMED = re.compile(r"([^\W\d]+)\s*(?:[(\[]\s*(.*?)\s*[)\]])?|(\S+)\s*[-–:]\s*([^\W\d]+)")
_LANGUAGES = {name: code for code, names in LANGUAGE_COLUMNS.items() for name in names.split()}
_ROLES = {name: role for role, names in ROLE_COLUMNS.items() for name in names.split()}


def language_of_column(name: str) -> str | None:
    """Return the code of the language that a column is named by, in any case; None where it is no language's name."""
    return _LANGUAGES.get(name.casefold())


def role_of_column(name: str) -> str | None:
    """Return what a column holds by its name: `source`, `target` or `note`; None where the name does not say."""
    return _ROLES.get(name.casefold())


def code_of_column(cell: str, *, is_long: bool = False) -> str | None:
    """Return the language that a column is named by: `fr-FR`, `French`, `Français (Canada)`, `French (fr-CA)`.

    :param is_long: whether a word of three letters can be a code; `oui` and `yes` have the shape of one.
    """
    if (_LONG_CODE if is_long else _CODE).fullmatch(cell):
        return format_code(cell.replace("_", "-"))
    match = _NAMED.fullmatch(cell)
    if match is None:
        return None
    name, aside, before, after = match.groups()
    language = language_of_column(name or after or "")
    if language is None:
        return None
    code = next((part for part in (aside, before) if part and _CODE.fullmatch(part)), None)
    formatted = format_code(code.replace("_", "-")) if code else None
    return formatted if formatted and base_code(formatted) == language else language
