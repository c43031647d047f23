"""Judges where the codes of a sentence come to stand in its translation, against places written by hand.

    python benchmarks/engine/placed.py [--half 1|2] [--show]

`placed_codes.tsv` has a sentence a line, with its codes, and what each of them may hold in English: of a pair a regular
expression of all that stands in it, of a sign one of what stands directly before it. A code whose words the model has
said otherwise is counted apart.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gold import make_translator

from translate.config import Config
from translate.data import CodeKind, Hypothesis, InlineCode, Passage
from translate.text.inline.codes import is_nested

SENTENCES = Path(__file__).parent / "placed_codes.tsv"
TYPES = {
    "b": "bold",
    "i": "italic",
    "u": "underlined",
    "l": "link",
    "c": "x-format",
    "n": "x-note",
    "m": "x-mark",
    "g": "image",
    "t": "tab",
    "h": "x-hyphen",
}
SHOWN = {"t": "<w:tab/>", "h": "\u2011"}
"""What stands in the text for a code that its document reads as characters."""
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-z])(?P<lone>/?)>")
_WIDE = re.compile(r"  | [,.;)]")
"""White space that no codes may leave."""
RIGHT, WRONG, UNJUDGED = "right", "wrong", "not judged"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A passage, the patterns of its codes by their ids, and whether English puts its words in another order."""

    passage: Passage
    gold: dict[str, str]
    is_reordered: bool


def read_sentences(path: Path = SENTENCES) -> list[Sentence]:
    """Read the sentences; a line that does not say of each code where it may stand ends the program."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [_sentence(line) for line in lines]


def _sentence(line: str) -> Sentence:
    flag, marked, gold = line.split("\t")
    text, codes, opened, position, number = "", [], [], 0, 0
    for match in _TAG.finditer(marked):
        text += marked[position : match.start()]
        position = match.end()
        kind, pair, start = CodeKind.ISOLATED, None, len(text)
        if match["end"]:
            kind, pair = CodeKind.END, opened.pop()
        else:
            number += 1
            if match["lone"]:
                text += SHOWN.get(match["name"], "")
            else:
                kind, pair = CodeKind.START, number
                opened.append(number)
        code = InlineCode(start, len(text), kind, pair, TYPES[match["name"]], str(pair or number))
        codes.append(code)
    patterns = gold.split(" ; ")
    if opened or len(patterns) != number:
        raise SystemExit(f"{SENTENCES.name}: '{marked}' has {number} codes and {len(patterns)} places.")
    names = [str(one + 1) for one in range(number)]
    return Sentence(
        Passage(text + marked[position:], tuple(codes)), dict(zip(names, patterns, strict=True)), flag == "r"
    )


def judge(sentence: Sentence, made: Hypothesis) -> Iterator[tuple[InlineCode, str]]:
    """Yield the codes of a sentence but ends, and how they are placed."""
    for code in sentence.passage.codes:
        if code.kind is not CodeKind.END:
            yield code, _verdict(code, sentence.gold[code.id], made)


def _verdict(code: InlineCode, gold: str, made: Hypothesis) -> str:
    own = [one for one in made.codes if one.id == code.id]
    if not own or _WIDE.search(made.text):
        return WRONG
    is_pair = code.kind is CodeKind.START
    held = _plain(made, own[0].end, own[-1].start) if is_pair else _plain(made, 0, own[0].start)
    plain, pattern = _plain(made, 0, len(made.text)), rf"(?<!\w)(?:{gold})"
    if re.fullmatch(gold, held, re.IGNORECASE) if is_pair else re.search(rf"{pattern}\Z", held, re.IGNORECASE):
        return RIGHT
    return WRONG if re.search(pattern if is_pair else rf"{pattern}(?!\w)", plain, re.IGNORECASE) else UNJUDGED


def _plain(made: Hypothesis, start: int, end: int) -> str:
    """Return characters [start, end) of a target without those of codes."""
    text = made.text[start:end]
    for code in reversed(made.codes):
        if start <= code.start < code.end <= end:
            text = text[: code.start - start] + text[code.end - start :]
    return text


def marked(made: Hypothesis) -> str:
    """Return a target with its codes written as in the file of sentences."""
    names = {name: letter for letter, name in TYPES.items()}
    text = made.text
    for code in reversed(made.codes):
        letter = names.get(code.type, code.type)
        tag = {CodeKind.START: f"<{letter}>", CodeKind.END: f"</{letter}>"}.get(code.kind, f"<{letter}/>")
        text = text[: code.start] + tag + text[code.end :]
    return text


def count_faults(sentence: Sentence, made: Hypothesis) -> Counter[str]:
    """Count codes that are lost, doubled or crossed."""
    asked = Counter((code.id, code.kind) for code in sentence.passage.codes)
    given = Counter((code.id, code.kind) for code in made.codes)
    faults = Counter({"lost": (asked - given).total(), "doubled": (given - asked).total()})
    faults["crossed"] = not is_nested(made.codes)
    return faults


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--half", type=int, choices=(1, 2), help="the first or the second hundred sentences alone")
    parser.add_argument("--show", action="store_true", help="print the sentences with a code that is not right")
    options = parser.parse_args()
    sentences = read_sentences()
    half = len(sentences) // 2
    sentences = {1: sentences[:half], 2: sentences[half:], None: sentences}[options.half]
    made: dict[Passage, Hypothesis] = {}
    for done in make_translator(Config()).iter_translate([sentence.passage for sentence in sentences]):
        made.update(done)
    counts: dict[str, Counter[str]] = {}
    faults: Counter[str] = Counter()
    for sentence in sentences:
        target = made[sentence.passage]
        faults += count_faults(sentence, target)
        verdicts = list(judge(sentence, target))
        several = ["two codes or more"] if len(verdicts) > 1 else []
        groups = [*several, *(["reordered"] if sentence.is_reordered else [])]
        for code, verdict in verdicts:
            for group in ("all", code.type, *groups):
                counts.setdefault(group, Counter())[verdict] += 1
            if options.show and verdict != RIGHT:
                print(f"{verdict}: {code.type} {sentence.gold[code.id]!r} in {marked(target)!r}")
    print("| codes | judged | right, % | not judged |\n|---|---:|---:|---:|")
    for group, count in sorted(counts.items(), key=lambda one: -one[1].total()):
        judged = count[RIGHT] + count[WRONG]
        share = f"{100 * count[RIGHT] / judged:.1f}" if judged else ""
        print(f"| {group} | {judged} | {share} | {count[UNJUDGED]} |")
    print(f"lost {faults['lost']}, doubled {faults['doubled']}, crossed {faults['crossed']}")


if __name__ == "__main__":
    main()
