"""French addresses: « bât. C, esc. 4, 2e ét., porte g », streets with their numbers, towns with their codes."""

from __future__ import annotations

from translate.text.proper_names.addresses import AddressForms, Part

_WHICH = r"(?:n[°º] ?)?(?P<which>\p{Lu}\d{0,3}|\d{1,4}\p{Lu}?|\p{Ll}(?!['’]))"
_NAME = r"\p{Lu}[\p{L}.'’-]*\p{L}"
_SMALL = r"(?:d['’]|l['’]|(?:des|de|du|la|le|les|aux|au|en|sur|sous|et)\s)"
_STREET_NAME = (
    rf"{_SMALL}*(?:\d{{1,2}}\s\p{{L}}+\s\d{{4}}|\d{{1,2}}\s\p{{Lu}}\p{{L}}+|{_NAME}"
    r"|(?<=\s(?:des|du|la)\s|l['’])\p{Ll}{3,})"
)
STREETS = (
    r"rue|r\.|avenue|av\.?|ave\.?|boulevard|bd\.?|boul\.|bvd\.?|blvd\.?|place|pl\.|impasse|imp\.|chemin|chem\.|che?\.|allées?"
    r"|all\.|quai|cours|crs|square|sq\.|faubourg|fbg|passage|route|rte|voie|cité|sentier|esplanade|ruelle|montée|villa"
    r"|venelle|traverse|placette|clos|cour|hameau|lotissement|mail|parvis|promenade|rond-point|sente|traboule|rampe"
    r"|lieu-dit|chaussée|corniche|coteau|galerie|domaine"
)
ADDRESSES = AddressForms(
    parts=(
        (Part.BUILDING, rf"(?i:bât(?:iment|\.)?|bat\.|immeuble|imm\.)\s{_WHICH}"),
        (Part.STAIRCASE, rf"(?i:escalier|esc\.?)\s{_WHICH}"),
        (Part.FLAT, rf"(?i:appartement|appt?\.?|apt\.?)\s{_WHICH}"),
        (Part.DOOR, rf"(?i:porte|pte)\s{_WHICH}"),
        (Part.SIDE, r"(?i:porte\s(?:de\s)?|à\s)?(?P<which>gauche|droite)"),
        (Part.FLOOR, r"(?P<which>\d{1,2})(?:er|ère|ème|e|ᵉʳ|ᵉ)\s(?:étage|étg?\b\.?)"),
        (Part.FLOOR, r"(?P<which>(?i:rez-de-ch(?:aussée|\.)|rdc|r\.d\.c\.))"),
        (Part.KEPT, rf"(?P<which>(?:[Rr]ésidence|[Rr]és\.)\s{_SMALL}*{_NAME}(?:\s{_NAME})*)"),
        (Part.KEPT, rf"(?P<which>(?:[FBL]-|CH-)?\d{{4,5}}\s{_NAME}(?:\s{_NAME})*(?:\s\d{{1,2}})?)"),
        (Part.KEPT, r"(?P<which>(?:B\.?P\.?|CS|TSA)\s\d+)"),
    ),
    street=(
        rf"(?:\d{{1,4}}(?:\s?(?:bis|ter|quater)|\s?[A-D])?,?\s(?:{STREETS})|(?i:av|bd|pl|imp|boul|chem|ch|all)\.)\s"
        rf"(?!J\.\s?-?C)(?:{_STREET_NAME})(?:\s{_SMALL}*{_NAME})*"
    ),
    numbered_street=(
        r"\d{1,4}(?:\s?(?:bis|ter|quater)|\s?[A-D])?(?:,?\s(?:rue|avenue|av\.|boulevard|bd|impasse|imp\.|chem\.|pl\.|all\.|rte|quai|faubourg)"
        r"|,\s(?:place|chemin|allées?|cours|square|passage|route))\s"
        rf"(?!J\.\s?-?C){_SMALL}*{_NAME}(?:\s{_SMALL}*{_NAME})*"
    ),
    lone_street=(
        rf"(?:Rue|Avenue|Boulevard|Impasse|Allées?|Quai|Square|Place|(?:Av|Bd|Boul|Imp|All|Chem|Pl)\.|Bd)\s{_SMALL}*{_NAME}(?:\s{_SMALL}*{_NAME})*"
    ),
    sides={"gauche": "left", "droite": "right", "rez-de-chaussée": "0", "rez-de-ch.": "0", "rdc": "0", "r.d.c.": "0"},
)
