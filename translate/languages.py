"""What the package knows of languages as such: codes, and which one a text is written in."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from translate.errors import UsageError

_CODE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?")

# Function words that are frequent in one of these languages and rare or absent in the others.
_FUNCTION_WORDS = {
    "fr": """le les des du une est et dans pour que qui sur au aux avec ne pas ce cette ces son ses leur leurs par plus
        nous vous il elle ils elles je où mais ou donc être avoir sont était été fait comme tout tous très aussi à y""",
    "en": """the of and to in is that for it with was on are be this by from at which or have has had not but they were
        their an you we his her she he will would can could there been if what when who all do does than then""",
    "de": """der die das und ist nicht ein eine einen einem den dem zu mit auf für von im sich auch als an""",
    "es": """el los las una y que en del por con para se lo como más pero sus le ya este esta muy sin sobre también""",
    "it": """il gli che di e un una per non con del della dei delle sono è si più come anche nel alla questo questa""",
    "pt": """o os as um uma e que do da dos das em no na para com não por mais como mas foi ao ele seu sua ou são""",
    "nl": """de het een en van ik te dat die in is niet zijn op aan met voor als maar om er bij ook naar wordt""",
}
_WORDS = {language: frozenset(words.split()) for language, words in _FUNCTION_WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class LanguageGuess:
    """`language` is None where the text has too few function words to tell; `votes` counts them by language."""

    language: str | None
    votes: dict[str, int]

    def share(self, language: str) -> float:
        """Votes for `language` over votes for the best language: 0 to 1, and 0 where nothing voted."""
        best = max(self.votes.values(), default=0)
        return self.votes.get(language, 0) / best if best else 0.0


def guess_language(text: str, *, minimum_votes: int = 3) -> LanguageGuess:
    """Guess the language of `text` by its function words.

    After Grefenstette 1995, *Comparing two language identification schemes*.
    """
    votes: Counter[str] = Counter()
    for word in _WORD.findall(text.lower()):
        for language, words in _WORDS.items():
            if word in words:
                votes[language] += 1
    ranked = votes.most_common(2)
    clear = bool(ranked) and ranked[0][1] >= minimum_votes and (len(ranked) == 1 or ranked[0][1] > ranked[1][1])
    return LanguageGuess(ranked[0][0] if clear else None, dict(votes))


def check_code(code: str) -> str:
    """Return `code` in BCP 47 case (`fr`, `fr-FR`, `zh-Hans-CN`).

    :raises UsageError: where it is not a language, with script and region at most.
    """
    if not _CODE.fullmatch(code):
        raise UsageError(f"'{code}' is not a BCP 47 language code; expected one such as fr, en, fr-FR or en-GB.")
    language, *rest = code.split("-")
    return "-".join([language.lower(), *(part.title() if len(part) == 4 else part.upper() for part in rest)])


def has_letters(text: str) -> bool:
    """Tell whether any character of `text` is a letter, so that there is something to translate."""
    return any(unicodedata.category(character)[0] == "L" for character in text)
