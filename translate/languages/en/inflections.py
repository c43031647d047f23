"""English verbs: one comes in with another word, out goes the form that the other seems to have."""

from __future__ import annotations

from functools import cache, lru_cache

from translate.languages.en.plurals import plurals_of
from translate.text.late import late

_CONSONANT_Y = late(r"[^aeiou]y$")
_HISSES = late(r"(?:s|x|z|ch|sh|[^aeiou]o)$")
"""Verbs that take *-es*: *goes* and *echoes* too."""
_DOUBLED = late(r"^[^aeiou]*[aeiou][bdgmnprt]$")
_STRESSED = frozenset(
    "acquit admit commit compel control defer equip expel incur occur omit patrol permit prefer propel refer regret "
    "submit transfer transmit retransmit unclog unplug unwrap unzip".split()
)
"""Longer verbs that double their last letter, for their last syllable is stressed."""
_MUTE_E = late(r"[^eioy]e$(?<!^be)")
_PLAIN_S = ("ss", "us", "is")
_IRREGULAR = """
be was been, bear bore borne, beat beat beaten, become became become, begin began begun, bend bent bent,
bind bound bound, bite bit bitten, bleed bled bled, blow blew blown, break broke broken, breed bred bred,
bring brought brought, build built built, burst burst burst, buy bought bought, cast cast cast, catch caught caught,
choose chose chosen, cling clung clung, come came come, cost cost cost, creep crept crept, cut cut cut,
deal dealt dealt, dig dug dug, do did done, draw drew drawn, drink drank drunk, drive drove driven, eat ate eaten,
fall fell fallen, feed fed fed, feel felt felt, fight fought fought, find found found, flee fled fled, fly flew flown,
forbid forbade forbidden, forget forgot forgotten, forgive forgave forgiven, freeze froze frozen, get got got,
give gave given, go went gone, grind ground ground, grow grew grown, hang hung hung, have had had, hear heard heard,
hide hid hidden, hit hit hit, hold held held, hurt hurt hurt, keep kept kept, know knew known, lay laid laid,
lead led led, leave left left, lend lent lent, let let let, light lit lit, lose lost lost, make made made,
mean meant meant, meet met met, overcome overcame overcome, pay paid paid, put put put, quit quit quit,
read read read, rebuild rebuilt rebuilt, ride rode ridden, ring rang rung, rise rose risen, run ran run,
say said said, see saw seen, seek sought sought, sell sold sold, send sent sent, set set set, shake shook shaken,
shine shone shone, shoot shot shot, shrink shrank shrunk, shut shut shut, sing sang sung, sink sank sunk, sit sat sat,
sleep slept slept, slide slid slid, speak spoke spoken, spend spent spent, spin spun spun, split split split,
spread spread spread, spring sprang sprung, stand stood stood, steal stole stolen, stick stuck stuck,
sting stung stung, stink stank stunk, strike struck struck, strive strove striven, swear swore sworn,
sweep swept swept, swim swam swum, swing swung swung, take took taken, teach taught taught, tear tore torn,
tell told told, think thought thought, throw threw thrown, tread trod trodden, understand understood understood,
undo undid undone, wake woke woken, wear wore worn, weave wove woven, weep wept wept, win won won, wind wound wound,
withdraw withdrew withdrawn, write wrote written, sew sewed sewn, sow sowed sown, mow mowed mown, shear sheared shorn,
swell swelled swollen, shed shed shed, wring wrung wrung, upset upset upset, spit spat spat, slit slit slit,
thrust thrust thrust, kneel knelt knelt, overtake overtook overtaken, undertake undertook undertaken,
withhold withheld withheld, mislead misled misled, rewrite rewrote rewritten, reset reset reset,
override overrode overridden, oversee oversaw overseen, overcast overcast overcast, force-feed force-fed force-fed,
unwind unwound unwound, rewind rewound rewound, proofread proofread proofread, reread reread reread,
foresee foresaw foreseen, outdo outdid outdone, rerun reran rerun, retell retold retold, unlearn unlearned unlearned,
fly-tip fly-tipped fly-tipped, slay slew slain, sling slung slung, stride strode stridden, strew strewed strewn
"""
_LEADS_PARTICIPLE = late(
    r"(?:\b(?:have|has|had|having|be|been|being|is|are|was|were)(?:n't)?|['’](?:ve|re|s))(?: (?:not|never|\w+ly))* ?\Z"
)
"""Behind what a form like *jumped* is a participle and no past: *the fuse has blown*."""
_LEADS_INFINITIVE = late(
    r"(?:\b(?:to|do|does|did|can|could|will|would|shall|should|may|might|must)(?:n't)?(?: (?:i|you|he|she|it|we|they))?"
    r"|['’](?:ll|d))(?: not)? ?\Z"
)
"""Behind what no past stands: *it did not run*."""
_LEADS_PRESENT = late(r"\b(?:am|is|are|was|were)(?: not)? ?\Z")
"""Behind what no verb stands as it is: *the works are going on*."""
_BE = "be"
_THIRD = "is"
_PARTICIPLE, _PAST = "-n", "-ed"
_LIKE = "-n -ed -ing -s".split()
"""What has each one of the forms that a verb may have beside its own."""


@cache
def _parts() -> tuple[dict[str, tuple[str, str]], dict[str, str]]:
    """Return by the verb its past and its participle; by each of these which of them it is, `-ed` or `-n`."""
    verbs = {verb: (past, participle) for verb, past, participle in map(str.split, _IRREGULAR.split(","))}
    kinds = {past: _PAST for past, _ in verbs.values()}
    kinds |= {participle: _PARTICIPLE for past, participle in verbs.values() if participle not in kinds}
    return verbs, {form: kind for form, kind in kinds.items() if form not in verbs}


def inflect(verb: str, like: str, before: str = "") -> str:
    """Return a verb, maybe with words behind it, in the form of `like`: a past, a participle, with *-ing* or *-s*.

    Where that has none of these, the verb comes back as it is.

    :param before: the text that `like` stands behind, which tells a participle from a past.
    """
    head, space, rest = verb.partition(" ")
    verbs, kinds = _parts()
    kind = kinds.get(like, like)
    is_own_participle = like in verbs and verbs[like][1] == like  # *will be cut*
    if (kind.endswith("ed") or is_own_participle) and _LEADS_PARTICIPLE.search(before.lower()):
        kind = _PARTICIPLE
    if kind.endswith("ing"):
        made = _present(head)
    elif kind == _PAST and _LEADS_INFINITIVE.search(before.lower()):
        made = head
    elif kind == _PARTICIPLE:
        made = verbs[head][1] if head in verbs else _past(head)
    elif kind.endswith("ed"):
        made = verbs[head][0] if head in verbs else _past(head)
    elif kind.endswith("s") and not kind.endswith(_PLAIN_S):
        made = _third(head)
    else:
        made = _plain(head, before)
    return made + space + rest


def _plain(head: str, before: str) -> str:
    """Return a verb as it is, behind *is* in the form that alone can follow, and *be* as behind *I* or many."""
    if _LEADS_PRESENT.search(before.lower()):
        return _present(head)
    if head != _BE or not before[:1].isalpha() or _LEADS_INFINITIVE.search(before.lower()):
        return head
    return "am" if before.split()[-1:] == ["I"] else "are"


@lru_cache(maxsize=1 << 11)
def forms_of(word: str) -> frozenset[str]:
    """Return all forms that a word may have as a noun or a verb."""
    return frozenset([word, *plurals_of(word), *(inflect(word, like) for like in _LIKE)])


def _third(head: str) -> str:
    if head == _BE:
        return _THIRD
    return head[:-1] + "ies" if _CONSONANT_Y.search(head) else head + ("es" if _HISSES.search(head) else "s")


def _past(head: str) -> str:
    if head.endswith("e"):
        return head + "d"
    return head[:-1] + "ied" if _CONSONANT_Y.search(head) else _stem(head) + "ed"


def _present(head: str) -> str:
    if head.endswith("ie"):
        return head[:-2] + "ying"
    return (head[:-1] if _MUTE_E.search(head) else _stem(head)) + "ing"


def _stem(head: str) -> str:
    return head + head[-1] if head in _STRESSED or _DOUBLED.search(head) else head
