"""The kinds of text that no translation may alter, in one table: what protects them and what checks them both read it.

Each kind says how it is kept from the model, and under which check its loss is reported. Of two that meet in a text the
earlier stays, then the longer, then the one that stands first here. Repetitions that nothing can be given back from
are possessive (`++`), so that a long line of hyphens or open braces takes no long time.
"""

from __future__ import annotations

from translate.text.protected.kinds import Family, Keeping, Kind

_MASK, _CUT, _COPY = Keeping.MASK, Keeping.CUT, Keeping.COPY
_ADDRESS, _PLACEHOLDER, _TAG, _CODE, _NUMBER = Family
_INDEX = r"\[(?:[\da-fA-F:.]*|\w*(?=\]=)|[^\s\[\]<>«»“”\"\p{Ll}]*)\]"
_UPTO = rf"""(?:[^\s<>«»“”"\[]|{_INDEX})*(?:[^\s<>«»“”".,;:!?)'’\[\]…*_]|{_INDEX})"""
"""The rest of an address, without the punctuation of the sentence."""
_TOP_LEVEL = "com|org|net|fr|eu|uk|de|ca|ch|be|int|edu|gov|info|io"
_EXTENSION = (
    "txt|md|py|js|ts|json|toml|ya?ml|xml|html?|css|csv|tsv|pdf|docx?|xlsx?|pptx?|od[tsp]|zip|gz|tar|exe|dll|sh|bat|cfg"
    "|ini|conf|log|png|jpe?g|svg|gif|webp|mp[34]|avi|mkv|wav|tmx|xliff?|srt|po|java|cpp|rs|go|rb|php|sql|iso"
)
_FIELD = r"[\w.:\[\]!-]*"
_PRINTF = r"[-+0#]*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:hh?|ll?|[zjtL])?[sdiufgxXeEcopaA@]"
_SPACE = r"\ "
_COUNTRY = r"(?:A[DELTZ]|B[AEGHY]|C[AHNYZ]|D[EKOZ]|E[EGST]|F[ORI]|G[BEGILRT]|H[KRU]|I[ELNST]|J[EOP]|K[RWZ]|L[BITUVY]"
_COUNTRY += r"|M[ACDEKRTUX]|N[CLO]|P[FKLST]|QA|R[EOSU]|S[AEGIKMN]|T[NR]|U[AS]|VA|XK|ZA)"

_LATEX = "nu|neq?|nabla|not|new\\w*|tau|times|text\\w*|theta|to|tan|tilde|tfrac|rho|right\\w*|ref|rm"
"""Commands that begin as an escape does."""
_ELEMENT = (
    "(?:A[cglmrstu]|B[aehikr]?|C[adefl-orsu]?|D[bsy]|E[rsu]|F[elmr]?|G[ade]|H[efgos]?|I[nr]?|Kr?|L[airuv]|M[dgnot]"
    "|N[abdeiop]?|Os?|P[abdmortu]?|R[abefghnu]|S[bcegimnr]?|T[abcehilm]|U|V|W|Xe|Yb?|Z[nr])"
)
_COUNT = r"(?:\d{1,2}|[₀-₉]+)"
_LOOSE = False
"""Not exact."""

WIKI = r"(?<![\[!])(?P<open>\[\[[^\[\]|\n]++\|)(?![^\[\]\n]*\p{Ll}\p{Lu})[\p{L}\d'’,. \u00a0-]++(?P<close>\]\])(?!\])"
"""A link of a wiki, of which the words are text and no code."""
_BOARD = "b|i|u|s|url|email|img|quote|code|color|size|font|center|left|right|list|spoiler|sub|sup"
"""Tags of bulletin boards, `[b]…[/b]`, which are looked for where one ends."""
MESSAGE = r"""
    \{\s*[\w.-]+\s*,\s*(?:plural|select|selectordinal|number|date|time)\b
        (?:[^{}]++|(?P<inner>\{(?:[^{}]++|(?&inner))*+\}))*+\}
    """
"""A message of ICU, which deeply nested braces would take long to match, and are none."""

LINK = r"(?<![\w`:])(?P<open>`)[^`<>\n]+?(?P<close>\s*+<[^<>`\s]++>`__?)(?!\w)"
"""A link of reStructuredText with its address, of which the words are text."""
_ROLE = r"(?<![\w:]):(?!\d)\w[\w.+-]*+(?::[\w.+-]++)*+:"
ROLE = rf"(?P<open>{_ROLE}`)(?![~!])[^`<>\n]+?(?P<close>\s*+<[^<>`\s]++>`)(?!\w)"
"""A role of reStructuredText with its target, of which the words are text."""

SIGNED = (
    Kind("role", _PLACEHOLDER, _MASK, rf"(?!{ROLE}){_ROLE}`[^`\n]++`(?!\w)", sign=":`"),
    Kind(
        "code",
        _PLACEHOLDER,
        _MASK,
        rf"(?<!\w:(?=`[^`<>\n]++<[^<>`\s]++>`))(?<!\w:`[^`<>\n]+<[^<>`\s]+>)(?!{LINK}|`__?(?!\w))(?P<fence>`{{1,3}})(?!`)(?:(?!\n\n).)+?(?<!`)(?P=fence)(?!`)",
        sign="`",
    ),
    Kind("web address", _ADDRESS, _MASK, rf"(?:https?|ftps?|file|wss?)://{_UPTO} | \bwww\.{_UPTO}", sign=r"://|www\."),
    Kind("e-mail address", _ADDRESS, _MASK, r"(?<![\w@])(?:mailto:)?[\w.+-]++@[\w-]+(?:\.[\w-]+)+", sign="@"),
    Kind(
        "web address",
        _ADDRESS,
        _MASK,
        rf"""(?<![\w@.-])(?:[a-z0-9-]++\.)+(?:{_TOP_LEVEL})\b(?:/[^\s<>«»“”"]*[\w/])?""",
        sign=r"[a-z0-9-]\.[a-z]{2}",
    ),
    Kind(
        "path",
        _CODE,
        _MASK,
        r"""(?<!\w)[A-Za-z]:(?:\\\\[\w.$-]+)++
        | (?<!\w)[A-Za-z]:\\(?:[^\s\\/:*?"<>|]+\\|(?:[\w.-]+\ )+\w[\w.-]*\\)*[^\s\\/:*?"<>|,;]*[\w]
        | (?<![\w\\])\\\\[\w.$-]+(?:\\[\w.$-]+)++
        | (?:%[A-Z_]{2,}%|\$\{?[A-Z_]{2,}\}?|(?<![\w/.€$£%²³])(?:~|\.{1,2})?)/(?:[\w.+@-]++/)+(?:[\w.+@-]*\w)?
        | (?:\$\{[A-Z_]{2,}\}|\$[A-Z_]{2,})(?:/[\w.+@-]*\w)+
        | %[A-Z_]{2,}%(?:\\[\w.-]*\w)*
        | (?<![\w/.€$£%²³])~?/[a-z][\w.-]*\w(?=[\s.,;:)»”"]|$)""",
        sign=r"[/\\]|%[A-Z_]",
    ),
    Kind(
        "file name",
        _CODE,
        _MASK,
        rf"""(?<![\w/])(?:[\w-]++/)+[\w-]++\.[A-Za-z][A-Za-z0-9]{{0,4}}\b
        | (?<![\w.])[\w-]++\.(?i:{_EXTENSION})\b(?!\.\w)
        | (?<![\w*?])[\w-]*+[*?][\w*?-]*+\.(?:[a-z][a-z0-9]{{0,4}}|\*)(?![\w*])""",
        _LOOSE,
        sign=r"[\w*?]\.[A-Za-z*]",
    ),
    Kind(
        "command",
        _CODE,
        _MASK,
        r"(?<=[«“]\ ?)[a-z][\w.-]*\ (?:[^«»“”\n]{0,200}\ )?"
        r"-(?:-[a-z]{2}|[A-Za-z]{1,4}(?![\w-]))(?![^«»“”\n]*\w-(?!\w))[^«»“”\n]{0,200}?(?=\ ?[»”])",
        _LOOSE,
        sign=r"[«“]\ ?[a-z][^«»“”\n]*\ -",
    ),
    Kind("escape", _PLACEHOLDER, _CUT, rf"(?<!\\)(?!\\(?:{_LATEX})(?![a-z]))(?:\\[nrt])+", sign=r"\\"),
    Kind("escape", _PLACEHOLDER, _MASK, r"\\(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|0)(?![0-9A-Fa-f])", sign=r"\\"),
    Kind("styling", _PLACEHOLDER, _CUT, r"\{\\[A-Za-z0-9][^{}\n]{0,60}\}", sign=r"\{\\"),
    Kind(
        "date of a message",
        _CODE,
        _MASK,
        rf"(?<!\w)(?:[A-Z][a-z]{{2}},{_SPACE})?\d{{1,2}}{_SPACE}[A-Z][a-z]{{2}}{_SPACE}\d{{4}}{_SPACE}\d\d:\d\d(?::\d\d)?"
        rf"{_SPACE}(?:[+-]\d{{4}}|GMT|UTC?)(?:{_SPACE}\([A-Z]{{2,5}}\))?(?!\w)",
        sign=rf":\d\d{_SPACE}(?:[+-]\d|[GU])",
    ),
    Kind("power", _NUMBER, _MASK, r"(?<!\w)(?:\d[\d.,]*|(?!m)[A-Za-z])[⁺⁻]?[⁰¹²³⁴-⁹]+(?!\w)", sign="[⁰¹²³⁴-⁹]"),
    Kind("placeholder", _PLACEHOLDER, _CUT, r"\{\{[#/^][^{}\n]*\}\} | \{\{\s*else\s*\}\}", sign="{{"),
    Kind("placeholder", _PLACEHOLDER, _MASK, r"\{{3}[^{}\n]*\}{3} | \$?\{\{[^{}\n]*\}\}", sign="{{"),
    Kind(
        "placeholder",
        _PLACEHOLDER,
        _MASK,
        r"\{%[^{}\n]*%\} | <%[^<>%\n]*%> | \#\{[\w.]+\} | \$\{[^{}\n]+\}",
        sign="[{<%]",
    ),
    Kind("placeholder", _PLACEHOLDER, _MASK, MESSAGE, sign="{"),
    Kind(
        "placeholder",
        _PLACEHOLDER,
        _MASK,
        rf"""(?:(?:%\(\w+\)|%(?:\d+\$)?){_PRINTF}|\{{[\w:.]*\}}|(?<![\w.,])\d+){_SPACE}?%%(?![\w%])
        | %\(\w+\){_PRINTF}
        | (?<!\d)(?<!\d[ ])%(?:\d+\$)?{_PRINTF}(?![^\W\d_])
        | %\d+\$[sd@](?=\p{{L}}{{2}})
        | %%(?![\w%])""",
        sign="%",
    ),
    Kind(
        "placeholder",
        _PLACEHOLDER,
        _MASK,
        rf"\{{\s*{_FIELD}\s*\}} | \{{[\w.\[\]]*(?:,-?\d+)?(?:![rsa])?(?::(?!\s)[^{{}}\n]{{1,60}})?\}}",
        sign="{",
    ),
    Kind(
        "placeholder",
        _PLACEHOLDER,
        _MASK,
        rf"%\{{[\w.]+\}}(?:[a-z](?!\w))? | (?!{WIKI})\[\[[^\[\]\n]+\]\] | !\[\[[^\[\]\n]+\]\]",
        sign=r"%\{|\[\[",
    ),
    Kind("placeholder", _PLACEHOLDER, _MASK, r"\*\|[\w:]+\|\* | (?<![\w|])\|[A-Za-z][\w.-]*+\|(?![\w|])", sign=r"\|\w"),
    Kind("link target", _PLACEHOLDER, _MASK, r"(?<=\[\[)[^\[\]\n]++(?=\]\[)", sign=r"\]\["),
    Kind(
        "reference",
        _PLACEHOLDER,
        _MASK,
        r"\\(?:(?:[Cc]ite[a-z]*|(?:eq|page|auto|[cC])?ref|label|gls|index)\*?(?:\[[^\[\]\n]*\])*\{[^{}\s][^{}\n]*\}"
        r"|@ref\([^()\s]+\))",
        sign=r"\\[@a-zC]",
    ),
    Kind(
        "formula",
        _PLACEHOLDER,
        _MASK,
        r"(?<![\w$\\])\$\$[^$\n]{1,400}\$\$(?!\w)"
        r"| (?<![\w$\\])\$(?=[^$\n]*[\\^_={]|\w\$)(?!\s)[^$\n]{0,300}[^\s$\\]\$(?![\w$])",
        sign=r"\$",
    ),
    Kind("variable", _PLACEHOLDER, _MASK, r"(?<![\w$])\$[A-Z_][A-Z0-9_]+", sign=r"\$[A-Z_]"),
    Kind("variable", _NUMBER, _MASK, r"(?<![\w$])\$\d(?![.,]?\d)\b", sign=r"\$\d"),
    Kind(
        "emoji",
        _CODE,
        _CUT,
        r"(?<![\w:]):(?:[+-]1|(?=[a-z0-9+_-]*[a-z])[a-z0-9+][a-z0-9+_-]*):(?![\w:])",
        sign=r":[\w+-]+:",
    ),
    Kind("handle", _CODE, _MASK, r"(?<![\w@./])@\w(?:[\w-]|[.:](?=\w))*", sign="@"),
    Kind("channel", _CODE, _MASK, r"(?<![\w&/\#])\#\w(?:[\w/-]*\w)?", _LOOSE, sign=r"#\w"),
    Kind(
        "option",
        _CODE,
        _COPY,
        r"(?<![\w-])(?:--[a-z][\w-]*+(?:=[\w./:-]*\w)?|-[a-z](?=[\s,;.)]))(?!\w)",
        sign=r"(?:^|\W)--?[a-z]",
    ),
    Kind(
        "name in code",
        _CODE,
        _COPY,
        r"(?<![\w.])(?:[\w.]*\w)?\(\) | (?<![\w-])[A-Za-z]\w*_\w+(?![\w-])",
        sign=r"\(\)|\w_\w",
    ),
    Kind(
        "name in code",
        _CODE,
        _MASK,
        r"(?<![\w.@/-])[a-z][a-z\d_]++(?:\.[A-Z][a-z]+[A-Z]\w*+|(?:\.[a-z][a-z\d_]++)++(?<!\.(?:com|org|net|fr|eu))\.[A-Z]\w*+)(?![\w-]|\.\w)",
        sign=r"[a-z]\.[A-Z]",
    ),
)
"""What has a sign in it that prose has not."""
LETTERED = (
    Kind(
        "bank code",
        _CODE,
        _MASK,
        rf"(?:(?<!\w)(?:BIC|SWIFT){_SPACE}|(?<=\b(?:BIC|SWIFT|IBAN)\b[^\n]{{0,60}})(?<!\w))"
        rf"[A-Z]{{4}}{_COUNTRY}[A-Z0-9]{{2}}(?:[A-Z0-9]{{3}})?(?!\w)",
    ),
    Kind("ion", _CODE, _MASK, rf"(?<![\w-])(?:{_ELEMENT}{_COUNT}?)+[²³⁴]?[⁺⁻](?!\w)"),
    Kind(
        "formula",
        _CODE,
        _COPY,
        rf"""(?<![\w-])(?=[A-Za-z()]*(?:[a-z][A-Z]|\d|[₀-₉])){_ELEMENT}{_COUNT}?
            (?:{_ELEMENT}{_COUNT}?|\((?:{_ELEMENT}{_COUNT}?)+\){_COUNT}?)+
            (?:\d?[+-](?=[\s,.;)]|$))?(?!\w)
        | (?<![\w-])(?:{_ELEMENT}\d?\d?[+-](?=[\s,.;)]|$)|[NSC]Ox(?!\w))""",
        _LOOSE,
    ),
    Kind("name", _CODE, _COPY, r"(?<![\w.-])(?!k(?:EUR|USD|CHF|GBP)(?!\w))[a-z]+[A-Z][A-Za-z]{2,}\w*", _LOOSE),
)
"""What is letters, small and capital in one word, or known by the word before it."""
LETTERED_BEGIN = r"(?<!\w)(?=[a-z]*+[A-Z])"
"""How each of them begins."""
PICTURED = (
    Kind(
        "emoji",
        _CODE,
        _CUT,
        r"""(?=[^\x00-\x7f]|.\ufe0f?\u20e3)(?:\p{RI}\p{RI}|[0-9\#*]\ufe0f?\u20e3
        |\p{Extended_Pictographic}[\ufe0e\ufe0f]?\p{EMod}?(?:\u200d\p{Extended_Pictographic}\ufe0f?\p{EMod}?)*)+""",
        _LOOSE,
    ),
)
"""Emoji, which have no letters."""
TAGS = (
    Kind(
        "tag",
        _TAG,
        _CUT,
        r"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z\d:_-]*|\d{1,3})"
        r"(?:\s[^<>]*=[^<>]*|(?<=<(?:input|button|option|select|textarea|video|audio|script|details|dialog|ol))\s[^<>]*"
        r"|\s+)?(?P<empty>/?)>"
        rf"|\[(?P<end>/?)(?P<name>{_BOARD})(?:=[^\[\]\n]*)?\]"
        r"|&(?:[A-Za-z]\w{1,30}|\#\d{1,7}|\#[xX][0-9A-Fa-f]{1,6});",
    ),
)
"""What of markup stands in the text itself; start and end may be a pair."""
