"""Small pairs of documents, each with one kind of dirt that users' documents have, and their gold beads."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

Line = tuple[str, str]
_PASSAGES = Path(__file__).parent / "passages"


def passage(name: str, first: int = 0, last: int = 12) -> list[Line]:
    """Return some of the lines of a passage, French and English."""
    lines = (_PASSAGES / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [(fields[0], fields[1]) for fields in (line.split("\t") for line in lines[first:last])]


LIBRARY, WORKSHOP = passage("library"), passage("workshop")
WEATHER, THEATRE = passage("weather"), passage("theatre")


@dataclass(frozen=True)
class Dirty:
    """A pair of documents, and which of its segments belong together."""

    source: str
    target: str
    gold: Sequence[Line]
    """One side is empty where a segment has no counterpart; such a one must be in no unit."""
    least: float = 1.0
    """Share of the gold beads that must be found."""
    suffixes: tuple[str, str] = (".txt", ".txt")
    encodings: tuple[str, str] = ("utf-8", "utf-8")
    settings: dict[str, bool] = field(default_factory=dict)
    """Of reading."""
    refused: str = ""
    """What is said of a pair that is refused."""


def french(lines: Sequence[Line]) -> list[str]:
    return [one for one, _ in lines]


def english(lines: Sequence[Line]) -> list[str]:
    return [other for _, other in lines]


def lines_apart(texts: Sequence[str]) -> str:
    """Return a document of one paragraph a text."""
    return "\n\n".join(texts) + "\n"


def in_paragraphs(texts: Sequence[str], size: int) -> str:
    """Return a document of paragraphs of `size` texts."""
    return lines_apart([" ".join(texts[at : at + size]) for at in range(0, len(texts), size)])


def dirty(source: Sequence[str], target: Sequence[str], gold: Sequence[Line], **more: object) -> Dirty:
    return Dirty(lines_apart(source), lines_apart(target), gold, **more)  # type: ignore[arg-type]


def without_source(texts: Sequence[str]) -> list[Line]:
    return [("", text) for text in texts]


def without_target(texts: Sequence[str]) -> list[Line]:
    return [(text, "") for text in texts]


def wrapped(texts: Sequence[str], width: int, size: int = 4) -> str:
    """Return paragraphs of `size` texts in lines of one width."""
    return lines_apart([textwrap.fill(" ".join(texts[at : at + size]), width) for at in range(0, len(texts), size)])


def broken(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width)


def hyphened(texts: Sequence[str], width: int, parts: dict[str, int]) -> list[str]:
    """Return texts in lines of one width, some words parted where a line has room for their first letters.

    :param parts: letters of the first part of a word.
    """
    lines = [""]
    for word in " ".join(texts).split():
        room = width - len(lines[-1])
        first = parts.get(word.strip(".,"), 0)
        if len(word) < room:
            lines[-1] = f"{lines[-1]} {word}".strip()
        elif 0 < first < room - 1:
            lines[-1] += f" {word[:first]}-"
            lines.append(word[first:])
        else:
            lines.append(word)
    return lines


def moved(lines: Sequence[Line], first: int, last: int, place: int) -> list[str]:
    """Return the English of lines with [first, last) moved to `place` of the others."""
    texts = english(lines)
    part, rest = texts[first:last], texts[:first] + texts[last:]
    return rest[:place] + part + rest[place:]


HEADINGS = [("Horaires", "Opening hours"), ("Travaux", "Building works"), ("Lectures", "Readings")]
NOTES = [
    ("1. Registre municipal, folio 27.", "1. Municipal register, folio 27."),
    ("2. Mesure faite avec un anémomètre à coupelles.", "2. Measured with a cup anemometer."),
    (
        "3. Communication personnelle de l'observateur, mai 2003.",
        "3. Personal communication from the observer, May 2003.",
    ),
]
TITLE_PAGE = [
    "THE OBSERVERS",
    "A Winter Journal",
    "Translated from the French by Ruth Carew",
    "Hartley & Sons, London",
    "First published 2004",
    "Copyright © 2004 Ruth Carew",
    "ISBN 0-000-00000-2",
]
CONTENTS = [
    ("Avant-propos", "Foreword"),
    ("L'hiver à la station", "Winter at the station"),
    ("Instruments et mesures", "Instruments and measurements"),
    ("Le ravitaillement", "Supplies"),
    ("Index des noms", "Index of names"),
]
PAGES = (5, 9, 21, 40, 63), (7, 12, 26, 47, 71)
ADDRESSES = [
    ("Librairie Blondel, 14 rue des Tanneurs, 37000 Tours", "Blondel Bookshop, 14 rue des Tanneurs, 37000 Tours"),
    ("prets@biblio-valserre.example", "prets@biblio-valserre.example"),
    ("https://biblio-valserre.example/catalogue", "https://biblio-valserre.example/en/catalogue"),
    ("Tél. : 02 47 00 11 22", "Phone: 02 47 00 11 22"),
    ("12 bis, quai du Lavoir, 87000 Limoges", "12 bis, quai du Lavoir, 87000 Limoges"),
]
NAMES = ["Aubervaux", "Saint-Cirq", "Karlstadt", "Montrézy", "Lugano", "Pennedepie", "Vlissingen", "Oloron"]
TOWN = [
    ("Le tramway ira de la place jusqu'à Beaumont.", "The tram will run from the square to Beaumont."),
    ("Les travaux coûteront 418 000 euros.", "The works will cost 418,000 euros."),
    ("Ils commenceront devant l'ancienne gare de Lyon.", "They will begin outside the old station of Lyon."),
    ("Le chantier est dirigé par Claire Vasseur.", "The site is run by Claire Vasseur."),
    ("Les riverains ont signé une pétition.", "The residents have signed a petition."),
    ("Elle a recueilli 2 350 signatures en mai.", "It gathered 2,350 signatures in May."),
    ("Le marché se tiendra près du pont Neuf.", "The market will be held near the Pont Neuf."),
    ("Deux arbres seront replantés dans le parc.", "Two trees will be planted again in the park."),
]
STEPS = [
    ("Desserrez l'écrou de la roue arrière.", "Loosen the nut of the rear wheel."),
    ("Décrochez la chaîne du plateau.", "Take the chain off the chainring."),
    ("Ôtez le pneu à l'aide de deux leviers.", "Remove the tyre with two levers."),
    ("Cherchez l'épine dans la gomme.", "Look for the thorn in the rubber."),
    ("Collez la rustine et attendez cinq minutes.", "Glue on the patch and wait five minutes."),
    ("Gonflez doucement, puis remontez le tout.", "Inflate gently, then put everything back."),
]
TALK = [
    ("— Qui a pris la clef anglaise ?", "“Who took the spanner?”"),
    ("— Ce n'est pas moi, dit Lucie.", "“It wasn't me,” said Lucie."),
    ("— Alors, c'est le chat !", "“Then it was the cat!”"),
    ("— Nous n'avons pas de chat.", "“We don't have a cat.”"),
    ("Tout le monde se mit à rire.", "Everybody burst out laughing."),
    ("— Regarde plutôt sous l'établi.", "“Look under the workbench instead.”"),
]
POEM = [
    ("Le vent du nord a pris la mer,", "The north wind took the sea,"),
    ("Les voiles blanches sont rentrées,", "The white sails have come home,"),
    ("La vieille attend sur la jetée", "The old woman waits on the pier"),
    ("Le fils parti depuis l'hiver.", "For the son gone since the winter."),
    ("Sonne, sonne, cloche du port !", "Ring, ring, bell of the harbour!"),
    ("Les pêcheurs allument leurs lampes,", "The fishermen light their lamps,"),
    ("L'eau noire monte sur les rampes", "The black water climbs the ramps"),
    ("Où dorment les barques à bord.", "Where the boats lie sleeping."),
    ("Sonne, sonne, cloche du port !", "Ring, ring, bell of the harbour!"),
]
CUES = [
    ("La voiture est tombée en panne\nau milieu du pont.", "The car broke down in the middle\nof the bridge."),
    ("Mon père a soulevé le capot\net n'a rien compris.", "My father lifted the bonnet and\nunderstood nothing."),
    ("Un berger s'est approché\navec tout son troupeau.", "A shepherd came up with\nhis whole flock."),
    ("Il a frappé le moteur\nd'un coup de bâton.", "He hit the engine with his stick."),
    ("Nous sommes repartis\nsans oser le remercier.", "We drove off again without\ndaring to thank him."),
]


def _moved() -> Iterator[tuple[str, Dirty]]:
    yield "moved paragraph", dirty(french(LIBRARY), moved(LIBRARY, 6, 7, 1), LIBRARY)
    yield (
        "moved paragraph of three sentences",
        Dirty(
            in_paragraphs(french(WEATHER), 3),
            in_paragraphs(moved(WEATHER, 3, 6, 9), 3),
            WEATHER,
        ),
    )
    swapped_one, swapped_two = [*LIBRARY, *WORKSHOP], [*english(WORKSHOP), *english(LIBRARY)]
    yield "swapped sections", dirty(french(swapped_one), swapped_two, swapped_one)
    three = [*english(THEATRE), *english(WEATHER), *english(LIBRARY)]
    every = [*LIBRARY, *WEATHER, *THEATRE]
    yield "three sections in reverse", dirty(french(every), three, every)
    notes_inside = [*french(WEATHER[:4]), NOTES[0][0], *french(WEATHER[4:8]), NOTES[1][0], *french(WEATHER[8:])]
    notes_inside.append(NOTES[2][0])
    behind = [*english(WEATHER), "Notes", *english(NOTES)]
    yield "footnotes moved", dirty(notes_inside, behind, [*WEATHER, *NOTES, ("", "Notes")])
    in_text = [*english(WEATHER[:6]), *english(NOTES[:2]), *english(WEATHER[6:]), NOTES[2][1]]
    ahead = [*french(WEATHER), *french(NOTES)]
    yield "notes at the ends of pages of the translation", dirty(ahead, in_text, [*WEATHER, *NOTES])
    rows = [("Chine", "China", "518\t7"), ("Égypte", "Egypt", "92\t31"), ("Norvège", "Norway", "204\t12")]
    rows += [("Suisse", "Switzerland", "77\t5"), ("Turquie", "Turkey", "340\t28")]
    table_one = "\n".join(f"{one}\t{figures}" for one, _, figures in rows)
    table_two = "\n".join(f"{other}\t{figures}" for _, other, figures in sorted(rows, key=lambda row: row[2]))
    gold = [(f"{one}\t{figures}", f"{other}\t{figures}") for one, other, figures in rows]
    source, target = lines_apart([*french(LIBRARY), table_one]), lines_apart([*english(LIBRARY), table_two])
    yield "table sorted anew", Dirty(source, target, [*LIBRARY, *gold])


def _added() -> Iterator[tuple[str, Dirty]]:
    chapter = english(THEATRE)
    yield (
        "inserted chapter",
        dirty(
            french([*LIBRARY, *WEATHER]),
            [*english(LIBRARY), *chapter, *english(WEATHER)],
            [*LIBRARY, *WEATHER, *without_source(chapter)],
        ),
    )
    lost = french(WORKSHOP)
    yield (
        "missing chapter",
        dirty(
            [*french(LIBRARY), *lost, *french(WEATHER)],
            english([*LIBRARY, *WEATHER]),
            [*LIBRARY, *WEATHER, *without_target(lost)],
        ),
    )
    gap = [*LIBRARY[:3], *WEATHER[9:]]
    left = french([*LIBRARY[3:], *THEATRE, *WORKSHOP, *WEATHER[:9]])
    yield (
        "big gap",
        dirty(
            [*french(LIBRARY), *french(THEATRE), *french(WORKSHOP), *french(WEATHER)],
            english(gap),
            [*gap, *without_target(left)],
        ),
    )
    kept = [WEATHER[n] for n in (0, 3, 7, 10)]
    others = [one for one, other in WEATHER if (one, other) not in kept]
    yield "summary", dirty(french(WEATHER), english(kept), [*kept, *without_target(others)], least=0.9)
    digest = [every for n, every in enumerate([*LIBRARY, *THEATRE]) if n % 5 == 1]
    rest = [line[1] for line in [*LIBRARY, *THEATRE] if line not in digest]
    yield (
        "summary in the source",
        dirty(french(digest), english([*LIBRARY, *THEATRE]), [*digest, *without_source(rest)], least=0.9),
    )
    twice = [*english(THEATRE[:8]), *english(THEATRE[4:8]), *english(THEATRE[8:])]
    yield "doubled paragraph", dirty(french(THEATRE), twice, THEATRE)
    yield "merged paragraphs", Dirty(lines_apart(french(THEATRE)), in_paragraphs(english(THEATRE), 4), THEATRE)
    short = [WORKSHOP[n] for n in (0, 4, 8)]
    yield "glosses", _glosses(short)


def _glosses(lines: Sequence[Line]) -> Dirty:
    gold = [
        lines[0],
        ("Le dérailleur (en anglais : derailleur) fut breveté en 1895.", "The derailleur was patented in 1895."),
        (
            "Le pignon fixe [sans roue libre] interdit de cesser de pédaler.",
            "With a fixed gear you cannot stop pedalling.",
        ),
        lines[1],
        ("La potence (stem) tient le guidon.", "The stem holds the handlebars."),
        lines[2],
    ]
    return dirty(french(gold), english(gold), gold)


def _furniture() -> Iterator[tuple[str, Dirty]]:
    headed = [HEADINGS[0][0], *french(LIBRARY[:4]), HEADINGS[1][0], *french(LIBRARY[4:8]), HEADINGS[2][0]]
    headed += french(LIBRARY[8:])
    yield "headings of one side", dirty(headed, english(LIBRARY), [*LIBRARY, *without_target(french(HEADINGS))])
    mixed = [HEADINGS[0][1], *english(LIBRARY[:4]), *english(LIBRARY[4:8]), HEADINGS[2][1], *english(LIBRARY[8:])]
    gold = [*LIBRARY, HEADINGS[0], HEADINGS[2], (HEADINGS[1][0], "")]
    yield "headings of which one lacks", dirty(headed, mixed, gold)
    yield (
        "title page",
        dirty(french(WEATHER), [*TITLE_PAGE, *english(WEATHER)], [*WEATHER, *without_source(TITLE_PAGE)]),
    )
    page = ["LES OBSERVATEURS", "Journal d'hiver", "Éditions du Vieux Pont", "Dépôt légal : mai 1998", "Du même auteur"]
    yield (
        "title pages of both sides",
        dirty(
            [*page, *french(WEATHER)],
            [*TITLE_PAGE[2:], *english(WEATHER)],
            [*WEATHER, *without_target(page[2:]), *without_source(TITLE_PAGE[4:])],
            least=0.65,
        ),
    )
    for name, every in (("running heads", 4), ("running heads of short pages", 3)):
        pages_one = _paged(french([*LIBRARY, *WEATHER]), "Gazette de Valserre – N° 41", every, 1)
        pages_two = _paged(english([*LIBRARY, *WEATHER]), "Valserre Gazette – No. 41", every + 1, 1)
        yield name, dirty(pages_one, pages_two, [*LIBRARY, *WEATHER])
    pages = [text for n, text in enumerate(english(THEATRE)) for text in ([text, f"- {n} -"] if n % 3 == 2 else [text])]
    yield "page numbers of one side", dirty(french(THEATRE), pages, THEATRE)
    see = ("Voir aussi le plan du quartier.", "See also the map of the district.")
    refrain_one = [text for one in french(WORKSHOP) for text in (one, see[0])]
    refrain_two = [text for n, one in enumerate(english(WORKSHOP)) for text in ([one, see[1]] if n != 4 else [one])]
    yield "boilerplate", dirty(refrain_one, refrain_two, [*WORKSHOP, see], least=0.9)
    dotted_one = "\n".join(f"{one} {'.' * (40 - len(one))} {n}" for n, (one, _) in zip(PAGES[0], CONTENTS, strict=True))
    dotted_two = "\n".join(f"{two} {'.' * (40 - len(two))} {n}" for n, (_, two) in zip(PAGES[1], CONTENTS, strict=True))
    source, target = lines_apart([dotted_one, *french(WEATHER)]), lines_apart([dotted_two, *english(WEATHER)])
    yield "dot leaders", Dirty(source, target, [*WEATHER, *CONTENTS])
    tabbed_one = "\n".join(f"{one}\t{n}" for n, (one, _) in zip(PAGES[0], CONTENTS, strict=True))
    spaced_two = "\n".join(f"{two} . . . . . . . . {n}" for n, (_, two) in zip(PAGES[1], CONTENTS, strict=True))
    source, target = lines_apart([tabbed_one, *french(THEATRE)]), lines_apart([spaced_two, *english(THEATRE)])
    yield "contents with tabs", Dirty(source, target, [*THEATRE, *CONTENTS])


def _paged(texts: Sequence[str], head: str, every: int, first: int) -> list[str]:
    """Return texts with a running head and a page number at every so many."""
    result = []
    for at in range(0, len(texts), every):
        result += [head, *texts[at : at + every], str(first + at // every)]
    return result


def _lines() -> Iterator[tuple[str, Dirty]]:
    for name, width in (("wrapped on one side", 58), ("narrowly wrapped on one side", 38)):
        yield name, Dirty(wrapped(french(LIBRARY), width), in_paragraphs(english(LIBRARY), 4), LIBRARY)
    yield "wrapped in the target", Dirty(in_paragraphs(french(WORKSHOP), 4), wrapped(english(WORKSHOP), 50), WORKSHOP)
    both = wrapped(french(TOWN), 38), wrapped(english(TOWN), 47, 5)
    yield "wrapped before names and within numbers", Dirty(*both, TOWN)
    lines = [line for one in french(THEATRE) for line in broken(one, 40)]
    yield (
        "lines as paragraphs on one side",
        Dirty(lines_apart(lines), lines_apart(english(THEATRE)), THEATRE, least=0.9),
    )
    lines = hyphened(
        french(LIBRARY),
        36,
        {
            "inondation": 6,
            "étagères": 3,
            "désormais": 3,
            "trentaine": 4,
            "menuisier": 4,
            "volumes": 3,
            "Ferrand": 3,
            "lecture": 3,
            "printemps": 5,
            "bibliothécaire": 6,
            "collège": 3,
        },
    )
    source = lines_apart(["\n".join(lines)])
    yield (
        "hyphens at line ends",
        Dirty(source, lines_apart(english(LIBRARY)), LIBRARY, settings={"join_lines": True}),
    )
    columns = textwrap.fill(" ".join(french(WEATHER)), 44).replace("observa", "obser-\nva", 1)
    yield (
        "hyphens in narrow columns",
        Dirty(columns + "\n", lines_apart(english(WEATHER)), WEATHER, settings={"join_lines": True}),
    )
    yield (
        "cues of subtitles",
        Dirty(
            "\n".join(french(CUES)),
            "\n".join(english(CUES)),
            [(one.replace("\n", " "), other.replace("\n", " ")) for one, other in CUES],
            least=0.75,
        ),
    )
    yield "verse", Dirty("\n".join(french(POEM)), "\n".join(english(POEM)), POEM)
    stanzas = lines_apart(["\n".join(french(POEM[:5])), "\n".join(french(POEM[5:]))])
    lacking = lines_apart(["\n".join(english(POEM[:4])), "\n".join(english(POEM[5:]))])
    yield "verse whose refrain lacks once", Dirty(stanzas, lacking, [*POEM[:4], *POEM[5:]])
    yield "dialogue", Dirty("\n".join(french(TALK)), lines_apart(english(TALK)), TALK)
    run_on = " ".join(english(TALK[:4]))
    yield (
        "dialogue in one paragraph of the translation",
        Dirty(
            "\n".join(french(TALK)),
            lines_apart([run_on, *english(TALK[4:])]),
            TALK,
            least=0.6,
        ),
    )


def _lists() -> Iterator[tuple[str, Dirty]]:
    one = [f"{n}. {text}" for n, text in enumerate(french(STEPS), 1)]
    other = [f"{n}. {text}" for n, text in enumerate(english(STEPS), 4)]
    yield "list with other numbers", Dirty("\n".join(one), "\n".join(other), list(zip(one, other, strict=True)))
    letters = [f"{chr(97 + n)}) {text}" for n, text in enumerate(english(STEPS))]
    yield (
        "list with letters for numbers",
        Dirty("\n".join(one), "\n".join(letters), list(zip(one, letters, strict=True))),
    )
    numbered = [text for n, line in enumerate(LIBRARY, 7) for text in (f"Article {n}", line[0])]
    sections = [text for n, line in enumerate(LIBRARY, 1) for text in (f"Section {n}", line[1])]
    yield "articles with other numbers", dirty(numbered, sections, LIBRARY)
    signed = [f"§ {n}. {line[0]}" for n, line in enumerate(LIBRARY, 7)]
    worded = [f"Section {n}. {line[1]}" for n, line in enumerate(LIBRARY, 1)]
    yield "articles with other numbers and signs", dirty(signed, worded, list(zip(signed, worded, strict=True)))
    skipped = [text for n, line in enumerate(WORKSHOP, 1) for text in (f"§ {n}", line[0])]
    marked = [text for n, line in enumerate(WORKSHOP[:5] + WORKSHOP[6:], 1) for text in (f"§ {n}", line[1])]
    yield (
        "articles of which one lacks",
        dirty(skipped, marked, [*WORKSHOP[:5], *WORKSHOP[6:], (WORKSHOP[5][0], "")]),
    )
    figures_one, figures_two = ["3 118", "52", "1 760", "409", "88"], ["3,118", "52", "1,760", "611", "409", "88"]
    numbers = [*zip(figures_one[:3], figures_two[:3], strict=True), ("", "611"), ("409", "409"), ("88", "88")]
    source = lines_apart([*french(WEATHER[:5]), "\n".join(figures_one), *french(WEATHER[5:])])
    target = lines_apart([*english(WEATHER[:5]), "\n".join(figures_two), *english(WEATHER[5:])])
    yield "figures alone", Dirty(source, target, [*WEATHER, *numbers])
    missing = [name for name in NAMES if name != "Lugano"]
    source = lines_apart([*french(LIBRARY[:6]), "\n".join(NAMES), *french(LIBRARY[6:])])
    target = lines_apart([*english(LIBRARY[:6]), "\n".join(missing), *english(LIBRARY[6:])])
    yield "names", Dirty(source, target, [*LIBRARY, *((name, name) for name in missing), ("Lugano", "")])
    source = lines_apart([*french(THEATRE[:6]), *french(ADDRESSES), *french(THEATRE[6:])])
    target = lines_apart([*english(THEATRE[:6]), *english(ADDRESSES), *english(THEATRE[6:])])
    yield "addresses", Dirty(source, target, [*THEATRE, *ADDRESSES])
    fewer = [ADDRESSES[0], *ADDRESSES[2:4]]
    target = lines_apart([*english(THEATRE[:6]), *english(fewer), *english(THEATRE[6:])])
    yield (
        "addresses of which two lack",
        Dirty(source, target, [*THEATRE, *fewer, (ADDRESSES[1][0], ""), (ADDRESSES[4][0], "")]),
    )


def _tongues() -> Iterator[tuple[str, Dirty]]:
    both = [text for line in WORKSHOP for text in line]
    yield "both languages in one file", dirty(both, english(WORKSHOP), WORKSHOP)
    alternating = "\n".join(text for line in WEATHER for text in line)
    yield "both languages in alternating lines", Dirty(alternating, lines_apart(english(WEATHER)), WEATHER)
    columns = "\n".join(f"{one}\t{other}" for one, other in LIBRARY)
    yield "both languages in columns", Dirty(columns, lines_apart(english(LIBRARY)), LIBRARY)
    left = [*english(LIBRARY[:7]), LIBRARY[7][0], *english(LIBRARY[8:])]
    yield "left untranslated", dirty(french(LIBRARY), left, [*LIBRARY[:7], *LIBRARY[8:]])
    marks = (" !", " ?")
    quoted_one = ["La directrice prit la parole :", "« " + THEATRE[0][0], *french(THEATRE[1:3]), THEATRE[3][0] + " »"]
    quoted_two = ["The manageress spoke:", "“" + THEATRE[0][1], *("“" + two for two in english(THEATRE[1:3]))]
    quoted_two.append("“" + THEATRE[3][1] + "”")
    end = ("On applaudit longtemps" + marks[0], "The applause was long!")
    quotation = list(zip([*quoted_one, end[0]], [*quoted_two, end[1]], strict=True))
    yield "long quotation", dirty(french(quotation), english(quotation), quotation)
    yield (
        "other encodings",
        Dirty(lines_apart(french(THEATRE)), lines_apart(english(THEATRE)), THEATRE, encodings=("cp1252", "utf-16")),
    )
    listed = "# L'atelier\n\n" + "".join(f"- {one}\n" for one in french(WORKSHOP[:6]))
    listed += "\n> " + WORKSHOP[6][0] + "\n\n**" + WORKSHOP[7][0] + "**\n"
    plain = lines_apart(["The workshop", *english(WORKSHOP[:8])])
    gold = [("L'atelier", "The workshop"), *WORKSHOP[:7], (f"**{WORKSHOP[7][0]}**", WORKSHOP[7][1])]
    yield "Markdown and plain text", Dirty(listed, plain, gold, suffixes=(".md", ".txt"))
    long = (
        "Le gardien alluma le poêle, fit bouillir de l'eau, compta les biscuits, nourrit le chat, nota le vent "
        "et remonta l'horloge avant de réveiller son compagnon.",
        "The keeper lit the stove. He boiled some water. He counted the biscuits. He fed the cat. "
        "He noted the wind. Then he wound up the clock before waking his companion.",
    )
    one_to_six = [*WEATHER[:4], long, *WEATHER[4:8]]
    yield "one sentence for six", dirty(french(one_to_six), english(one_to_six), one_to_six)


def _refused() -> Iterator[tuple[str, Dirty]]:
    yield "no translation", dirty(french(LIBRARY), english(THEATRE), (), refused="does not look like a translation")
    near = passage("harbour_fr"), passage("harbour_en")
    yield (
        "texts on one subject",
        dirty(french(near[0]), english(near[1]), (), refused="does not look like a translation"),
    )
    again = passage("orchard_fr"), passage("orchard_en")
    yield (
        "texts on one subject with the same names",
        dirty(french(again[0]), english(again[1]), (), refused="does not look like a translation"),
    )
    yield "languages swapped", dirty(english(LIBRARY), french(LIBRARY), (), refused="swapped")


DIRT: dict[str, Dirty] = {
    name: case for family in (_moved, _added, _furniture, _lines, _lists, _tongues, _refused) for name, case in family()
}
