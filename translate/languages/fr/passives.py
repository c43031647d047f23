"""What is done to a thing, which French says as if it did it itself: « Le filtre se change tous les ans ».

A small model lets the thing act, *the filter changes*, or makes another verb of it, *the badge retires*; of the passive
it makes none. Only verbs, and complements behind them, that are said of things.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from translate.text.gated import gated, one_of
from translate.text.measures import FoundMeasure

_SPACE = "[ \u00a0\u202f]"


class _Verb(NamedTuple):
    """What a thing « se mange » is: the participle, the verb in the plural, its infinitive, and what must follow."""

    done: str
    many: str
    infinitive: str
    ahead: str = ""


_MEANS = "à la main, à la machine, à l'eau, à l'aide, à sec, à chaud, à froid, au, en, avec"
_TIMES = "tous, toutes, chaque, une fois, deux fois, régulièrement"
_SEASONS = "en, au, de mars, dès, à l'automne, à la fin, à partir, avant, après, sous"
_COUNTERS = "à l'accueil, à la réception, à la caisse, à la mairie, au guichet, au secrétariat, en magasin, en mairie"
_VERBS = {
    "mange": _Verb("mangé", "mangent", "manger"),
    "déguste": _Verb("dégusté", "dégustent", "déguster"),
    "sert": _Verb("servi", "servent", "servir", "tiède, tièdes, chaud, chaude, froid, froide, frais, fraîche, à, en"),
    "lave": _Verb("lavé", "lavent", "laver", _MEANS),
    "nettoie": _Verb("nettoyé", "nettoient", "nettoyer", _MEANS),
    "repasse": _Verb("repassé", "repassent", "repasser", _MEANS),
    "porte": _Verb("porté", "portent", "porter", "avec, sous, à même, autour"),
    "plante": _Verb("planté", "plantent", "planter", _SEASONS),
    "sème": _Verb("semé", "sèment", "semer"),
    "repique": _Verb("repiqué", "repiquent", "repiquer"),
    "taille": _Verb("taillé", "taillent", "tailler", _SEASONS),
    "récolte": _Verb("récolté", "récoltent", "récolter"),
    "arrose": _Verb("arrosé", "arrosent", "arroser", f"{_TIMES}, {_SEASONS}"),
    "règle": _Verb("réglé", "règlent", "régler", "en, par, avec, à l'aide"),
    "démonte": _Verb("démonté", "démontent", "démonter"),
    "vidange": _Verb("vidangé", "vidangent", "vidanger"),
    "branche": _Verb("branché", "branchent", "brancher", "sur, derrière"),
    "applique": _Verb("appliqué", "appliquent", "appliquer", "au pinceau, au rouleau, au pistolet, le soir, le matin"),
    "étale": _Verb("étalé", "étalent", "étaler", "au, avec, du bout, en"),
    "change": _Verb("changé", "changent", "changer", _TIMES),
    "remplace": _Verb("remplacé", "remplacent", "remplacer"),
    "prend": _Verb(
        "pris", "prennent", "prendre", "le matin, le midi, le soir, à jeun, pendant, avec, avant, après, au"
    ),
    "calcule": _Verb("calculé", "calculent", "calculer"),
    "obtient": _Verb("obtenu", "obtiennent", "obtenir"),
    "utilise": _Verb("utilisé", "utilisent", "utiliser"),
    "loue": _Verb("loué", "louent", "louer"),
    "achète": _Verb("acheté", "achètent", "acheter"),
    "paie": _Verb("payé", "paient", "payer"),
    "remplit": _Verb("rempli", "remplissent", "remplir", "en ligne, au stylo, à la main"),
    "dépose": _Verb("déposé", "déposent", "déposer", _COUNTERS),
    "retire": _Verb("retiré", "retirent", "retirer", _COUNTERS),
    "trie": _Verb("trié", "trient", "trier"),
    "recycle": _Verb("recyclé", "recyclent", "recycler"),
    "coupe": _Verb("coupé", "coupent", "couper", "au, en, à l'aide"),
    "tricote": _Verb("tricoté", "tricotent", "tricoter"),
    "prépare": _Verb("préparé", "préparent", "préparer", "la veille, à l'avance"),
}
_BY_FORM = {form: verb for one, verb in _VERBS.items() for form in (one, verb.many)}
_BY_INFINITIVE = {verb.infinitive: verb for verb in _VERBS.values()}
_FEMININE, _MANY = "la, cette, une".split(", "), "les, ces, des, vos, nos, mes, tes, ses, leurs".split(", ")
_ONE = "le, ce, cet, un, votre, notre, chaque".split(", ")
_NO_NOUN = f"(?!(?:{one_of('ne, se, qui, que, et, ou, on, il, elle')})(?!\\w))"
_OF = f"(?:{one_of('de la , de , du , des , à ')}|d['’])"
_SUBJECT = (
    rf"(?<![\w'’])(?:(?P<article>{'|'.join((*_FEMININE, *_MANY, *_ONE))}){_SPACE}|l['’])"
    rf"{_NO_NOUN}\p{{Ll}}[\p{{Ll}}-]+(?:{_SPACE}{_OF}?{_NO_NOUN}\p{{Ll}}[\p{{Ll}}-]+){{0,2}}?{_SPACE}"
)
"""A noun with its article, and up to two words of its own: « Le filtre à air »."""
_DONE = gated(
    rf"{_SUBJECT}(?P<asked>(?P<denied>ne{_SPACE})?s(?:e{_SPACE}|['’])(?P<verb>{'|'.join(sorted(_BY_FORM))})"
    rf"(?P<not>{_SPACE}(?:pas|jamais|plus))?)(?!\w)",
    regex.I,
)
_CAN = gated(
    rf"{_SUBJECT}(?:ne{_SPACE})?(?:peut|peuvent|doit|doivent){_SPACE}(?:(?:pas|aussi){_SPACE})?"
    rf"(?P<asked>s(?:e{_SPACE}|['’])(?P<verb>{'|'.join(sorted(_BY_INFINITIVE))}))(?!\w)",
    regex.I,
)


def find_passives(text: str) -> Iterator[FoundMeasure]:
    """Yield the verbs of a French text that say what is done to their subject, with the passive that is asked."""
    if " se" not in text and " s'" not in text and " s’" not in text:
        return
    for match in _DONE.finditer(text):
        form = match["verb"].lower()
        verb = _BY_FORM[form]
        if bool(match["denied"]) is bool(match["not"]) and _goes_on(verb, text, match.end()):
            be, denied = "sont" if form == verb.many else "est", match["not"] or ""
            head = ("ne " if be[0] == "s" else "n'") if denied else ""
            yield FoundMeasure(*match.span("asked"), f"{head}{be}{denied} {_agreeing(verb.done, match['article'])}")
    for match in _CAN.finditer(text):
        verb = _BY_INFINITIVE[match["verb"].lower()]
        if _goes_on(verb, text, match.end()):
            yield FoundMeasure(*match.span("asked"), f"être {_agreeing(verb.done, match['article'])}")


def _goes_on(verb: _Verb, text: str, end: int) -> bool:
    """Tell whether what follows a verb is said of things."""
    return not verb.ahead or bool(regex.match(rf"{_SPACE}(?:{one_of(verb.ahead)})(?!\w)", text, pos=end))


def _agreeing(participle: str, article: str | None) -> str:
    small = (article or "").lower()
    if small in _MANY:
        return participle if participle.endswith("s") else f"{participle}s"
    return f"{participle}e" if small in _FEMININE else participle
