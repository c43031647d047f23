"""What French says besides: phrases that a translation may leave out, and nothing is lost."""

from __future__ import annotations

ASIDES = (
    r"par exemple",
    r"d['’]autre part|d['’]une part",
    r"s['’]il (?:vous|te) pla[iî]t",
    r"en effet",
    r"d['’]ailleurs",
    r"de toute façon|d['’]une manière ou d['’]une autre",
    r"par ailleurs|en outre",
    r"de nos jours",
    r"à vrai dire|à proprement parler|pour ainsi dire|en quelque sorte",
    r"en fait|en réalité|après tout|en somme|somme toute|tout compte fait",
    r"en fin de compte|au bout du compte|en définitive",
    r"autrement dit|en d['’]autres termes",
    r"en général|en règle générale|dans l['’]ensemble|d['’]une (?:façon|manière) générale",
    r"le plus souvent|la plupart du temps",
    r"jusqu['’]à (?:ce jour|nos jours|maintenant|présent)|à ce jour",
    r"à l['’]heure actuelle|en ce moment|pour l['’]instant|pour le moment|d['’]ores et déjà",
    r"tout d['’]abord|avant tout|en premier lieu|par la suite",
    r"à ce (?:point|propos|stade|sujet|titre)|à cet égard",
    r"dans ce (?:cadre|contexte)|de ce (?:fait|point de vue)",
    r"à mon avis|pour (?:ma|sa) part|de (?:leur|mon|son) côté",
    r"le cas échéant|en l['’]occurrence|quoi qu['’]il en soit",
    r"bien entendu|bien sûr|sans aucun doute|sans doute",
    r"en tout cas|dans tous les cas|malgré tout|tout de même|quand même|en même temps|du même coup",
    r"qui plus est|du reste|au passage|je vous (?:en )?prie",
    r"dans un premier temps|dans le même temps|à l['’]époque|à cette occasion|à son tour",
    r"il est vrai|on le sait|paraît-il|force est de constater",
    r"en conséquence|par conséquent|en revanche|au contraire|à l['’]inverse|par contre",
)
