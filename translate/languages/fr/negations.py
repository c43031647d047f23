"""How French denies: « ne … pas »; but « n'est-ce pas » asks, and « ne manquez pas » asks to do."""

from __future__ import annotations

from translate.text.usage.negations import Negations

_NE = r"(?<!\w)n(?:e\s(?!manqu|doute)|['’](?!est-ce|hésit|en \w+ rien))(?!voilà)"
_BETWEEN = r"[^.;:!?,«»]{0,30}?"
_BEHIND = (
    r"(?<!\w)(?:(?:pas(?! (?:moins|seulement|plus|si))|jamais|rien|aucune?|plus(?=\s*[.!?])|plus de"
    r"|nulle part|personne|guère|nullement)(?!\w)|plus d['’])"
)
_BEFORE = r"(?<!\w)(?<!que )(?:personne|rien|aucune? \w+|jamais) n(?:e\s|['’])"

NEGATIONS = Negations(
    surely=rf"{_NE}{_BETWEEN}{_BEHIND}(?!\s+qu[e'’])|{_BEFORE}",
    each=r"(?<!\w)(?:non[ -](?!seulement|plus(?!\w)|moins|content|loin|sans|négligeable|voyant|respect|initié)\p{L}{4}"
    r"|interdi(?:te?s?|ctions?)(?!\w)|défense d(?:e |['’])\p{Ll}+[ei]r(?!\w))",
    phrases=(
        ("harmless", r"pas grave(?!ment)|ne fait rien"),
        ("cheap", r"pas (?:très |trop )?ch(?:er|ère)s?(?!\w)"),
        ("near", r"pas (?:très |trop )?loin(?!\w)"),
        ("common", r"pas rares?(?!\w)"),
        ("remember", r"n['’]oubli\p{L}+ (?:pas|jamais)"),
        ("soon", r"ne tard\p{L}+ pas"),
        ("stay", r"ne (?:boug|quitt)\p{L}+ (?:pas|plus)"),
        ("calm", r"inqui[éè]t\p{L}+ pas|en fai\p{L}+ pas"),
        ("away", r"n['’]\p{L}+ pas là(?!\w)"),
        ("right", r"pas tort"),
        ("good", r"pas (?:mal|mauvais)(?!\w)"),
    ),
)
