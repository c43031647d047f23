"""French words of several senses, told by their neighbours: a text comes in, where they stand and what they mean goes
out.

A small model takes « fuite » for *flight* beside a tap too. It is asked the word as it is; where it takes the other
sense, its word is replaced by that of the sense meant.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from translate.text.amounts.measures import FoundMeasure, Meaning
from translate.text.gated import GatedTable, gated
from translate.text.late import late

_WORDS = {
    "leak": r"(?<!(?:en|prend\w*) (?:la )?)(?<!\w)fuite(?P<many>s?)(?!\w)",
    "seal": r"(?<=(?<!\w)(?:les?|un|des|du|ces?|de) )joint(?P<many>s?)(?!\w| torique| de robinet| d['’]étanch)",
    "meter": r"(?<!\w)compteur(?P<many>s?)(?!\w| de vitesse| kilo)",
    "read": r"(?<!\w)releve[rz](?!\w)|(?<=(?<!\w)(?:est|sont|été|a|ont)(?: \w+ment)? )relevée?s?(?!\w)",
    "theft": r"(?<!\w)vol(?P<many>s?)(?!\w| \d| vers)",
    "deposit": r"(?<!port\w* |se )(?<!\w)caution(?P<many>s?)(?!\w| solid)",
    "storeroom": r"(?<!\w{5} )(?<!\w)loca(?:l|(?P<many>ux))(?=\s(?:à\s\p{L}|poubelle|vélo))",
    "book": r"(?<!\w)livre(?P<many>s)(?!\w| sterling| de (?!poche))",
    "company": r"(?<![\w-])(?:(?-i:société)|sté)(?=\s(?-i:\p{Lu}))",
    "born": r"(?<![\w'’-])(?-i:N)ée?s?(?=\s(?:(?:le|vers)\s\d|à\s(?-i:\p{Lu})|en\s(?:\d|(?-i:\p{Lu}))|dans\s))",
    "done at": r"\A(?:Fait|Établi) à(?=\s(?-i:\p{Lu})[^,]{1,30}, le(?:\s\d|\s?[:.…_]|\Z))",
    "Manche": r"(?<=(?:la|de)\s)(?-i:Manche)(?!\w)",
    "on": r"(?<=\A(?:Fait|Établi) à\s(?-i:\p{Lu})[^,]{1,30}, )le(?=\s?(?:[:.…_]|\Z))",
    "order": r"(?<!\w)commande(?=\s(?:n[°o]|numéro)(?!\w))",
    "inclusive": r"(?<=(?<!\w)(?:aux?|à)\s\d[\d/.]{0,9}(?:\s\p{L}{3,9})?(?:\s\d{4})?\s)inclus(?:es?)?(?!\w)",
    "sick leave": r"\A(?:arrêt|congé)(?:\s(?:de|pour))?\smaladie(?!\w)",
    "key": r"\Atouche(?P<many>s?)(?=\s?(?:\Z|<kbd|(?-i:\p{Lu})))",
    "scale": r"(?<!\w)échelle(?=\s:?\s?(?:de\s)?1\s?[/:])",
    "delivery": r"(?<!bons? de )(?<!\w)livraison(?P<many>s?)(?!\w)",
    "supporting document": r"(?<!\w)justificatif(?P<many>s?)(?!\w| de domicile)",
    "credit note": r"\AAvoir(?=\s?(?:\Z|n°|:|\d))",
    "track": r"(?<=(?<!\w)(?:part(?:ira|ent)?|arriv(?:e|era|ent)|quai|entre(?:ra)?|départ|arrivée"
    r"|quai\s\d{1,2}|train),?\s(?:(?:à|en|sur)\s)?(?:la\s)?|\A)"
    r"voie(?=\s(?:(?-i:\p{Lu})|\d)\d?(?!\w))",
    "room": r"(?<!\w)chambre(?P<many>s?)(?!\w| d\w{1,2} )",
    "seat": r"(?<!\w)place(?P<many>s)(?!\w)",
    "flight": r"(?<!\w)vol(?=\s(?:n°\s?)?(?-i:\p{Lu}{2})\s?\d)",
    "value for money": r"(?<!\w)rapport\squalité[-\s/]+prix(?!\w)",
    "no one": r"(?<![\w-])nul(?=\s(?:n['’]|ne\s))",
    "to": r"(?<=(?<!\w)administrer\s)aux(?=\s\w)"
    r"|(?<=(?<!\w)donner\s)aux(?=\s(?:enfants|nourrissons|animaux|patients)(?!\w))",
    "in a cool place": r"(?<!\w)au\sfrais(?!\w|\s(?:de|du|minois)(?!\w))",
    "maternity leave": r"\Acongé(?:\sde)?\smaternité",
    "paternity leave": r"\Acongé(?:\sde)?\spaternité",
    "parental leave": r"\Acongé\sparental(?:\sd['’]éducation)?",
    "draw": r"\Amatch\snul(?!\w)|(?<=victoires?,\s\d\s(?:match\s)?)nul(?P<many>s?)(?!\w)",
    "with one abstention": r"(?<=(?<!\w)unanimité,?\s)moins\sune\sabstention(?!\w)",
    "pregnant": r"(?<=(?<!\w)(?:femmes?|patientes?|salariées?|est|était)\s)enceintes?(?!\w)",
    "battery": r"(?<!\w)pile(?P<many>s?)(?!\w| de (?!l)| à c)",
    "boils": r"(?<=(?<!\w)(?:eau|lait|huile|liquide|mélange)\s)bout(?!\w| d)",
    "assembly": r"(?<=(?<!\w)(?:de|du|le|pour)\s)montage(?!\w| vidéo)",
    "flow rate": r"(?<!\w)débit(?=\s:?\s?\d[\d., ]*\s?(?:m³|l|kg)/)",
    "allow": r"(?<![^\s,;:.]\s)(?:comptez|prévoyez|prévoir)(?=\s(?:environ\s)?"
    r"(?:\d[\d.,]*\s?(?:(?:h|min|heures?|minutes?|jours?)(?!\w)|€)|une\s(?:heure|demi|journée)))",
    "required": r"\A(?:à\s)?prévoir(?=\s?:)",
    "departure": r"\Adépart(?=\svoie\s\d)",
    "slippery": r"(?<!\w)glissante?s?(?!\w)",
    "double room": r"(?<!\w)chambre\sdouble(?!\w)",
    "single room": r"(?<!\w)chambre\ssimple(?!\w)",
    "cutlery": r"(?<=(?<!\w)(?:vos|des?|les)\s(?:propres\s)?)couverts(?!\w)",
    "traffic light": r"(?<=(?<!\w)(?:au|le)\s)feu(?=[\s.,;]|\Z)(?!\s(?:d|r|v|o|a))",
    "warm clothing": r"(?<!\w)vêtements\schauds(?!\w)",
    "dough": r"(?<!\w)pâte(?!\w|\sà\s(?:t|m)|\s(?:d|feuill|bris|sabl))",
    "drop": r"(?<=(?<!\w)(?:\d|une)\s)goutte(?P<many>s?)(?!\w)",
    "permanent contract": r"(?<![\w-])(?-i:CDI)(?![\w-])",
    "fixed-term contract": r"(?<![\w-])(?-i:CDD)(?![\w-])",
    "M/F": r"(?<![\w/-])(?-i:H/F|F/H)(?![\w/-])",
    "parquet floor": r"(?<!\w)parquet(?P<many>s?)(?!\w| (?:général|national|de (?-i:\p{Lu})))",
    "part": r"(?<!\w)pièce(?P<many>s)(?=\s(?:et\s(?:la\s)?main|détachées|de\srechange))",
    "card": r"(?<!\w)carte(?P<many>s?)(?=\s(?:mémoire\s|micro-?\s?)?SD(?!\w)|\s(?:e-)?SIM(?!\w))",
    "provided": r"(?<=(?<!\w)(?:sera|seront|est|sont|soit|non)\s)assurée?s?(?!\w)",
    "torque": r"(?<!\w)couple(?=\s(?:maxi|max\.|de\sserrage|moteur|nominal)|\s:?\s?\d+\s?N)",
    "MIN": r"(?<![\w-])(?-i:MINI)(?![\w-])",
    "MAX": r"(?<![\w-])(?-i:MAXI)(?![\w-])",
    "proxy": r"(?<=(?<!\w)(?:deux|trois|cinq|\d) )pouvoir(?P<many>s)(?!\w)",
    "tour": r"(?<!\w)tour(?=\s(?:du|des)\s(?:monts?|puy|lac|pic|massif|cirque|glacier)(?!\w))",
    "third": r"(?<=(?<!\w)(?:premier|deuxième|second|dernier)\s)tiers(?!\w)",
    "item": r"(?<!\w)article(?P<many>s?)(?=\s(?:acheté|offert|au\schoix|à\smoitié))"
    r"|(?<=(?:dès|sur)\sle\s\de\s)article(?!\w|\sd)",
    "née": r"(?<!\w)née(?=\s(?-i:\p{Lu}\p{Ll}))",
    "wife of": r"(?<=(?-i:\p{Lu}[\p{L}.]*[ -]\p{Lu}[\p{L}'’-]+),\s)épouse(?=\s(?-i:\p{Lu}\p{L}))"
    r"|(?<=(?-i:\p{Lu}\p{L}+)\s)épouse(?=\s(?-i:\p{Lu}{2}))"
    r"|(?<=(?-i:Mme)\s(?:(?-i:\p{Lu})[\w-]+\s)+)épouse(?=\s(?-i:\p{Lu}\p{L}))",
    "widow of": r"(?<=(?-i:\p{Lu}\p{L}+),\s)v(?:eu)?ve(?=\s(?-i:\p{Lu}\p{L}))",
    "known as": r"(?<=(?-i:\p{Lu}\p{L}+\s\p{Lu}\p{L}+)(?:,\s|\s(?=dite)))dite?(?=\s(?-i:L(?:[ae]s?\s|['’])\p{Lu}))",
    "v.": r"(?<=(?-i:\p{Lu}\p{L}+)\s)c/(?=\s(?-i:\p{Lu}))",
    "Irishwoman": r"(?<!\w)(?-i:Irlandaise)(?![\w-])",
    "Englishwoman": r"(?<!\w)(?-i:Anglaise)(?![\w-])",
    "Frenchwoman": r"(?<!\w)(?-i:Française)(?![\w-])",
    "Welshwoman": r"(?<!\w)(?-i:Galloise)(?![\w-])",
    "Dutchwoman": r"(?<!\w)(?-i:Hollandaise)(?![\w-])",
    "Scotswoman": r"(?<!\w)(?-i:Écossaise)(?![\w-])",
    "Mr and Mrs": r"(?<!\w)(?:les\s)?époux(?=\s(?-i:\p{Lu}\p{Ll}+)(?!\set\s(?-i:\p{Lu})|\w|-))",
}
"""By the sense, the word that has it, among others."""
_NEAR = {
    "leak": "eau|gaz|huile|tuyau|robinet|joint|radiateur|toit|plomb|canalis|étanch|vanne|évier|réservoir|chaudi",
    "seal": "robinet|caoutchouc|étanch|fuite|plomb|silicone|douche",
    "meter": "eau|gaz|électri|relev|divisionn|kWh",
    "read": "compteur",
    "theft": "plainte|cambriol|effraction|voleu|responsabilit|perte",
    "room": "lits?(?!\\w)|hôtel|nuit|douche|appartement|étage|plafond|m²|cuisine|salon",
    "seat": "vendu|vente|réserv|spectacle|concert|théâtre|cinéma|stade|tribune|voiture|assis",
    "book": "biblioth|auteur|pages?(?!\\w)|roman|librair|éditeur|emprunt|€|poche",
    "battery": "télécommande|remplac|chang|usag|recharg|détecteur|appareil|montre|vide(?!\\w)|lampe"
    "|AA|[CL]R\\d|\\d V(?!\\w)",
    "assembly": "\\d+\\s?(?:h|min)|heure|notice|meuble|étagère|outil|armoire|kit",
    "slippery": "sol|chaussée|route|trottoir|pluie",
    "provided": "garderie|accueil|permanence|navette|cantine|livraison|restauration|cours|repas|transport|traduction",
    "parquet floor": "dépose|pose[rz]?(?!\\w)|lames?(?!\\w)|chêne|pon[cç]|carrel|plancher|flottant|vitrif|cire",
    "cutlery": "apport|cantine|fourchette|manqu|dress|assiette|verres|table",
    "traffic light": "droite|gauche|tournez|carrefour",
    "drop": "yeux|œil|oreille|narine|fois",
    "Manche": "calvados|orne|mayenne|départ|habite|préf|vigilance|cherbourg|avranches|cotentin",
    "dough": "repos|pétri|levure|farine|étale|rouleau",
    "deposit": "loyer|locataire|bail|logement|appartement",
}
"""By the sense, how the words begin that stand near where it is meant."""
_ALWAYS_WHERE_MANY = frozenset({"leak"})
"""People flee once."""
_ALWAYS = frozenset(
    {"MIN", "MAX", "proxy", "tour", "item", "third", "wife of", "widow of", "known as", "Mr and Mrs", "v.",
     "Irishwoman", "Englishwoman", "Frenchwoman", "Welshwoman", "Dutchwoman", "Scotswoman",
     "company", "née", "born", "done at", "on", "order", "key", "scale", "delivery", "supporting document",
     "credit note", "track", "flight", "storeroom",
     "pregnant", "boils", "flow rate", "allow", "required", "departure", "double room", "single room", "warm clothing",
     "value for money", "no one", "to", "in a cool place", "maternity leave", "paternity leave",
     "sick leave", "inclusive", "permanent contract", "fixed-term contract", "M/F", "part", "card", "torque",
     "parental leave", "draw", "with one abstention"}
)  # fmt: skip
"""What stands beside them tells: a name, a place, a year; or they have no other sense."""
_COPIED = frozenset(
    {"MIN", "MAX", "third", "wife of", "widow of", "known as", "Mr and Mrs", "v.",
     "allow", "required", "flow rate", "double room", "single room", "value for money", "to",
     "in a cool place", "permanent contract", "fixed-term contract", "M/F", "sick leave", "maternity leave",
     "paternity leave", "parental leave", "draw", "with one abstention"}
)  # fmt: skip
"""What a model is asked in the target's language in any place, for it takes the words apart."""
_ASKED = {
    "livres": "bouquins",
    "sté": "société",
    "née": "Miss",
    "touche": "Key",
    "touches": "Keys",
    "pouvoirs": "procurations",
    "nul": "personne",
    "bout": "bouillonne",
    "pile": "batterie",
    "tour": "circuit",
    "piles": "batteries",
    "inclus": "(inclusive)",
}
"""What a model does not know, or drops, and is asked in its place: behind a title it copies a name."""
_ASKED_AS_MEANT = frozenset({"born"})
"""What a model copies in the target's language, with a capital, and misreads in its own."""
_PHRASES = {
    "au sec": "in a dry place", "marche/arrêt": "on/off",
    "interdit aux": "prohibited for", "interdite aux": "prohibited for",
    "rappeler au": "call back on", "mettre les voiles": "partir", "mets les voiles": "pars", "met les voiles": "part",
    "arrêté préfectoral": "ordre préfectoral", "arrêtés préfectoraux": "ordres préfectoraux",
    "la remise en état": "la réparation", "une remise en état": "une réparation",
    "mettent les voiles": "partent", "mis les voiles": "set off",
    "défend à": "interdit à", "défend au": "interdit au", "défend aux": "interdit aux",
}  # fmt: skip
"""By a phrase, what a model is asked in its place, which it knows or copies."""
_PHRASE = gated(rf"(?<!\w)(?:{'|'.join(_PHRASES)})(?!\w)(?<!rappeler au(?!\s(?:0\d|\+\d|numéro)))", regex.I)
_FOUND = GatedTable((gated(word, regex.I), sense) for sense, word in _WORDS.items())
_BESIDE = {sense: late(rf"(?<!\w)(?:{near})", regex.I) for sense, near in _NEAR.items()}


def find_senses(text: str) -> Iterator[FoundMeasure]:
    """Yield the words of a French text whose neighbours say which sense they have."""
    for pattern, sense in _FOUND.opened(text):
        for match in pattern.finditer(text):
            is_many = bool(match.groupdict().get("many"))
            is_sure = is_many and sense in _ALWAYS_WHERE_MANY
            is_sure |= sense in _ALWAYS
            if is_sure or _BESIDE[sense].search(text[: match.start()] + text[match.end() :]):
                asked = (
                    sense
                    if sense in _COPIED
                    else sense.title()
                    if sense in _ASKED_AS_MEANT
                    else _ASKED.get(match[0].lower(), match[0])
                )
                is_capital = match[0][0].isupper() and not (match.start() and match[0].isupper())  # « un CDI »
                asked = asked[0].upper() + asked[1:] if is_capital else asked
                yield FoundMeasure(*match.span(), asked, Meaning(sense, is_many))
    for match in _PHRASE.finditer(text):
        asked = _PHRASES[match[0].lower()]
        yield FoundMeasure(*match.span(), asked[0].upper() + asked[1:] if match[0][0].isupper() else asked)
