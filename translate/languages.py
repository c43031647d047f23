"""What the package knows of languages as such: codes, and which one a text is written in."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from translate.errors import UsageError
from translate.words import split_lowered

_CODE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?")

# Function words that are frequent in one of these languages and rare or absent in the others.
_FUNCTION_WORDS = {
    "fr": """le les des du une est et dans pour que qui sur au aux avec ne pas ce cette ces son ses leur leurs par plus
        nous vous il elle ils elles je où mais ou donc être avoir sont était été fait comme tout tous très aussi à y
        mon ton mes tes sa ma ta moi toi lui cela ça c j l d n s qu ai avez avons ont suis êtes sommes sera peut peux
        faut si chez sans sous entre depuis quand alors rien jamais toujours encore déjà même bien trop beaucoup
        tu es en de la a un te me se on as""",
    "en": """the of and to in is that for it with was on are be this by from at which or have has had not but they were
        their an you we his her she he will would can could there been if what when who all do does than then
        i my your our its did how why where should must these those about into only very so because some any
        don know get got let please here just never a an me as or no more one you s t""",
    "de": """der die das und ist nicht ein eine einen einem den dem zu mit auf für von im sich auch als an ich du er sie
        wir ihr es wie aber oder wenn noch nur""",
    "es": """el los las una y que en del por con para se lo como más pero sus le ya este esta muy sin sobre también yo
        es está son hay qué mi tu no si un al de te me a""",
    "it": """il gli che di e un una per non con del della dei delle sono è si più come anche nel alla questo questa io
        lo la ho ha mi ti ci ma a tu se""",
    "pt": """o os as um uma e que do da dos das em no na para com não por mais como mas foi ao ele seu sua ou são eu
        você está isso muito de se me te""",
    "nl": """de het een en van ik te dat die in is niet zijn op aan met voor als maar om er bij ook naar wordt je we
        hij zij ze wat dit deze geen of was""",
}
_LANGUAGES_OF: dict[str, tuple[str, ...]] = {}
for _language, _words in _FUNCTION_WORDS.items():
    for _word in dict.fromkeys(_words.split()):
        _LANGUAGES_OF[_word] = (*_LANGUAGES_OF.get(_word, ()), _language)
_OWN_WORDS = {
    language: frozenset(word for word, languages in _LANGUAGES_OF.items() if languages == (language,))
    for language in _FUNCTION_WORDS
}

# Words that a text in another language has only where something of this one is left in it: no names (`Les`), no loans
# (`per se`, `sans`), no words of English or of the other languages above.
_TELLTALE_WORDS = {
    "fr": """les des du une dans avec que qui est sont cette ces leurs nous vous ils elles je où mais donc était
        étaient été être aux pas très aussi cela ça chez sous depuis quand alors jamais toujours encore déjà même
        beaucoup lorsque puis ont avait avaient sera peut peuvent doit doivent fait faire celui celle ceux notre votre
        mon ses quelque quelques plusieurs ainsi selon afin parce lui leur tous toutes tout toute et il elle le""",
    "en": """the and of with that which this these those from have has had was were are been not they their there would
        could should will you your his her she what when where who""",
    "de": "und der die das nicht eine einen einem ist sich auch für mit von wird werden wurde dass",
    "es": "los las una pero como más muy también está están para por del con sus este",
    "it": "gli che della delle degli sono nel nella questo questa anche più perché",
    "pt": "não uma dos das pelo pela também são está muito mais como para com",
    "nl": "het een van niet zijn wordt worden voor naar ook deze maar",
}


_LETTERS = {"fr": "àâæçéèêëîïôœùûÿ", "de": "äöüß", "es": "áéíñóúü", "it": "àèéìòù", "pt": "áâãàçéêíóôõú", "nl": "éëïóö"}


def own_letters(language: str) -> str:
    """Return the letters with marks, small, that a language's own words are written with; foreign words have others."""
    return _LETTERS.get(language, "")


def is_function_word(word: str) -> bool:
    """Tell whether a word, in small letters, is a function word of one of the languages above."""
    return word in _LANGUAGES_OF


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
    for languages in map(_LANGUAGES_OF.get, split_lowered(text)):
        if languages:
            for language in languages:
                votes[language] += 1
    ranked = votes.most_common(2)
    clear = bool(ranked) and ranked[0][1] >= minimum_votes and (len(ranked) == 1 or ranked[0][1] > ranked[1][1])
    return LanguageGuess(ranked[0][0] if clear else None, dict(votes))


def count_own_words(words: Iterable[str], language: str) -> int:
    """Return how many of `words`, in lower case, are function words of `language` alone; 0 where it is not known."""
    return sum(map(_OWN_WORDS[language].__contains__, words)) if language in _OWN_WORDS else 0


@cache
def telltale_words(language: str, *, beside: str) -> frozenset[str]:
    """Return function words of `language` that a text in `beside` has none of; nothing for languages not known."""
    if language == beside:
        return frozenset()
    own = frozenset(_FUNCTION_WORDS.get(beside, "").split()) | frozenset(_TELLTALE_WORDS.get(beside, "").split())
    return frozenset(_TELLTALE_WORDS.get(language, "").split()) - own


def is_plainly_in(language: str, text: str, *, beside: str, minimum_words: int = 3) -> bool:
    """Tell whether `text` is in `language` and has nothing of `beside`: enough telltale words, and none of the other's.

    :param minimum_words: how many telltale words of `language` it takes, each as often as it stands.
    """
    words = split_lowered(text)
    own, other = telltale_words(language, beside=beside), telltale_words(beside, beside=language)
    return not any(map(other.__contains__, words)) and sum(map(own.__contains__, words)) >= minimum_words


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
