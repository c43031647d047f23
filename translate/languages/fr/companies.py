"""Companies in French texts, whose names may be words too: « Lumière & Fils SARL »."""

from __future__ import annotations

from translate.text.gated import gated

_FORM = r"(?:SARL|SASU?|SA|EURL|SNC|SELARL|GmbH|Ltd|Inc|LLC)(?!\w)\.?"
_CAPITALISED = r"\p{Lu}[\p{L}'’-]+"
COMPANIES = gated(
    rf"(?<![\w-])(?!(?:La|Le|Les|Chez|Une?|Cette|Ma(?:ison|gasins?)|Société|Établissements)\s)"
    rf"(?:{_CAPITALISED}\s){{0,2}}{_CAPITALISED}\s&\s"
    rf"(?:(?:Fils|Frères|Cie|Associés|Co\b\.?)(?:\s{_FORM})?|{_CAPITALISED}\s{_FORM})(?!\w)"
    rf"|(?<![\w-])(?:SARL|SASU?|SCI|EURL|SNC|SELARL)\s(?:L[ae]s?\s)?{_CAPITALISED}(?:\s(?:L[ae]s?\s)?{_CAPITALISED}){{0,3}}(?![\w-])"
    rf"|(?<![\w-])[ÉE]ts\s{_CAPITALISED}(?:\s{_CAPITALISED}){{0,2}}(?:\set\s(?:Fils|Frères|Cie|Associés))?(?![\w-])"
    rf"|(?<=[,(]\s?|(?<!\w)(?:(?:société|entreprise|chez)\s|l['’]))"
    rf"(?:Atelier|Garage|\p{{Lu}}\p{{Ll}}+erie)\s(?:L[ae]s?\s)?{_CAPITALISED}(?![\w-])"
    rf"|(?<=(?:\A|\w\s|[«,(]\s?)(?i:résidence|villa|domaine|camping|lotissement|gîte|crèche)\s)"
    rf"L(?:es?\s|a\s|['’]){_CAPITALISED}(?![\w-])"
)
