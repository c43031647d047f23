"""What a small model misreads as French says it, and is asked in other words: « il reste %d », « habite Quimper ».

It takes the « il » that stands for nothing for *it* or *he*, and leaves out the preposition that French does without.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import regex

from translate.languages.fr.number_words import NUMBER_WORDS
from translate.text.amounts.measures import FoundMeasure
from translate.text.gated import GatedTable, gated, one_of

_SPACE = "[ \u00a0\u202f]"
_LEFT = gated(
    rf"(?<![\w'’-])il{_SPACE}reste(?:{_SPACE}encore)?(?={_SPACE}(?P<number>[%{{$]\S{{1,24}}){_SPACE}(?P<noun>\p{{L}}+))",
    regex.I,
)
"""Before what stands for a number."""
_MISSING = gated(rf"(?<![\w'’-])il{_SPACE}manque{_SPACE}(?P<number>[1-9]|1\d)(?={_SPACE}\p{{Ll}}{{2,}})", regex.I)
_SHORT_OF = gated(rf"(?<![\w'’-])il{_SPACE}manque{_SPACE}(?:du|de{_SPACE}la)(?={_SPACE}\p{{Ll}})", regex.I)
_IS_WARM = gated(
    rf"(?<![\w'’])il{_SPACE}fait(?={_SPACE}(?:[-−+]?[\d,]+{_SPACE}?(?:°|degré)|beau(?!\w|{_SPACE}voir)))", regex.I
)
"""Of the weather, which nobody makes."""
_LIVES = gated(rf"(?<![\w'’-])habit(?:e|ent|ait|aient)(?={_SPACE}\p{{Lu}}\p{{Ll}})")
_HALF_A = gated(
    r"(?<!\w)demi-(?=(?:litre|kilo|bouteille|livre|tasse|verre|citron|pomme|oignon|botte|mètre|page|tonne|dose|portion|pot)s?(?!\w))",
    regex.I,
)
"""With a hyphen a small model takes both words for one."""
_HALF_PRICE = gated(r"(?<!\w)demi-tarif(?!\w)", regex.I)
_AT_END = gated(rf"(?<=\d{_SPACE}(?:bars?|mm|cm|kg){_SPACE})à{_SPACE}l['’](?P<front>avant|arrière)(?!\w)")
_AGO_AT_END = gated(
    rf"(?<=\p{{L}}{_SPACE})(?<!(?<!\w)(?:entre|de|du)(?!\w)[^.!?]*)il{_SPACE}y{_SPACE}a{_SPACE}(?P<hours>\d+){_SPACE}?h"
    rf"(?:{_SPACE}?(?P<minutes>\d\d))?(?={_SPACE}?(?:[.,;!?)]|\Z))"
)
"""How long ago; at the start of a sentence it may be a distance, « Il y a 2 h »."""
_IT_IS = gated(
    rf"(?<![\w'’-])il{_SPACE}(?P<tense>est|était|sera)"
    rf"(?={_SPACE}(?:\d{{1,2}}{_SPACE}?h(?:(?![\w/]|{_SPACE}(?:de(?!{_SPACE}l)|par|trop)(?!\w))|\d\d|eures?{_SPACE}moins)|\p{{L}}+{_SPACE}heures?{_SPACE}moins))",
    regex.I,
)
"""What time it is."""
_COMING = gated(rf"(?<!\w)j['’]arrive(?={_SPACE}dans{_SPACE}(?:\d|une?{_SPACE}))", regex.I)
"""In a while, which a small model takes for the past."""
_MEETING = gated(rf"\Aon{_SPACE}se{_SPACE}retrouve(?={_SPACE}(?:à|au|devant|chez)(?!\w))", regex.I)
_ADVISED = gated(r"(?<=\A\p{Lu}\p{Ll}{2,}(?:\s\p{Ll}{2,}){0,3}\s)conseill(?P<ending>ée?s?)\Z")
"""At the end of what has no verb: « Vêtements chauds conseillés »."""
_AWAY = gated(
    rf"(?<=\p{{L}}{{3}}{_SPACE})(?<!\w[dé]e?s?{_SPACE})à{_SPACE}(?P<far>\d+{_SPACE}k?m)(?={_SPACE}?(?:\Z|[,;.]))"
)
"""How far something is: « Parking à 200 m »."""
_POSTPONED = gated(rf"(?<!\w)décalé(?P<ending>e?s?)(?={_SPACE}(?:à|au){_SPACE}(?!gauche|droite))")
_LOSES = gated(rf"(?<!\w)cède(?={_SPACE}\d[\d,]*{_SPACE}?%)")
_CLOSED = gated(rf"\Arelâche(?={_SPACE}(?:le|du){_SPACE})", regex.I)
_WANTED = gated(rf"\ACherche(?={_SPACE}\p{{Ll}})")
_AROUND = gated(rf"(?<!\w)vers(?={_SPACE}\d{{1,2}}{_SPACE}?[h:])")
"""Of a time, which a small model takes for a place."""
_AT = gated(rf"(?<!\w)à(?={_SPACE}[%{{$:][({{]?(?:heure|time|hour))")
"""Before what stands for a time."""
_LATEST = gated(rf"(?<!\w)dernier{_SPACE}délai(?={_SPACE}?[.,;!)]|\Z)", regex.I)
_STANDBY = gated(rf"(?<=(?:est|reste|met|passe|appareil|écran){_SPACE})en{_SPACE}veille(?!\w|{_SPACE}d)")
_BY_COACH = gated(rf"(?<=(?<!\w)(?:en|par){_SPACE})car(?={_SPACE}(?:à|de|d['’]|scolaire|jusqu|le|pour)|[.,;)]|\Z)")
"""Elsewhere it is *for* or *because*."""
_FORGET = gated(rf"\A(?:laisse{_SPACE}tomber|laissez{_SPACE}tomber)(?={_SPACE}?[.,!…]|\Z)", regex.I)
_PRESS = gated(rf"\AAppuyez{_SPACE}longuement(?!\w)")
_REFER = gated(rf"(?<!\w)reportez-vous(?={_SPACE}(?:à{_SPACE}l|aux?(?!\w)))", regex.I)
_AFFAIRS = gated(rf"\A[çc]a{_SPACE}ne{_SPACE}(?P<whom>te|vous){_SPACE}regarde{_SPACE}pas(?!\w)", regex.I)
_FAULT = gated(
    rf"(?<![\w'’-])(?P<who>je|tu|ils?|elles?|on|nous|vous){_SPACE}n['’]y{_SPACE}\p{{L}}{{2,6}}{_SPACE}pour{_SPACE}rien(?!\w)",
    regex.I,
)
_WHOSE = {
    "je": "ma", "tu": "ta", "nous": "notre", "vous": "votre", "ils": "leur", "elles": "leur", "il": "sa", "elle": "sa",
    "on": "notre",
}  # fmt: skip
_VOTES = gated(rf"(?<=\d{_SPACE})pour(?P<between>,?{_SPACE}(?:et{_SPACE})?\d+{_SPACE})contre(?!\w)")
"""« 12 pour, 3 contre »."""
_CHARGED = gated(
    rf"(?<=(?<!\w)(?:est|sont|se(?:ra|ront)|reste(?:nt|ra)?|mise?s?){_SPACE})à{_SPACE}la{_SPACE}charge(?:{_SPACE}(?P<whole>exclusive|entière|seule))?(?={_SPACE}d(?:es?{_SPACE}|u{_SPACE}|['’]))"
)
"""Who pays: the model makes *in charge of* and *load* of it."""
_CHARGEABLE = gated(
    rf"(?<=\A\p{{Lu}}\p{{Ll}}{{3,}}{_SPACE})à{_SPACE}la{_SPACE}charge{_SPACE}d(?:es?|u)(?={_SPACE}\p{{Ll}})"
)
"""The same of a noun alone: « Travaux à la charge du bailleur »."""
_ABSENT = gated(rf"(?<!\w)en{_SPACE}cas{_SPACE}d['’]absence(?!\w)", regex.I)
_YOUNGER = gated(rf"(?<=(?<!\w)les{_SPACE})(?:moins|plus){_SPACE}de(?={_SPACE}\d{{1,2}}{_SPACE}ans(?!\w))", regex.I)
_MEANS = gated(
    rf"(?<!\w)va(?:ut|udr(?:a|ont)|lent){_SPACE}(?P<noun>acceptation|reconnaissance|convocation|accord|engagement)(?!\w)"
)
_HELD = gated(
    rf"(?<!\w)a(?P<later>ura)?{_SPACE}lieu(?={_SPACE}(?:\d+|une?){_SPACE}(?:h|min|heures?|minutes?|jours?|semaines?|mois)"
    rf"{_SPACE}(?:avant|après)(?!\w))"
)
"""Which a model takes for *takes* before a time."""
_LAMP = gated(rf"(?<!\w)voyant(?P<many>s?)(?={_SPACE}(?:orange|rouge|vert|jaune|bleu|clignote|s['’]allume|lumineu))")
_PLAN = gated(rf"\APrévoir(?={_SPACE}(?:d[eu]{_SPACE}|des{_SPACE}|d['’]|une?{_SPACE}(?!heure|demi|journée)))")
_TIMES = gated(rf"(?<=(?<!\w)à{_SPACE}(?:deux|trois|plusieurs|maintes|\d+){_SPACE})reprises(?!\w)")
_SUFFERS = gated(r"(?<!\w)s['’]en\sressent(?P<many>ent)?(?!\w)")
_FROM = gated(rf"(?<!\w)dès(?={_SPACE}\d[\d,.\u00a0\u202f]*{_SPACE}?(?:€|euros?)(?!\w))")
_BELOW = gated(rf"(?<=[(:]{_SPACE}?)moins{_SPACE}de(?={_SPACE}\d{{1,2}}{_SPACE}ans(?!\w))")
_OVER = gated(rf"(?<=[(,:]{_SPACE}?)plus{_SPACE}de(?={_SPACE}\d\d{_SPACE}ans{_SPACE}?(?:\Z|[,.;)]))")
_ARRIVAL = gated(rf"\AArrivée(?={_SPACE}(?:à{_SPACE}partir|avant|après|dès|entre|vers)(?!\w))")
_DEPARTURE = gated(
    rf"(?<=\A|,{_SPACE}|/{_SPACE})[dD]épart(?={_SPACE}(?:à{_SPACE}partir|avant|après|dès|entre|vers)(?!\w))"
)
"""Hours of a house to let, which a model takes for verbs."""
_SHARP = gated(rf"(?<!\w)(?P<time>heures?|midi|minuit){_SPACE}pile(?!\w)", regex.I)
_LEAST = gated(rf"(?<!\w)le{_SPACE}cadet{_SPACE}de(?={_SPACE}(?:[mts]es|nos|vos|leurs){_SPACE}soucis(?!\w))")
_ACHES = gated(rf"(?<!\w)(?P<have>ai|as|a|avons|avez|ont){_SPACE}mal{_SPACE}partout(?!\w)")
_RIVERS = one_of("Seine, Loire, Garonne, Saône, Moselle, Meuse, Marne, Dordogne, Charente, Rhône, Rhin, Danube")
_FLOODED = gated(
    rf"(?<=(?<!\w)(?:{_RIVERS}|fleuve|rivière|rivières|torrent|ruisseau)(?:{_SPACE}(?:est|sont|était))?{_SPACE})en{_SPACE}crue(?!\w)"
)
_WORKS = gated(
    rf"(?<=(?:est|sont|sera|seront|était|étaient|reste|restent|restera){_SPACE})en{_SPACE}travaux"
    rf"(?={_SPACE}?(?:\Z|[.,;:!?)])|{_SPACE}(?:{one_of('depuis, jusqu, pour, pendant, et, cette, ce')})(?!\w))"
)
_FLOWS = gated(
    rf"(?<=(?<!\w)(?:fleuve|rivière|[Ll](?:[ae]{_SPACE}|['’])\p{{Lu}}[\p{{L}}-]+,?){_SPACE}(?:qui{_SPACE})?)arrose(?={_SPACE}\p{{Lu}})"
)
"""Of a river, which waters no towns, as gardeners do."""
_SPEAKERS = one_of(
    "homme, femme, dame, monsieur, garçon, fille, enfant, mère, père, vieux, vieille, roi, reine, capitaine, médecin"
)
_SAID = gated(
    rf"(?<=[,!?…»]{_SPACE})fit(?={_SPACE}(?:(?:l[ae]{_SPACE}|l['’]|une?{_SPACE})(?:{_SPEAKERS})"
    rf"|(?:M\.{_SPACE}|Mme{_SPACE})?\p{{Lu}}[\p{{L}}-]+)(?:{_SPACE}?(?:\Z|[,.;:])|{_SPACE}(?:en|d['’]un)(?!\w)))"
)
_DEAR = gated(
    rf"\A[Cc]h(?:er|ère)s?(?={_SPACE}(?:Monsieur|Madame|Mademoiselle|M\.|Mme|Mlle|Docteur|Maître|Dr|Me){_SPACE}\p{{Lu}})"
)
_LATE = gated(rf"(?<!\w)[Ff]eue?(?={_SPACE}(?:M\.|Monsieur|Mme|Madame){_SPACE}\p{{Lu}})")
_SIR = gated(rf"(?<!\w)[Ll]e{_SPACE}sieur(?={_SPACE}\p{{Lu}})")
_BISHOP = gated(rf"(?<!\w)Monseigneur(?={_SPACE}(?:d[eu]{_SPACE}|d['’])?\p{{Lu}})")
_SIGNED = gated(rf"\AÉtabli(?={_SPACE}aux?{_SPACE}\p{{Lu}}[^,]{{1,40}},?{_SPACE}le(?!\w))")
_PLACE_CALLED = gated(rf"(?<!\w)[Ll]ieu-dit(?={_SPACE}?[«“\"])")
_CAPITAL = gated(
    rf"(?<=(?<!\w)(?:{one_of('société, simplifiée, SARL, SAS, SASU, SA, EURL, SCI')}),?{_SPACE})au{_SPACE}capital"
    rf"(?={_SPACE}de{_SPACE}\d[\d.,\u00a0\u202f ]*(?:€|euros?))"
)
_RESIDING = gated(
    rf"(?<=\p{{Lu}}[\p{{L}}-]+,?{_SPACE})demeurant(?={_SPACE}(?:(?:à|aux?|en){_SPACE}\p{{Lu}}|(?:au{_SPACE})?\d))"
)
_BACK_FROM = gated(
    rf"(?<=(?<!\w)(?:[Ii]l|[Ee]lle|[Oo]n){_SPACE})revient(?={_SPACE}(?:de{_SPACE}(?:L[ae]s?{_SPACE})?|d['’]|du{_SPACE}|des{_SPACE})\p{{Lu}})"
)
_DRAWN_UP = gated(rf"\AFait(?={_SPACE}en{_SPACE}[\p{{L}}\d]+{_SPACE}exemplaires?(?!\w))")
_OWN = one_of("votre, notre, leur, vos, nos, leurs, son, sa, ses, un, une")
_BRING = gated(
    rf"(?<![\w'’-])(?:(?P<order>munissez-vous)|(?:{one_of('vous, se')}){_SPACE}munir){_SPACE}(?!de{_SPACE}patience)"
    rf"(?P<of>du(?=\s)|des(?=\s)|de{_SPACE}la(?=\s)|de{_SPACE}l(?=['’])|(?:de{_SPACE}|d['’])(?P<own>(?=(?:{_OWN}){_SPACE}))?)",
    regex.I,
)
"""Of which a model makes *equip yourself with*."""
_THE = {"du": "le", "des": "les", "de la": "la", "de l": "l"}
_ON_LEAVE = gated(rf"(?<!\w)en{_SPACE}arrêt{_SPACE}(?:{one_of('maladie, de travail, de maladie')})(?!\w)")
_UNITS_AGO = {
    "s": "s", "seconde": "second", "secondes": "seconds", "min": "min", "minute": "minute", "minutes": "minutes",
    "h": "h", "heure": "hour", "heures": "hours", "jour": "day", "jours": "days", "semaine": "week",
    "semaines": "weeks", "mois": "months", "an": "year", "ans": "years",
}  # fmt: skip
_AGO = gated(
    rf"(?<![\w'’-])(?P<there>il{_SPACE}y{_SPACE}a{_SPACE})(?=[%{{$]\S{{1,24}}{_SPACE}(?P<unit>{'|'.join(_UNITS_AGO)})(?!\w))",
    regex.I,
)
"""Before what stands for a number, so that *there is* and *there are* are none of it."""
_WITHOUT = gated(
    rf"(?<=,{_SPACE}|\({_SPACE}?)hors(?={_SPACE}(?:boissons?|frais|assurances?|vols?|repas|pourboires?|livraison|options?)(?!\w))"
)
_DAYS = {"dix": "10", "quinze": "15", "trente": "30", "quarante-cinq": "45", "soixante": "60"}
"""Of payment, in figures, for in words they would be the other language's."""
_END_OF_MONTH = gated(
    rf"(?<!\w)à{_SPACE}(?P<days>\d{{2,3}}|{'|'.join(_DAYS)}){_SPACE}jours,?{_SPACE}fin{_SPACE}de{_SPACE}mois(?!\w)"
)
_OF_INVOICE = gated(
    rf"(?<!\w)à{_SPACE}(?P<days>\d{{2,3}}|{'|'.join(_DAYS)}){_SPACE}jours,?{_SPACE}(?:de{_SPACE}(?:la{_SPACE})?)?date{_SPACE}de{_SPACE}(?:la{_SPACE})?facture(?!\w)"
)
"""When a bill is to be paid, in the terms of the trade."""
_TIME_IS = {"est": "is", "était": "was", "sera": "will be"}
_ARTICLES = {"e": "", "u": " le", "s": " les"}
"""By the end of « de », « du », « des »: what of them is no « de »."""
_IN = str.maketrans("Ee", "Ii")
_WORDS = {value: word for word, value in NUMBER_WORDS.cardinals.items() if not word.endswith("ts")}  # 1 is « une »


def _brought(match: regex.Match[str]) -> str:
    """Return the article before what is brought: « des gants », and « votre carte », « un casque » with their own."""
    return "" if match["own"] is not None else _THE.get(match["of"].lower(), "des ")


_ASKED: GatedTable[Callable[[regex.Match[str]], str]] = GatedTable(
    [
        (_SHORT_OF, lambda match: f"{match[0][0]}l n'y a pas assez de"),
        (_IS_WARM, lambda match: "C'est" if match[0][0].isupper() else "it's"),
        (_HALF_A, lambda match: match[0][:-1] + " "),
        (_HALF_PRICE, lambda match: "Half price" if match[0][0].isupper() else "half price"),
        (_AT_END, lambda match: "at the front" if match["front"] == "avant" else "at the rear"),
        (_AGO_AT_END, lambda match: f"{_duration(match['hours'], match['minutes'])} ago"),
        (_IT_IS, lambda match: f"{match[0][0].translate(_IN)}t {_TIME_IS[match['tense'].lower()]}"),
        (_LIVES, lambda match: f"{match[0]} à"),
        (_COMING, lambda match: f"{match[0][:2]}arriverai"),
        (_MEETING, lambda match: "See you"),
        (_ADVISED, lambda match: f"recommand{match['ending']}"),
        (_AWAY, lambda match: f"{match['far']} away"),
        (_POSTPONED, lambda match: f"reporté{match['ending']}"),
        (_LOSES, lambda match: "perd"),
        (_CLOSED, lambda match: "Fermé"),
        (_WANTED, lambda match: "Je cherche"),
        (_AROUND, lambda match: "around"),
        (_AT, lambda match: "at"),
        (_LATEST, lambda match: "at the latest"),
        (_STANDBY, lambda match: "on standby"),
        (_BY_COACH, lambda match: "autocar"),
        (_FORGET, lambda match: "Oubliez ça" if "z" in match[0] else "Oublie ça"),
        (_PRESS, lambda match: "Appuyez longtemps"),
        (_REFER, lambda match: f"{match[0][0]}éférez-vous"),
        (_AFFAIRS, lambda match: f"Ce ne sont pas {'tes' if match['whom'] == 'te' else 'vos'} affaires"),
        (
            _FAULT,
            lambda match: f"{'C' if match[0][0].isupper() else 'c'}e n'est pas {_WHOSE[match['who'].lower()]} faute",
        ),
        (_CHARGED, lambda match: f"at the {'sole ' * bool(match['whole'])}expense"),
        (_CHARGEABLE, lambda match: f"payables par{_ARTICLES[match[0][-1]]}"),
        (_YOUNGER, lambda match: f"personnes de {match[0]}"),
        (
            _MEANS,
            lambda match: (
                f"constitue une {match['noun']}" if match["noun"][-1] in "en" else f"constitue un {match['noun']}"
            ),
        ),
        (_PLAN, lambda match: "Plan for"),
        (_TIMES, lambda match: "fois"),
        (_SUFFERS, lambda match: f"en souffre{'nt' * bool(match['many'])}"),
        (_FROM, lambda match: "à partir de"),
        (_BELOW, lambda match: "under"),
        (_OVER, lambda match: "over"),
        (_ARRIVAL, lambda match: "Arrival"),
        (_DEPARTURE, lambda match: f"{match[0][0]}eparture"),
        (_SHARP, lambda match: f"{match['time']} précis{'es' * ('heure' in match['time'].lower())}"),
        (_BRING, lambda match: f"{'Aa'[match[0][0].islower()]}pporte{'zr'[match['order'] is None]} {_brought(match)}"),
        (_ON_LEAVE, lambda match: "en congé de maladie"),
        (_LEAST, lambda match: "le moindre de"),
        (_ACHES, lambda match: f"{match['have']} des douleurs partout"),
        (_FLOODED, lambda match: "in flood"),
        (_WORKS, lambda match: "undergoing work"),
        (_FLOWS, lambda match: "traverse"),
        (_SAID, lambda match: "dit"),
        (_DEAR, lambda match: "Dear"),
        (_LATE, lambda match: f"{'T' if match[0][0] == 'F' else 't'}he late"),
        (_SIR, lambda match: "Mr"),
        (_BISHOP, lambda match: "Mgr"),
        (_SIGNED, lambda match: "Signed"),
        (_PLACE_CALLED, lambda match: "Locality" if match[0][0] == "L" else "locality"),
        (_CAPITAL, lambda match: "with capital"),
        (_RESIDING, lambda match: "qui habite"),
        (_BACK_FROM, lambda match: "rentre"),
        (_DRAWN_UP, lambda match: "Rédigé"),
        (_WITHOUT, lambda match: "excluding"),
        (_HELD, lambda match: "sera" if match["later"] else "est"),
        (_LAMP, lambda match: f"indicator{match['many']}"),
        (_ABSENT, lambda match: f"{match[0][0].translate(_IN)}n case of absence"),
        (_END_OF_MONTH, lambda match: f"at {_DAYS.get(match['days'], match['days'])} days end of month"),
        (_OF_INVOICE, lambda match: f"at {_DAYS.get(match['days'], match['days'])} days from the invoice date"),
        (_VOTES, lambda match: f"for{match['between']}against"),
    ]
)


def _duration(hours: str, minutes: str | None) -> str:
    said = f"{hours} hour{'s' * (hours != '1')}"
    return f"{said} and {minutes} minutes" if minutes else said


def find_reworded(text: str) -> Iterator[FoundMeasure]:
    """Yield the phrases of a French text that a model is asked in other words."""
    for match in _LEFT.finditer(text):
        said = "there are still" if match["noun"].lower().endswith(("s", "x")) else "there is still"
        asked = said[0].upper() + said[1:] if match[0][0].isupper() else said
        yield FoundMeasure(*match.span(), asked)
    for match in _AGO.finditer(text):
        yield FoundMeasure(*match.span("there"), "")
        yield FoundMeasure(*match.span("unit"), f"{_UNITS_AGO[match['unit'].lower()]} ago")
    for match in _MISSING.finditer(text):
        number = int(match["number"])
        if number in _WORDS:
            yield FoundMeasure(*match.span("number"), _WORDS[number])
    for pattern, ask in _ASKED.opened(text):
        for match in pattern.finditer(text):
            yield FoundMeasure(*match.span(), ask(match))
