"""English words of one sense: a meaning comes in, its word and what a model says for another sense go out."""

from __future__ import annotations

import regex

from translate.languages.en.plurals import pluralise
from translate.text.amounts.measures import Coded, Meaning, Value, WrittenMeasure
from translate.text.late import late

_SAID = "sa(?:id|ys?)"
"""Of « dit », which is asked where a model takes what is said for an object."""
_MADE = {
    "leak": "[Ff]lights?",
    "seal": "[Jj]oint?s?",
    "meter": "[Cc]ounters?",
    "read": "[Rr]aised?|[Nn]oted?|[Rr]emoved?",
    "theft": "[Ff]lights?",
    "deposit": "(?:[Bb]ail|[Cc]aution)s?",
    "book": "[Bb]ooks?",
    "storeroom": "(?:[Pp]remises|(?:[Ll]ocal|[Rr]oom|[Ss]pace)s?)",
    "company": "(?:[Ss]ociety|[Cc]orporation|[Cc]ompany)",
    "née": "Miss",
    "Mr and Mrs": r"(?:[Tt]he )?Mr\.? and Mrs\.?",
    "Irishwoman": "Irish(?:man| woman)",
    "Englishwoman": "English(?:man| woman)",
    "Frenchwoman": "French(?:man| woman)",
    "Welshwoman": "Welsh(?:man| woman)",
    "Dutchwoman": "Dutch(?:man| woman)",
    "Scotswoman": "Sco(?:tsman|ttish woman|t)",
    "proxy": "(?:[Pp]rox(?:y|ies)|[Pp]owers?)",
    "he": r"\AIt",
    "she": r"\AIt",
    "her": r"(?<!(?<!\w)[Hh]ers?(?!\w).*)(?:[Hh]is|[Ii]ts)",
    "its": r"[Hh]er|[Hh]is",
    "his": r"(?<!(?<!\w)[Hh]is(?!\w).*)(?:[Hh]er|[Ii]ts)",
    "replied": _SAID,
    "retorted": _SAID,
    "explained": _SAID,
    "called": _SAID,
    "whispered": _SAID,
    "win": "[Ee]arns?|[Gg]ains?",
    "wins": "[Ee]arns?|[Gg]ains?",
    "tour": "[Cc]ircuit",
    "draw": "[Mm]atch (?:nil|null|nul|zero)",
    "incl. VAT": "(?:TTC|TC|all taxes included|including all taxes|tax included)",
    "born": "Born",
    "room": "(?:[Hh]ouse|[Cc]hamber|[Rr]oom)s?",
    "seat": "(?:[Ss]quare|[Pp]lace|[Ss]eat)s?",
    "flight": "(?:[Vv]ol|[Ff]light|[Tt]heft)",
    "value for money": "(?:[Qq]uality[- ]price )?(?:[Vv]alue for money)",
    "order": "(?:[Cc]ommand(?:ment)?|[Cc]ontrol)",
    "parquet floor": "(?:[Pp]ublic )?[Pp]rosecut(?:or|ion)(?:'s [Oo]ffice)?s?|[Pp]arquets?",
    "part": "(?:[Pp]ieces|[Cc]oins|[Rr]ooms)",
    "card": "[Mm]aps?",
    "provided": "(?:insured|ensured|assured)",
    "torque": "(?:[Cc]ouples?|[Cc]oup)",
    "inclusive": "[Ii]nclu(?:ded|ding|sive(?:ly)?)",
    "key": "(?:[Tt]ouche?|[Kk]ey)s?",
    "scale": "(?:[Ll]adder|[Ll]evel)",
    "delivery": "(?:[Ss]hipping|[Ll]iving|[Ll]ivery|[Ll]ivraison|[Dd]elivery)s?",
    "supporting document": "(?:[Jj]ustif[a-z]+|[Ww]arrants?|[Cc]redentials?|[Dd]ocumentary evidence)",
    "credit note": "(?:Having|Have|To have|Has)",
    "item": "(?:[Aa]rticles?|[Ss]ections?)",
    "slippery": "(?:[Ss]liding|[Ss]lipping)",
    "cutlery": "(?:[Cc]overs|[Bb]lankets)",
    "traffic light": "fires?",
    "warm clothing": "(?:[Hh]ot (?:[Cc]lothe?s?|[Cc]lothing))",
    "dough": "[Pp]as(?:te|try|ta)",
    "drop": "(?:drip|gout)s?",
    "battery": "(?:[Ss]tack|[Pp]ile|[Cc]ell)s?",
    "assembly": "(?:[Mm]ount(?:ing)?|[Ee]diting|[Aa]ssemblies)",
    "pregnant": "(?:speakers?|enclosures?)",
    "departure": "[Dd]epartment",
    "flow rate": "[Dd]ebit",
    "track": "(?:[Ll]and|[Rr]oute|[Ll]ane|[Ww]ay|[Rr]oad|[Pp]ath)",
    "done at": "(?:[Dd]one|[Mm]ade|[Ee]stablished|[Ff]acts?)(?: (?:at|in|to))?",
    "Manche": "(?:[Tt]he )?(?:English )?Channel|[Ss]leeve|[Hh]andle",
    "on": r"(?:[Tt]he|[Oo]ne?)(?=\W*\Z)",
    "VAT": "VAT",
    "incl. charges": "(?:CC|charges included)",
    "excl. charges": "(?:HC|charges excluded)",
    "VAT number": "VAT number",
    "no one": "(?:[Vv]oid|[Nn]obody|[Nn]o one)",
    "parental leave": "leave parental",
    "let it stand": "let it (?:booth|stays?)",
    "let stand": "let (?:booth|stays?)",
    "excl. VAT": "(?:HT|duty[ -]free|tax[ -]free)",
}
_PLACED = {"in": "in|to|at|of", "To": "To|At|In", "to": "to|at|in|for"}
"""Before a name; a model says *to* where somebody works, and *at* whom something is given."""
_TAKES_LEAVE = "see you "
_LEAVE = "see|until|till?|meet|talk|speak|later"
"""Words of which one takes leave: *until tomorrow*."""
_FORMAT = late(r"(?:d{1,2}[/.-])?m{1,2}[/.-]y{2,4}", regex.I)
_MADE_FORMAT = "(?:[dj]{1,3}[/.-])?m{1,3}[/.-][ya]{2,6}"
"""What a model makes of the format of a date, letters lost or doubled."""


def write_sense(value: Value) -> WrittenMeasure | None:
    """Return the English word of a meaning, and what a model makes of it in its place; None of another value."""
    if isinstance(value, Coded):
        if value.sense in _PLACED:
            said = f"{value.sense} {value.code}"
            return WrittenMeasure(said, f"(?:{_PLACED[value.sense]}) {regex.escape(value.code)}")
        words, code = "|".join(filter(None, (value.sense, _MADE.get(value.sense.lower())))), regex.escape(value.code)
        return WrittenMeasure(f"{value.sense} {value.code}", f"(?:{words}),? {code}|{code} (?:{words})")
    if not isinstance(value, Meaning):
        return None
    needed = _LEAVE if value.sense.startswith(_TAKES_LEAVE) else ""
    made = _MADE_FORMAT if _FORMAT.fullmatch(value.sense) else _MADE.get(value.sense, "")
    return WrittenMeasure(pluralise(value.sense) if value.is_many else value.sense, made, needed=needed)
