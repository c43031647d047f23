"""How French letters and speeches begin, « Bonjour Madame, », and letters end: where it stands, and whom it addresses.

A small model leaves out whom it addresses, or says both of « Cher Monsieur, chère Madame » alike; and of the sentence
that closes a letter it says each word.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from translate.text.amounts.measures import Addressed, Closing, ClosingLead, FoundMeasure, Greeting, GreetingWord
from translate.text.gated import gated
from translate.text.late import late

_SPACE = "[ \u00a0\u202f]"
_WORDS: dict[str, GreetingWord] = {"bonjour": "hello", "bonsoir": "evening"}
"""By the word, what it says; « cher » is every other."""
_TITLES: dict[str, Addressed] = {
    "madame": "madam", "monsieur": "sir", "mesdames": "madams", "messieurs": "sirs", "mademoiselle": "miss",
}  # fmt: skip
_TITLE = "|".join(_TITLES)
_GREETING = late(
    rf"(?:\A|(?<=\A{_SPACE}*ch[eè]re?s?{_SPACE}(?:{_TITLE}),?{_SPACE}(?:et{_SPACE})?))"
    rf"(?P<word>bonjour|bonsoir|ch[eè]re?s?),?{_SPACE}(?P<title>{_TITLE})"
    rf"(?:(?:,|{_SPACE}et){_SPACE}(?P<title>{_TITLE}))?(?={_SPACE}?[,!.:]|\s*\Z|{_SPACE}et{_SPACE}ch)",
    regex.I,
)
_ADDRESS = late(
    rf"\A(?P<title>madame|monsieur),{_SPACE}(?P<title>madame|monsieur)(?=,{_SPACE}(?-i:\p{{Ll}}))",
    regex.I,
)
"""With a sentence behind it; alone it is a label."""
_THANKS = r"(?:en )?vous remerciant(?: par avance| d['’]avance)? "
_LEADS: dict[ClosingLead, str] = {
    "answer": r"(?:dans|en) l['’]attente (?:d['’]une réponse(?: rapide)?(?: de votre part)?|de vous lire"
    r"|d['’]un retour(?: de votre part)?|de votre (?:réponse|retour|courrier)|de vos nouvelles)",
    "favour": r"(?:espérant |dans l['’](?:attente|espoir) d['’])une (?:réponse|suite) favorable"
    r"(?: de votre part)?(?: à (?:ma|notre) demande)?",
    "meeting": r"dans l['’]attente de (?:vous rencontrer|(?:faire )?votre connaissance|notre rencontre"
    r"|notre (?:prochain )?entretien)",
    "questions": r"(?:tout en )?restant à votre (?:entière )?disposition pour (?:tout|toute|d['’]autres) "
    r"(?:renseignement|information|question|précision|complément d['’]information)s?"
    r"(?: (?:complémentaire|supplémentaire)s?)?",
    "disposal": r"(?:tout en )?restant à votre (?:entière )?disposition",
    "reply": rf"(?:{_THANKS}(?:de|pour)|avec mes remerciements pour) votre (?:réponse|retour)",
    "understanding": rf"{_THANKS}(?:de|pour) votre compréhension",
    "attention": rf"{_THANKS}(?:(?:de|pour) votre attention|de l['’](?:attention|intérêt) que vous "
    r"(?:voudrez bien porter|porterez|accorderez) à (?:ma|notre|cette) (?:demande|candidature))",
    "help": rf"{_THANKS}(?:de|pour) votre aide",
    "trust": rf"{_THANKS}(?:de|pour) (?:votre|la) confiance"
    r"(?: que vous (?:nous |m['’])(?:avez )?accord(?:ez|ée))?",
    "thanks": r"(?:en )?vous (?:en )?remerciant (?:par avance|d['’]avance)",
}
"""By what a letter says last, how it is said before the sentence that closes; the longer ones first."""
_LEAD = "|".join(f"(?P<{lead}>{text})" for lead, text in _LEADS.items()).replace(" ", _SPACE)
_CLOSING = gated(
    rf"\s*(?:(?:{_LEAD})(?:,|,?{_SPACE}et{_SPACE}(?=\w)){_SPACE}?(?!\Z))*+"
    rf"(?:(?P<person>je|nous){_SPACE}vous{_SPACE}pri(?:e|ons)(?:{_SPACE}de{_SPACE}bien{_SPACE}vouloir)?{_SPACE}(?:d['’]|de{_SPACE})?"
    rf"(?:agréer|recevoir|accepter|croire)|veuillez{_SPACE}(?:agréer|recevoir|accepter|croire)|agréez|recevez|croyez)(?!\w)"
    r"[^.;:!?\n]{0,90}(?:salutations|sentiments|considération|respects|hommages)(?!\w)[^.;:!?\n]{0,40}[.,]?\s*",
    regex.I,
)
_WARM = late(r"(?<!\w)(?:ch[eè]re?s?|sincères?|meilleure?s?|cordia(?:les?|ux))(?!\w)", regex.I)
_WE = late(r"(?<!\w)(?:nous|notre|nos)(?!\w)", regex.I)


def find_closings(text: str) -> Iterator[FoundMeasure]:
    """Yield a French text that is the sentence which closes a letter, marks and all."""
    match = _CLOSING.fullmatch(text)
    if match:
        start, end = len(text) - len(text.lstrip()), len(text.rstrip())
        leads = sorted((match.start(lead), lead) for lead in _LEADS if match[lead])
        closing = Closing(
            is_warm=_WARM.search(text) is not None,
            leads=tuple(lead for _, lead in leads),
            is_many=match["person"].lower() == "nous" if match["person"] else _WE.search(text) is not None,
        )
        yield FoundMeasure(start, end, "", closing)


def find_greetings(text: str) -> Iterator[FoundMeasure]:
    """Yield the greetings that a French text begins with, two where it has « Cher Monsieur, chère Madame »."""
    for match in _GREETING.finditer(text) if text[:1] in "BbCc" else ():
        persons = tuple(_TITLES[title.lower()] for title in match.captures("title"))
        is_letter = not text[match.end() :].strip(" \u00a0\u202f,")
        word = _WORDS.get(match["word"].lower(), "dear")
        yield FoundMeasure(*match.span(), "", Greeting(word, persons, is_letter))
    both = _ADDRESS.match(text) if text[:1] in "Mm" else None
    if both:
        persons = tuple(_TITLES[title.lower()] for title in both.captures("title"))
        yield FoundMeasure(*both.span(), "", Greeting("dear", persons))
