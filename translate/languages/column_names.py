"""How people name the columns of a table of terms or sentences: by a language, in several, or by what it holds."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from translate.languages.codes import TWO_LETTER_CODES, base_code, format_code
from translate.text.late import late_plain

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
    "source": "source original quelle fuente origine origen term terme begriff término termine termo",
    "target": "target translation traduction cible übersetzung ziel traducción destino traduzione tradução",
    "note": "comment comments note notes remark remarks remarque remarques commentaire commentaires kommentar "
    "bemerkung anmerkung comentario comentarios nota commento observation observations definition définition",
    "forbidden": "forbidden interdit verboten prohibido vietato proibido",
}
"""By what a column holds, the names of it, small."""

ENTRY_COLUMNS = {
    "status": ("status", "term status", "statut", "stato", "estado", "kind", "usage"),
    "definition": ("definition", "définition", "definición", "definizione", "definição"),
    "domain": ("domain", "domaine", "subject", "subject field", "dominio", "domínio", "fachgebiet"),
    "part": ("part of speech", "pos", "src:pos", "partie du discours", "wortart"),
    "concept": ("concept", "concept id", "begriff-id"),
}
"""By what a column of a termbase holds beside the terms, the names of it, small."""

_PLAIN = frozenset(
    "term terme begriff término termine termo text texte texto testo segment segmento language langue sprache idioma "
    "lingua string chaîne column colonne".split()
)
"""Words that say nothing more beside the name of a language or a role: `source text`, `Terme cible`, `Term:fr`."""
_TRUE = frozenset("true yes 1 x oui vrai ja wahr sí si verdadero sì vero sim verdadeiro".split())
UNSURE = frozenset({"id", "no"})
"""Codes of languages by which a column that numbers its rows is called as well."""

_CODE = late_plain(r"[A-Za-z]{2}([-_][A-Za-z0-9_-]*)?")
_LONG_CODE = late_plain(r"[A-Za-z]{2,3}([-_][A-Za-z0-9_-]*)?")
_WORD = late_plain(r"[^\W\d_]+(?:-[^\W_]+)*")
_NAMED = late_plain(r"([^\W\d]+)\s*(?:[(\[]\s*(.*?)\s*[)\]])?|(\S+)\s*[-–:]\s*([^\W\d]+)")
_LANGUAGES = {name: code for code, names in LANGUAGE_COLUMNS.items() for name in names.split()}
_ROLES = {name: role for role, names in ROLE_COLUMNS.items() for name in names.split()}


def language_of_column(name: str) -> str | None:
    """Return the code of the language that a column is named by, in any case; None where it is no language's name."""
    return _LANGUAGES.get(name.casefold())


def role_of_column(name: str) -> str | None:
    """Return what a column holds by its name: `source`, `target`, `note` or `forbidden`; None where it does not say.

    `Source text`, `source (fr)` and `Terme source` are the source as well.
    """
    exact = _ROLES.get(name.casefold())
    if exact is not None:
        return exact
    roles = [_ROLES[word] for word in _words_of(name) if word in _ROLES and word not in _PLAIN]
    is_clear = all(word in _ROLES or word in _PLAIN or _code_of_word(word) for word in _words_of(name))
    return roles[0] if is_clear and len(roles) == 1 else None


def entry_column(name: str) -> str | None:
    """Return what a column of a termbase holds beside the terms, by its name; None where it does not say."""
    small = name.strip().casefold()
    return next((kind for kind, names in ENTRY_COLUMNS.items() if small in names), None)


def is_true(cell: str) -> bool:
    """Tell whether a cell says yes."""
    return cell.strip().casefold() in _TRUE


def languages_beside(cells: Sequence[str]) -> tuple[str, str] | None:
    """Return the languages that stand behind the two texts of a row, as in `vis, screw, FR, EN`; None where none do."""
    if len(cells) != 4:
        return None
    codes = [code_of_column(cell.strip()) for cell in cells]
    if codes[0] or codes[1] or not codes[2] or not codes[3] or any(map(role_of_column, cells[:2])):
        return None
    return codes[2], codes[3]


def without_numbers(codes: Sequence[str], stated: Collection[str]) -> list[str]:
    """Return the languages of columns, empty for those that number the rows: `id` beside two others is no language.

    :param codes: by column; empty where it is none of a language.
    :param stated: languages that somebody asks for.
    """
    sure = [code for code in codes if code and code not in UNSURE]
    return [code if code not in UNSURE or len(sure) < 2 or code in stated else "" for code in codes]


def _words_of(name: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(name)]


def _code_of_word(word: str) -> str | None:
    """Return the language that a word beside others names: by its code, with a region or without, or its name."""
    if _CODE.fullmatch(word):
        return format_code(word) if base_code(word) in TWO_LETTER_CODES else None
    return language_of_column(word)


def code_of_column(cell: str, *, is_long: bool = False) -> str | None:
    """Return the language that a column is named by: `fr-FR`, `French`, `Français (Canada)`, `French (fr-CA)`,
    `source (fr)`.

    :param is_long: whether a word of three letters can be a code; `oui` and `yes` have the shape of one.
    """
    if (_LONG_CODE if is_long else _CODE).fullmatch(cell):
        return format_code(cell.replace("_", "-"))
    match = _NAMED.fullmatch(cell)
    name, aside, before, after = match.groups() if match else ("", "", "", "")
    language = language_of_column(name or after or "")
    if language is None:
        return _code_beside(cell)
    code = next((part for part in (aside, before) if part and _CODE.fullmatch(part)), None)
    formatted = format_code(code.replace("_", "-")) if code else None
    return formatted if formatted and base_code(formatted) == language else language


def _code_beside(cell: str) -> str | None:
    """Return the one language in a name that says nothing else but a role: `source (fr)`, `Term:fr-CA`."""
    words = _words_of(cell)
    codes = [code for word in words if (code := _code_of_word(word))]
    others = [word for word in words if not _code_of_word(word)]
    is_clear = others and all(word in _ROLES or word in _PLAIN for word in others)
    return codes[0] if len(codes) == 1 and is_clear else None
