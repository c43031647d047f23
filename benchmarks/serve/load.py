"""CPU time a text of the server, over HTTP, against the bare translator with as many in flight; do answers differ?

python benchmarks/serve/load.py [--texts 320] [--rounds 3]
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.serve.asking import ask, seconds_of, served
from translate.config import Config, EngineConfig
from translate.run.loading import load_tools, load_translator
from translate.run.texts import Texts

WHO = ("Le maire", "La voisine", "Un marin", "Le conseil", "Notre équipe", "La police", "Un enfant", "Le directeur")
DOES = ("ouvre", "visite", "regarde", "nettoie", "ferme", "dessine", "cherche", "vend")
WHAT = (
    "la porte",
    "le port",
    "un vieux bateau",
    "la salle",
    "le jardin public",
    "une lettre",
    "le marché",
    "sa maison",
)


def texts_of(count: int, start: int) -> list[str]:
    made = []
    for number in range(start, start + count):
        who, does, what = WHO[number % 8], DOES[number // 8 % 8], WHAT[number // 64 % 8]
        made.append(f"{who} {does} {what} à {number % 24} heures.")
    return made


def bare(texts: Texts, sentences: Sequence[str], together: int) -> tuple[float, list[str]]:
    started, found = time.process_time(), []
    for first in range(0, len(sentences), together):
        some = [texts.read(one, "q") for one in sentences[first : first + together]]
        found += [done.target for _, done in sorted(texts.iter_done(some), key=lambda item: item[0])]
    return (time.process_time() - started) / len(sentences), found


def over_http(address: str, sentences: Sequence[str], clients: int, array: int) -> tuple[float, list[str]]:
    started = seconds_of(address)
    answers = ask(address, sentences, clients, array)
    return (seconds_of(address) - started) / len(sentences), answers


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=320)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    config = Config(engine=EngineConfig())
    tools = load_tools(config)
    texts = Texts(tools, load_translator(tools))
    with served("--metrics", "--waiting-limit", "100000", "--timeout", "600") as (_, address):
        bare(texts, texts_of(16, 5000), 16), over_http(address, texts_of(16, 5000), 4, 1)
        compare(texts, address, options.texts, options.rounds)


def compare(texts: Texts, address: str, most: int, rounds: int) -> None:
    print("clients  array  bare ms  server ms  ratio  answers that differ")
    for clients, array in ((1, 1), (8, 1), (32, 1), (32, 20)):
        ratios, times, wrong = [], [], 0
        count = max(most if array == 1 else 640, clients * array)
        count = min(count, 64) if clients == 1 else count
        for number in range(rounds):
            sentences = texts_of(count, number * 1000)
            alone, expected = bare(texts, sentences, clients * array)
            with_others, answers = over_http(address, sentences, clients, array)
            ratios.append(with_others / alone)
            times.append((alone, with_others))
            wrong += sum(one != other for one, other in zip(expected, answers, strict=True))
        one, other = (statistics.median(column) * 1000 for column in zip(*times, strict=True))
        print(
            f"{clients:7}  {array:5}  {one:7.1f}  {other:9.1f}  {statistics.median(ratios):5.2f}  {wrong}", flush=True
        )


if __name__ == "__main__":
    main()
