"""Count the times, durations and units of sources that their targets have, with and without asking in other words.

python benchmarks/engine/measures.py [--gold FOLDER] [--show]

The lines are those of the gold sets that hold a measure, and measures.txt beside this file. A measure is there where
the target has its value in a form that English knows: `14:00`, `14.00`, `14h`, `2 p.m.`; `6 hours`, `6 h`.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from unittest.mock import patch

from gold import find_gold, make_translator, read_pairs
from repair import through

from translate.care.measures import Measure, measures_between
from translate.config import Config
from translate.languages import find_language

LINES = Path(__file__).parent / "measures.txt"
SETS = ("newstest2012", "newstest2013", "tico19-test", "tatoeba-4000")
FIND = measures_between(find_language("fr"), find_language("en"))
TWELVE = {0: "midnight", 12: "noon|midday", 24: "midnight"}


AMOUNT = r"(?P<amount>[\d,]+) ?"
UNITS = {
    rf"{AMOUNT}minutes?": "{amount}[ -]min",
    rf"{AMOUNT}jours?": "{amount}[ -]days?",
    rf"{AMOUNT}heures? par semaine": "{amount}[ -]h(?:ours?)?(?: ?/ ?| a | per )week",
    rf"{AMOUNT}(?P<prefix>[kMGT]i?)B": "{amount} ?{prefix}B",
    "(?P<length>[kc]?m)2": "(?<![^\\W\\d]){length}²|square",
    "(?P<length>[kc]?m)3": "(?<![^\\W\\d]){length}³|cubic",
}
"""By what was asked: the forms that say it."""


def forms_of(measure: Measure) -> str:
    """Return a pattern of the forms in which English may have a measure."""
    time = re.fullmatch(r"(\d+):(\d\d)", measure.asked)
    if time:
        return forms_of_hours(int(time[1]), time[2], lasts="hour" in measure.said)
    for asked, forms in UNITS.items():
        if match := re.fullmatch(asked, measure.asked):
            return forms.format(**{name: text.replace(",", "[.,]") for name, text in match.groupdict().items()})
    copy = re.escape(measure.said).replace(",", "[.,]")
    return f"{copy}|{measure.made}" if measure.made else copy


def forms_of_hours(hours: int, minutes: str, *, lasts: bool) -> str:
    durations = rf"0?{hours}(?:[ -]?h(?:ou)?rs?| ?h)\b" if minutes == "00" else rf"{hours}\W*h\D*{minutes}"
    if lasts:
        return durations
    tail = rf"[:.]{minutes}" if minutes != "00" else r"(?:[:.]00)?"
    clock = rf"0?{hours}[:.]{minutes}|0?{hours} ?h(?:{minutes}|\b)"
    half = rf"{hours % 12 or 12}{tail}(?: ?[ap]\.? ?m| o.clock)"
    words = f"|{TWELVE[hours]}" if minutes == "00" and hours in TWELVE else ""
    return rf"{clock}|{half}|{durations}{words}"


def is_there(measure: Measure, target: str) -> bool:
    return re.search(rf"(?<![\d.,:])(?:{forms_of(measure)})(?![:.]?\d)", target, re.IGNORECASE) is not None


def measures_of(text: str) -> list[Measure]:
    """Return the measures of a text; an abbreviation is none."""
    return [measure for measure in FIND(text) if any(map(str.isdecimal, measure.asked))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--show", action="store_true", help="print the lines that lack a measure")
    options = parser.parse_args()
    gold = find_gold(options.gold)
    careful = make_translator(Config())
    with patch("translate.run.loading.measures_between", lambda source, target: lambda text: ()):
        plain = make_translator(Config())
    lines = [line for line in LINES.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    sets = {"gold": [s for name in SETS for s, _ in read_pairs(gold, name, 10_000)], "measures.txt": lines}
    for name, everything in sets.items():
        texts = [text for text in dict.fromkeys(everything) if measures_of(text)]
        measures = [(text, measure) for text in texts for measure in measures_of(text)]
        for how, translator in (("without", plain), ("with", careful)):
            done = through(translator, texts)
            lost = [(text, measure) for text, measure in measures if not is_there(measure, done[text].text)]
            print(f"{name}, {how}: {len(texts)} lines, {len(measures) - len(lost)} of {len(measures)} measures there")
            for text, measure in lost if options.show else ():
                print(f"   {measure.said!r} | {text}\n      {done[text].text}")


if __name__ == "__main__":
    main()
