"""Subjects that are persons, « Elle habite à Lyon »: a French text comes in, the pronouns go out.

A small model says *it* of them where nothing but the verb tells, and *his* where only the noun does.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from translate.text.gated import gated, one_of
from translate.text.measures import FoundMeasure, Meaning

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
_EITHER = (
    "touriste|élève|collègue|secrétaire|locataire|propriétaire|journaliste|artiste|dentiste|stagiaire"
    "|bénéficiaire|pianiste|cycliste|ministre|juge|maire|notaire|fleuriste"
)
"""Who may be a man behind « l' » and « votre »."""
_WOMEN = (
    "infirmière|caissière|boulangère"
    "|coiffeuse|vendeuse|serveuse|danseuse|chanteuse|directrice|actrice|lectrice|institutrice|étudiante"
    "|habitante|cliente|patiente|voisine|gérante|présidente|avocate|salariée|employée|candidate|retraitée"
    "|fille|femme|dame|mère|sœur|tante|grand-mère|nièce|cousine|copine|amie|enseignante"
)
_NAMES = (
    "sophie|marie|julie|anne|claire|léa|emma|chloé|manon|sarah|laura|lucie|pauline|mathilde"
    "|juliette|alice|louise|jeanne|élise|hélène|isabelle|nathalie|catherine|christine|sylvie|valérie|sandrine"
    "|stéphanie|céline|aurélie|émilie|karine|véronique|martine|monique|françoise|brigitte|nicole"
    "|jacqueline|odile|colette|simone|yvette|denise|thérèse|cécile|agnès|laurence|delphine|caroline"
    "|charlotte|clémence|inès|nadia|fatima|amina|leïla|samira|rachel|élodie|mélanie|amandine|audrey"
    "|marion|anaïs|océane|margaux|noémie|estelle|justine|marguerite|madeleine|germaine|lucienne|suzanne"
    "|geneviève|béatrice|corinne|muriel|josiane|danielle|michèle|annie|ginette|paulette|huguette|éliane"
    "|solange"
)
_NOT_HERS = one_of(
    "que, qu, qui, dont, où, le, la, les, l, un, une, des, du, au, aux, ce, cet, cette, ces, mon, ma, mes, votre, vos"
    ", leur, leurs, deux, chaque, et, ou, ni, lui, il, se"
)
"""With which somebody else may come: « La directrice a invité le maire et sa femme »."""
_HER = gated(
    rf"\A(?:(?:une|la|cette|ma){_SPACE}(?:jeune{_SPACE})?(?:{_EITHER}|{_WOMEN})|votre{_SPACE}(?:{_WOMEN})|l['’](?:{_WOMEN})|{_NAMES})"
    rf"(?:{_SPACE}(?!(?:{_NOT_HERS})(?!\w))(?-i:\p{{Ll}})[\p{{L}}'’]*){{1,5}}?"
    rf"{_SPACE}(?P<whose>son|sa|ses)(?={_SPACE}(?-i:\p{{Ll}}))(?!{_SPACE}(?:sujet|température|poste|retraite|fonctions))(?!.*(?:fils|gendre)(?!\w))",
    regex.I,
)
"""Of a woman whose noun or name does not tell a small model so."""


def find_subjects(text: str) -> Iterator[FoundMeasure]:
    """Yield the pronouns of a French text whose verb only persons have for a subject."""
    for pattern in (_SUBJECT, _STATE, _BORN):
        for match in pattern.finditer(text):
            yield FoundMeasure(*match.span(), match[0], Meaning(_MEANT[match["pronoun"].lower()], is_many=False))
    for match in _HER.finditer(text):
        yield FoundMeasure(*match.span("whose"), match["whose"], Meaning("her", is_many=False))
