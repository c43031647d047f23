"""Doses in French texts, « 2 comprimés », « 1 cp 3×/j »: where they stand, and their values or other words for them."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from translate.text.amounts.measures import Dose, FoundMeasure, Link
from translate.text.late import late, late_plain

_SPACE = "[ \u00a0\u2009\u202f]"
_WORDS = {"un": "1", "une": "1", "deux": "2", "trois": "3", "quatre": "4"}
_SPOON = rf"(?:cuil(?:lères?|lerées?|l?\.){_SPACE}|c\.?{_SPACE}?)à[.]?{_SPACE}?"
_OF_SPOON = rf"(?={_SPACE}d(?:e{_SPACE}|['’]))"
_DOSE = late(
    rf"(?<![\w,.])(?:(?P<half>(?:(?:une?{_SPACE})?demi(?:e{_SPACE}|-)))|(?P<figures>\d+(?:[,/]\d+)?|½){_SPACE}?"
    rf"|(?P<word>{'|'.join(_WORDS)}){_SPACE})"
    rf"(?:(?P<tablet>comprimés?|(?<=[\d½]{_SPACE}?)c(?:ps?|prs?)\.?)|(?P<capsule>gélules?|(?<=\d{_SPACE}?)gél\.?)"
    r"|(?P<suppository>suppositoires?|supp\.)"
    rf"|(?P<sachet>sachets?|sach\.)(?={_SPACE}de{_SPACE}\d|{_SPACE}(?:par|matin|le|à)(?!\w))|(?P<bottle>flacons?)"
    rf"|(?P<ampoule>ampoules?|amp\.)(?={_SPACE}(?:de{_SPACE}\d|inject|buva|par|matin|le|à)|{_SPACE}?[.,;]?\Z)"
    rf"|(?P<dose>(?<=(?<!\w)(?:en|max\.|maximum){_SPACE}\d{{1,2}}{_SPACE}?)prises?"
    rf"|prises?(?={_SPACE}?(?:/|par{_SPACE}(?:jour|24))))"
    rf"|(?P<tablespoon>{_SPOON}s(?:oupe|\.|(?!\w))|cs{_OF_SPOON})"
    rf"|(?P<teaspoon>{_SPOON}c(?:afé|\.|(?!\w))))(?!\w)"
    rf"(?P<more>{_SPACE}et{_SPACE}demie?(?!\w))?(?P<of>(?<=[ée.sc])(?:{_SPACE}d(?:e{_SPACE}(?!\d)|['’])))?",
    regex.I,
)
_SWALLOWED = ("tablet", "capsule")
_SPOONS = ("tablespoon", "teaspoon")
_FORMS = ("tablet", "capsule", "suppository", "sachet", "bottle", "ampoule", "dose", *_SPOONS)
_TABLETS = late(r"(?<=(?<!\w)(?:les?|ces?|des|du|chaque|par|de) |\A|[.;:] )comprimé(?P<many>s?)(?!\w)", regex.I)
_CAPSULES = late(r"(?<!\w)gélule(?P<many>s?)(?!\w)", regex.I)
_TIMES = late(
    rf"(?<![\w,.])(?P<times>\d+){_SPACE}?(?:[×xX]|f(?:ois|(?={_SPACE}?/))){_SPACE}?(?:/|par{_SPACE}){_SPACE}?"
    rf"(?P<unit>j(?:our)?|sem(?:\.|aine)?|mois|an|h(?:eure)?)(?!\w)"
)
_TIMES_A_DAY = late(rf"(?<=\w{_SPACE})[x×]{_SPACE}?(?P<times>\d+){_SPACE}?/{_SPACE}?j(?:our)?(?!\w)")
_PER_DAY = late(
    rf"(?<=(?<!\w)max(?:i(?:mum)?)?\.?{_SPACE}?:?{_SPACE}?)(?P<times>\d+){_SPACE}?/{_SPACE}?(?:j(?:our)?|24{_SPACE}?h)(?!\w)",
    regex.I,
)
_OF = late(
    rf"(?<=(?<!\w)(?:comprimé|gélule)s?(?:{_SPACE}\p{{L}}+)?{_SPACE})(?:(?:dosée?s?{_SPACE})?à|de)"
    rf"(?={_SPACE}\d+(?:,\d+)?{_SPACE}?(?:[mµ]?g|m[lL])(?!\w))"
)
_UNITS = {"j": "jour", "sem": "semaine", "sem.": "semaine", "h": "heure"}
_HINT = late_plain(r"compri|gél|supp|sach|flacon|amp|prise|cuil|[\d½]\s?(?:c|[×x]|fois)|c\.?\s?à|/j|max")


def find_doses(text: str) -> Iterator[FoundMeasure]:
    """Yield the doses of a French text, kind by kind, and how often they are taken."""
    if not _HINT.search(text.lower()):
        return
    ends: dict[int, str] = {}
    """Where doses in figures end, and how many they are."""
    for match in _DOSE.finditer(text):
        amount = "1/2" if match["half"] else match["figures"] or _WORDS[match["word"].lower()]
        (form,) = (form for form in _FORMS if match[form])
        is_of = form in _SPOONS and match["of"] is not None
        end = match.end() if is_of else match.end("more") if match["more"] else match.end(form)
        amount += ",5" * bool(match["more"] and amount.isdecimal())
        ends[end] = amount
        is_spelled = not match["figures"] or bool(match["more"])  # figures would be another number
        dose = Dose(amount, form, is_spelled=is_spelled, is_of=is_of)
        yield FoundMeasure(match.start(), end, _asked(amount, form), dose)
    for pattern, word, form in ((_TABLETS, "pilule", "tablet"), (_CAPSULES, "capsule", "capsule")):
        for match in pattern.finditer(text):
            asked = word + match["many"].lower()
            asked = asked[0].upper() + asked[1:] if match[0][0].isupper() else asked
            yield FoundMeasure(*match.span(), asked, Dose("", form, is_many=bool(match["many"])))
    for match in _OF.finditer(text):
        yield FoundMeasure(*match.span(), "", Link("of"))
    for match in _TIMES_A_DAY.finditer(text):
        yield FoundMeasure(*match.span(), f"{match['times']} fois par jour")
    for match in _PER_DAY.finditer(text):
        yield FoundMeasure(*match.span(), f"{match['times']} par jour")
    for match in _TIMES.finditer(text):
        asked = f"{match['times']} fois par {_UNITS.get(match['unit'], match['unit'])}"
        start = match.start()
        if ends.get(start - 1) == match["times"]:  # a model says one of two equal numbers
            start, asked = start - 1, f", {asked}"
        yield FoundMeasure(start, match.end(), asked)


def _asked(amount: str, form: str) -> str:
    """Return what a model is asked for a part of what is swallowed whole; empty where what the target says will do."""
    if form not in _SWALLOWED:
        return ""
    return f"{amount} pilules" * ("," in amount)
