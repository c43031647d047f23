"""Count rare words, labels and places that come out as the dictionary has them.

python benchmarks/engine/words.py [--without rarities]

Rare words: of those of the source whose equivalent stands in the human translation, how many have one in the output, by
how often training texts have them (`rare.py` of the lexicon); BLEU and chrF of the same lines. Labels: those of use
`any`, with what stands around them. Places: every name, in « Il habite à X. » and alone, as cells have it. Peoples:
each adjective, in « un citoyen X » and « la cuisine X », to the letter of the list, and with what else the dictionary
has, and the place's own name before the noun, *a Norfolk citizen*. Own lists of trade sentences, labels and places
(`words.tsv`: kind, French, key words that are right, `|` between alternatives, `;` between words); the misses of what
is held were seen once.
"""

from __future__ import annotations

import argparse
import json
import lzma
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from gold import ROOT, make_translator, through
from sacrebleu.metrics import BLEU, CHRF

from translate.care.translator import Translator
from translate.config import CareConfig, Config
from translate.text.words import fold, split_words

SHARED = ROOT.parent / "shared"
OWN = Path(__file__).with_name("words.tsv")
AROUND: dict[str, Callable[[str, str], tuple[str, str]]] = {
    "as it is": lambda french, english: (french, english),
    "with a colon": lambda french, english: (f"{french} :", f"{english}:"),
    "with a value": lambda french, english: (f"{french} : 12,50", f"{english}: 12.50"),
    "with a number": lambda french, english: (f"3. {french}", f"3. {english}"),
    "in capitals": lambda french, english: (french.upper(), english.upper()),
    "with a star": lambda french, english: (f"{french} *", f"{english} *"),
    "in brackets": lambda french, english: (f"({french})", f"({english})"),
}


def words_of(text: str) -> list[str]:
    return split_words(text.lower())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lexicon", type=Path, default=SHARED / "lexicon")
    parser.add_argument("--lines", type=Path, default=SHARED / "gold" / "qe" / "default.jsonl")
    parser.add_argument("--without", nargs="*", default=[], help="steps of care to switch off")
    parser.add_argument("--only", nargs="*", default=[], help="tables: own, labels, places, peoples, rare")
    parser.add_argument("--show", type=int, default=0, help="wrong ones to print, of each list")
    options = parser.parse_args()
    translator = make_translator(Config(care=CareConfig(without=tuple(options.without))))
    wanted = options.only or ["own", "labels", "places", "peoples", "rare"]
    if "own" in wanted:
        own(translator, options.show)
    if not options.lexicon.is_dir():
        sys.exit(
            f"{options.lexicon} is absent: the other tables need the lexicon beside the repository (--lexicon FOLDER)."
        )
    for name, count in (("labels", labels), ("places", places), ("peoples", peoples)):
        if name in wanted:
            count(translator, options.lexicon, options.show)
    if "rare" in wanted and options.lines.is_file():
        rare(translator, options.lexicon, options.lines)


def own(translator: Translator, shown: int) -> None:
    rows = [line.split("\t") for line in OWN.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    done = through(translator, [french for _, french, _ in rows])
    right: Counter[str] = Counter()
    wrong: defaultdict[str, list[str]] = defaultdict(list)
    for kind, french, keys in rows:
        target = " ".join(words_of(done[french].text.replace("’", "'")))
        if all(any(" ".join(words_of(one)) in target for one in key.split("|")) for key in keys.split(";")):
            right[kind] += 1
        else:
            wrong[kind].append(f"  {french} → {done[french].text} ({keys})")
    for kind, total in Counter(kind for kind, _, _ in rows).items():
        print(f"own {kind}\t{right[kind]} of {total} = {right[kind] / total:.3f}", *wrong[kind][:shown], sep="\n")


def labels(translator: Translator, lexicon: Path, shown: int) -> None:
    rows = [line.split("\t") for line in (lexicon / "labels.tsv").read_text(encoding="utf-8").splitlines()]
    pairs = [(row[0], row[1]) for row in rows if row[3] == "any"]
    for name, put in AROUND.items():
        wanted = dict(put(*pair) for pair in pairs)
        done = through(translator, list(wanted))
        wrong = [(one, done[one].text) for one, said in wanted.items() if words_of(done[one].text) != words_of(said)]
        print(f"labels {name}\t{1 - len(wrong) / len(wanted):.3f}", *wrong[:shown], sep="\n")


def places(translator: Translator, lexicon: Path, shown: int) -> None:
    rows = [line.split("\t") for line in (lexicon / "exonyms.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    for name, put in (("exonyms", "Il habite à {}."), ("exonyms alone", "{}")):
        done = through(translator, list(dict.fromkeys(put.format(row[0]) for row in rows)))
        wrong: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for french, english, kind, *_ in rows:
            target = done[put.format(french)].text
            if not is_named(english, target):
                wrong[kind].append((french, target))
        for kind, total in Counter(row[2] for row in rows).most_common():
            print(f"{name}, {kind}\t{1 - len(wrong[kind]) / total:.3f} of {total}", *wrong[kind][:shown], sep="\n")
        print(f"{name}, all\t{1 - sum(map(len, wrong.values())) / len(rows):.3f} of {len(rows)}")


def is_named(name: str, target: str) -> bool:
    """Tell whether a target has a name, whatever its accents and article, and with *and* for &."""
    plain, said = ([fold(word) for word in words_of(text.replace("&", "and"))] for text in (name, target))
    plain = plain[plain[0] == "the" :]
    return f" {' '.join(plain)} " in f" {' '.join(said)} "


def peoples(translator: Translator, lexicon: Path, shown: int) -> None:
    rows = [line.split("\t") for line in (lexicon / "demonyms.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    asked = {
        "adjectives, men": (lambda row: f"C'est un citoyen {row[0]}.", slice(2, 4)),
        "adjectives, women": (lambda row: f"Elle aime la cuisine {row[1]}.", slice(2, 4)),
        "one of them": (lambda row: f"Un {row[0][0].upper()}{row[0][1:]} nous a aidés.", slice(2, 6, 3)),
        "all of them": (lambda row: f"Les {many(row[0][0].upper() + row[0][1:])} aiment le pain.", slice(2, 6)),
    }
    said, attributive = read_adjectives(lexicon), list(asked)[:2]
    for name, (put, right) in asked.items():
        done = through(translator, list(dict.fromkeys(map(put, rows))))
        literal = [
            (row, target)
            for row in rows
            if not any(one[:-1].lower() in (target := done[put(row)].text).lower() for one in row[right])
        ]
        wrong = [
            (put(row), target)
            for row, target in literal
            if not names_people((*said[row[0]], *(one for one in row[5:6] if name in attributive)), target)
        ]
        count = len(rows)
        print(f"peoples, {name}\t{1 - len(literal) / count:.3f}, {1 - len(wrong) / count:.3f} of {count}")
        print(*wrong[:shown], sep="\n", end="\n" * bool(shown))


def names_people(names: Iterable[str], target: str) -> bool:
    """Tell whether a target has one of the names, or several of one, whatever its accents and the kind of its place."""
    heads = (fold(one).removesuffix(" islands").removesuffix(" island") for one in names if one[:1].isupper())
    plain = fold(target)
    return any(re.search(rf"(?<![\w-]){re.escape(one)}s?(?![\w-])", plain) for one in heads)


def read_adjectives(lexicon: Path) -> dict[str, list[str]]:
    """Return all that the dictionary has for the adjectives and the persons of peoples."""
    said: defaultdict[str, list[str]] = defaultdict(list)
    with lzma.open(lexicon / "dictionary.tsv.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            french, _, english, *_ = line.split("\t")
            said[french.lower()] += (one[0].upper() + one[1:] for one in english.split(" | ") if one)
    return said


def many(name: str) -> str:
    return name if name[-1] in "sx" else f"{name}x" if name.endswith("eau") else f"{name}s"


def rare(translator: Translator, lexicon: Path, lines: Path) -> None:
    rows = [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if not row["reference_suspect"]]
    done = through(translator, list(dict.fromkeys(row["source"] for row in rows)))
    targets, references = [done[row["source"]].text for row in rows], [row["reference"] for row in rows]
    texts = {"source": [row["source"] for row in rows], "target": targets, "reference": references}
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in texts]
        for path, side in zip(paths, texts.values(), strict=True):
            path.write_text("\n".join(" ".join(text.split("\n")) for text in side), encoding="utf-8")
        subprocess.run([sys.executable, lexicon / "rare.py", *paths], check=True)
    print(BLEU().corpus_score(targets, [references]), CHRF().corpus_score(targets, [references]))


if __name__ == "__main__":
    main()
