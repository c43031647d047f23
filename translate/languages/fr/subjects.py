"""Subjects that are persons, « Elle habite à Lyon »: a French text comes in, the pronouns go out.

A small model says *it* of them where nothing but the verb tells, and *his* where only the noun does.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import regex

from translate.languages.fr.men import MENS_NAMES
from translate.languages.fr.women import EITHER, PEOPLES, WOMEN, WOMENS_NAMES, WORDS
from translate.text.amounts.measures import FoundMeasure, Meaning
from translate.text.gated import gated, one_of
from translate.text.late import late

_SPACE = "[ \u00a0\u202f]"
_MEANT = {"il": "he", "elle": "she"}
_SUBJECT = gated(
    rf"(?<![\w'’-])(?P<pronoun>il|elle)(?={_SPACE}(?:n['’]|ne{_SPACE}|y{_SPACE})?"
    r"(?:(?:habit|étudi|enseign|travaill|épous|présid|milit)(?:e|ait|a|era))(?!\w))",
    regex.I,
)
_BEING = rf"(?:n['’])?(?:est|était|sera|fut|serait)(?:{_SPACE}(?:pas|plus|déjà|encore|toujours|aussi))?{_SPACE}"
_STATE = gated(
    rf"(?<![\w'’-])(?P<pronoun>il|elle)(?={_SPACE}{_BEING}"
    r"(?:(?:mari|divorc|pacs|décéd|retrait|diplôm)ée?|veuf|veuve|célibataire|âgée?\sde\s\d\d\sans)(?!\w))",
    regex.I,
)
_BORN = gated(rf"\A(?P<pronoun>Il|Elle)(?={_SPACE}{_BEING}née?{_SPACE}?(?:[.,]|(?:à|aux?|en|le|dans|vers)(?!\w)))")
"""Behind another subject it may be an idea, « elle est née en Amérique »."""
_DOES = gated(
    rf"\A(?P<pronoun>Il|Elle)(?={_SPACE}(?:interpr(?:ète|éta){_SPACE}le{_SPACE}rôle"
    rf"|(?:entre|entra|est{_SPACE}entrée?){_SPACE}(?:à{_SPACE}l['’](?:université|école)|au{_SPACE}(?:lycée|collège|couvent|séminaire))"
    rf"|(?:suit|suivit|a{_SPACE}suivi){_SPACE}(?:des{_SPACE}(?:cours|études)|une{_SPACE}formation)"
    rf"|est{_SPACE}inscrite?{_SPACE}en{_SPACE}(?:licence|master|doctorat|thèse)"
    rf"|(?:est|fut|sera){_SPACE}(?:enterr|inhum)ée?{_SPACE}(?:à{_SPACE}\p{{Lu}}|au{_SPACE}cimetière)"
    rf"|repose{_SPACE}au{_SPACE}cimetière"
    rf"|demeur(?:e|ait){_SPACE}(?:à{_SPACE}\p{{Lu}}|au{_SPACE}\d|chez{_SPACE})))"
)
"""What things do too, « il demeure à l'état de projet », but for what stands behind it."""
_NOT_HERS = one_of(
    "que, qu, qui, dont, où, le, la, les, l, un, une, des, du, au, aux, ce, cet, cette, ces, mon, ma, mes, votre, vos"
    ", leur, leurs, deux, chaque, et, ou, ni, lui, il, se, manque, manqué, manquait, manquera"
)
"""With which somebody else may come: « La directrice a invité le maire et sa femme »."""
_SURNAME = rf"(?:{_SPACE}(?:(?<=\A\p{{Lu}}\S*{_SPACE})(?:(?:de|du|des|la|le|von|van){_SPACE})+)?\p{{Lu}}[\p{{L}}'’-]+)"
"""With a particle behind a first name alone: « la femme de Tom » is no name."""
_WHEN = (
    rf"Hier|Demain|Aujourd['’]hui|Depuis{_SPACE}[\p{{Ll}}\d{_SPACE[1:-1]}]{{3,20}}|En{_SPACE}\d{{4}}"
    rf"|(?:Ce|Le|Hier|Demain){_SPACE}(?:matin|soir|\p{{Ll}}+di)"
)
_OWNER = gated(
    rf"\A(?P<when>(?-i:{_WHEN}),{_SPACE})?"
    rf"(?:(?P<lead>une|la|cette|ma|ta){_SPACE}|(?:notre|votre|leur|chaque){_SPACE}|l['’])?"
    rf"(?:(?<={_SPACE})(?:jeune|petite|vieille|nouvelle|ancienne|première){_SPACE})?(?P<who>\p{{L}}[\p{{L}}-]+)(?-i:{_SURNAME}{{0,3}})"
    rf"(?:{_SPACE}et(?={_SPACE}s(?:on|a|es){_SPACE})|(?:{_SPACE}(?!(?:{_NOT_HERS})(?!\w))(?-i:\p{{Ll}})[\p{{L}}'’-]*){{1,6}}?)"
    rf"{_SPACE}(?P<whose>son|sa|ses)(?={_SPACE}(?-i:\p{{Ll}}))(?!{_SPACE}(?:sujet|température|poste|retraite|fonctions)(?!\w))",
    regex.I,
)
"""Whose things they are, where it may be a woman and nobody else."""
_NEXT = gated(
    rf"(?:{_SPACE}(?!(?:[\p{{L}}-]*(?:frère|fils|père|mari|oncle|cousin|gendre|ami|copain|compagnon|conjoint|voisin"
    rf"|collègue|patron|chef|époux|neveu)s?|{_NOT_HERS})(?!\w))\p{{Ll}}[\p{{L}}-]*){{1,2}}?"
    rf"{_SPACE}(?:à|chez|avec|dans|sur|pour|de|par|contre|sous|et){_SPACE}(?P<whose>son|sa|ses)(?={_SPACE}\p{{Ll}})"
)
"""What is the same person's behind it: « son vélo à sa sœur »."""
_HURT = gated(
    rf"\A(?P<who>\p{{Lu}}[\p{{L}}-]+){_SURNAME}?{_SPACE}s['’](?:est|était){_SPACE}(?:déjà{_SPACE})?"
    rf"(?:cass|foul|brûl|coup|bless|fractur|lav|tord|coinc|écras|luxé|cogn|bross|ras)\p{{Ll}}*"
    rf"{_SPACE}(?P<whose>le|la|les)(?={_SPACE}\p{{Ll}})"
)
"""Whose arm it is: « Aurore s'est cassé le bras »."""
_AHEAD = gated(
    rf"\A(?:Depuis|Après|Avant|Dès|Pendant|Durant|Malgré|Pour){_SPACE}(?P<whose>son|sa|ses){_SPACE}(?=\p{{Ll}})"
    rf"[^,.;:!?()\"«]{{3,60}},{_SPACE}(?P<who>\p{{Lu}}[\p{{L}}-]+)(?={_SURNAME}{{0,2}}{_SPACE}(?!et(?!\w))\p{{Ll}})"
)
"""Of whom the sentence is, whose things stand ahead: « Depuis son retour, Agathe »."""
_DOES_IT = gated(
    rf"{_SPACE}(?:n['’]|ne{_SPACE}|s['’])?(?:a|avait|aura|est|était|sera|va|vit|vient|arrive|habite|part|aime|attend|garde|cherche|fête)(?!\w)"
)
"""Behind a first name that is a word."""
_MALE_HEIR = late(r"(?<!\w)(?:fils|gendre)(?!\w)")
"""Whom the other language calls *son* too, like the word that is looked for."""


def find_subjects(text: str) -> Iterator[FoundMeasure]:
    """Yield the pronouns of a French text whose verb only persons have for a subject."""
    for pattern in (_SUBJECT, _STATE, _BORN, _DOES):
        for match in pattern.finditer(text):
            yield FoundMeasure(*match.span(), match[0], Meaning(_MEANT[match["pronoun"].lower()], is_many=False))
    for match in _OWNER.finditer(text):
        is_clear = match["whose"] != "son" or not _MALE_HEIR.search(text)
        before = match[0][match.end("when") if match["when"] else 0 : match.start("who")]
        if sex := _sex(match, before, match["lead"] or "") if is_clear else "":
            owned: regex.Match[str] | None = match
            while owned:
                yield FoundMeasure(*owned.span("whose"), owned["whose"], Meaning(sex, is_many=False))
                owned = _NEXT.match(text, owned.end())
    for match in chain(_HURT.finditer(text), _AHEAD.finditer(text)):
        if sex := _sex(match, "", ""):
            yield FoundMeasure(*match.span("whose"), match["whose"], Meaning(sex, is_many=False))


def _sex(match: regex.Match[str], before: str, lead: str) -> str:
    """Return the possessive of whose things they are, in the target's words; empty of nobody who is known."""
    if _is_woman(match["who"], lead, before):
        return "her"
    if match["who"] == "famille" and lead.lower() == "la":
        return "its"
    first = match["who"].lower().partition("-")[0]
    if before or not match["who"][0].isupper():
        return ""
    if first in WORDS and _DOES_IT.match(match.string, match.end("who")):
        return "her"
    return "his" if first in MENS_NAMES else ""


def _is_woman(who: str, lead: str, before: str) -> bool:
    """Tell whether a noun or a first name at the start is a woman's.

    :param lead: a determiner before it that nouns of women alone have.
    :param before: all that stands before it.
    """
    word = who.lower()
    if not before.strip():
        return who[0].isupper() and word.partition("-")[0] in WOMENS_NAMES
    if who[0].isupper():
        return word in PEOPLES
    return word in WOMEN or (bool(lead) and word in EITHER)
