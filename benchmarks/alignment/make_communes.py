"""Make the list of French communes that ships, `translate/languages/fr/communes.txt`.

    python benchmarks/alignment/make_communes.py COMMUNES [CORPUS]

COMMUNES is `data/communes.json` of the npm package @etalab/decoupage-administratif (MIT; data of the Insee under the
Licence Ouverte 2.0), CORPUS a folder of `NAME.tsv.xz` (French, English), by default ../shared/corpus. Taken are the
communes of a thousand inhabitants, and all with an article, but for those that English calls otherwise. Such a one is
marked as a word too, with `=`, where what follows the article has a capital within sentences of the corpus that do not
speak of it, as far as a count can tell: « du Port », « la Garde ».
"""

from __future__ import annotations

import json
import lzma
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from translate.alignment.dictionary import NAME, Dictionary, find_dictionary
from translate.languages import find_language

LIST = Path(__file__).resolve().parent.parent.parent / "translate" / "languages" / "fr" / "communes.txt"
HEAD = "# Communes of France, Insee, Licence Ouverte 2.0; by @etalab/decoupage-administratif\n"
LEAST = 1000
"""Inhabitants of a commune without an article."""
RARE = 2
"""How often at most a word stands with a capital behind an article or « du »."""
USUAL = 200
"""Words that stand so more often are hardly ever a commune: « l'Union »."""
_ARTICLE = re.compile(r"(?:L[ea]s? |L')(?P<rest>.*)")
_BEHIND = re.compile(r"(?<=[a-zéèà] )(?:(?:au|aux|du|des|[Ll]e|[Ll]a|[Ll]es) |[Ll]['’])([^\W\d_a-z]\w+)(?![\w-])")


def main(communes: Path, corpus: Path) -> None:
    own = [one for one in json.loads(communes.read_text(encoding="utf-8")) if one["type"] == "commune-actuelle"]
    names = {one["nom"] for one in own if one.get("population", 0) >= LEAST or _ARTICLE.match(one["nom"])}
    dictionary = find_dictionary("fr", "en")
    if dictionary is None or not any(corpus.glob("*.tsv.xz")):
        sys.exit(f"{corpus}: found no *.tsv.xz; name the folder of the sentence pairs as the second argument.")
    names = {name for name in names if not is_renamed(name, dictionary)}
    single = {match["rest"] for name in names if (match := _ARTICLE.match(name)) and match["rest"].isalpha()}
    met = Counter(word for word in iter_capitals(corpus) if word in single)
    small = find_language("fr").function_words

    def is_word(rest: str) -> bool:
        entries = dictionary.entries(rest.lower()) if dictionary else ()
        is_known = any(one.part != NAME for one in entries) or rest.lower() in small
        is_known &= dictionary is not None and dictionary.knows_well(rest.lower())
        return rest in single and (met[rest] > RARE or is_known or rest.lower() in small)

    lines = []
    for name in sorted(names):
        match = _ARTICLE.match(name)
        if match and met[match["rest"]] > USUAL:
            continue
        lines.append(f"{name}=\n" if match and is_word(match["rest"]) else f"{name}\n")
    LIST.write_text(HEAD + "".join(lines), encoding="utf-8", newline="\n")
    print(f"{len(names)} communes, {sum(line.endswith('=' + chr(10)) for line in lines)} of them words too")


def is_renamed(name: str, dictionary: Dictionary) -> bool:
    """Tell whether the dictionary has the name with another one in English, *The Hague*."""
    entries = dictionary.entries(name.lower())
    return any(one.part == NAME and name not in one.english[0] for one in entries)


def iter_capitals(corpus: Path) -> Iterator[str]:
    """Yield the words with a capital behind an article within sentences."""
    for path in sorted(corpus.glob("*.tsv.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                yield from _BEHIND.findall(line.partition("\t")[0])


if __name__ == "__main__":
    shared = LIST.parents[4] / "shared" / "corpus"
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else shared)
