"""French abbreviations that a small model drops or garbles, written out for it."""

from __future__ import annotations

from translate.text.abbreviations import Abbreviations
from translate.text.late import late

ABBREVIATIONS = Abbreviations(
    {
        "article": r"art\.(?=\s?(?:\d|[LRD]\.))",
        "environ": r"env\.(?=\s?\d)|(?<=\d\s(?:hab\.|pers\.|\p{L}+)\s)env\.",
        "chapitre": r"chap\.(?=\s?(?:\d|[IVX]+(?!\w)))",
        "à l'attention": r"à\sl['’]att(?:n|ent)?\.(?=\s?(?:d(?:e|u|es)\s|d['’]|:))",
        "par exemple": r"(?:par|p\.)\s?ex\.",
        "c'est-à-dire": r"c\.?-?à-?d(?:\.|(?!\w))",
        "quantité": r"qtés?\.?(?=\s?[\d:])",
        "petit déjeuner": r"(?:petit|p)[- ]déj\.?(?!\w)",
        "moins de": r"[–-]\sde(?=\s\d+\sans)",
        "plus de": r"\+\sde(?=\s\d+\sans)",
        "température": r"temp\.(?=\s(?:max|min|amb))",
        "de préférence": r"de\spréf\.",
        "second": r"2nd(?!\w)",
        "seconde": r"2n?de(?!\w)",
        "maximale": r"(?<=(?:température|vitesse|durée|charge|capacité|quantité|hauteur|puissance|dose)\s)max\.(?=\s)",
        "maximum": r"(?<=(?:nombre|poids|prix|montant|âge|volume|délai)\s)max\.(?=\s)",
        "référence": r"réf\.(?=\s?[\w:])",
        "rendez-vous": r"rdv(?!\w)",
        "nombre": r"nb\.?(?=\sd(?:e\s|['’]))",
        "s'il vous plaît": r"svp(?!\w)",
        "avenue": r"av\.(?=\s(?:d(?:e|u|es)\s|d['’]|(?-i:\p{Lu})\p{L}))",
        "boulevard": r"b(?:d\.?|oul\.|lvd\.)(?=\s(?:d(?:e|u|es)\s|d['’]|(?-i:\p{Lu})\p{L}))",
        "bâtiment": r"b[âa]t\.(?=\s(?:\d|(?-i:\p{Lu})(?!\p{Ll})))",
        "escalier": r"esc\.(?=\s(?:\d|(?-i:\p{Lu})(?!\p{Ll})))",
        "appartement": r"appt\.?(?!\w)|ap[pt]\.(?=\s\d)|(?<=['’]|(?:un|son|mon|cet)\s)apt\.",
        "immeuble": r"imm\.(?=\s)",
        "établissements": r"(?:ets|éts)\.?(?=\s(?-i:\p{Lu}\p{Ll}))",
        "département": r"(?:dpt|dépt?\.)(?=\sd(?:e|u|es)\s|\sd['’])",
        "volume": r"vol\.(?=\s?\d)",
        "téléphone": r"tél\.(?=\s?\d)",
        "étage": r"(?<=\d(?:er?|ème)\s)ét\.",
        "impasse": r"imp\.(?=\sd)",
        "place": r"pl\.(?=\sd)",
        "résidence": r"rés\.(?=\s(?-i:\p{Lu}))",
        "alinéa": r"al\.(?=\s\d)",
        "et suivantes": r"(?<=\d\s)(?:et\ss(?:q|uiv)?|sq{1,2}|ss)\.(?=\W*(?:\Z|[;),]))",
        "habitants": r"(?<=\d\s)hab\.",
        "personnes": r"(?<=\d\s)pers\.",
        "enregistrer le fichier sous": r"enregistrer sous(?=\s?(?:…|\.{3}|\Z))",
        "veuve": r"(?-i:Vve)(?=\s(?-i:\p{Lu}\p{Ll}))",
        "maître": r"(?-i:Me)(?=\s(?-i:\p{Lu}\p{Ll}))",
        "kB/s": r"(?<!(?<!_\d*)\d\s?)(?-i:[kK]o/s)(?!\w)",
        "MB/s": r"(?<!(?<!_\d*)\d\s?)(?-i:Mo/s)(?!\w)",
        "GB/s": r"(?<!(?<!_\d*)\d\s?)(?-i:Go/s)(?!\w)",
        "no": r"n[°º](?=\s?\d)",
        "numéro": r"n[°º](?!\w)",
        "numéros": r"n[°º]s(?!\w)|(?<=(?:les|des|aux)\s)nos(?=\s?\d)",
    },
    plurals={"article": "articles", "appartement": "appartements", "bâtiment": "bâtiments"},
    plural_words="les|des|aux|ces",
)
SIGNS = late(r"\b[nN]°")
"""Of which the last character is no sign by itself."""
