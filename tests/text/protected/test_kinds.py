"""The table of kinds: each row finds what it is for and nothing that a translator writes."""

from __future__ import annotations

from time import process_time

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from translate.text.protected.figured import FIGURED, FIGURED_BEGIN
from translate.text.protected.kept import find_kept, without_kept
from translate.text.protected.kind_table import LETTERED, LETTERED_BEGIN, PICTURED, SIGNED, TAGS
from translate.text.protected.kinds import Family, Keeping
from translate.text.protected.unbroken import UNBROKEN

KEY = "AbCd3fGh/IjKl0mNo+" * 3
TOKEN = ".".join(["eyJhbGciOiJIUzI1NiJ9", "eyJzdWIiOiIxMjM0NTY3", "dozjgNryP4J3jVmNHl0w5N_XgL0"])
FOUND = [
    # What a program fills in.
    ("role", "La classe :class:`~mod.Nom` et :py:func:`lire`", [":class:`~mod.Nom`", ":py:func:`lire`"]),
    ("link target", "Voir [[id:ab][le site]]", ["id:ab"]),
    ("placeholder", "Le |nom| et *|FNAME|*, ![[plan.png|300]]", ["|nom|", "*|FNAME|*", "![[plan.png|300]]"]),
    ("reference", r"Voir \@ref(fig:a), \cite[p. 2]{dupont}, \eqref{eq:b} et \label{c}",
     [r"\@ref(fig:a)", r"\cite[p. 2]{dupont}", r"\eqref{eq:b}", r"\label{c}"]),
    ("placeholder", r"Voir [[yii\Cache::get()|get()]] et [[a|un mot]]", [r"[[yii\Cache::get()|get()]]"]),
    ("web address", "Sur https://a.fr/x[0]?b[]=1&c[d]=2, https://a.fr/{[AB,BC]}/d",
     ["https://a.fr/x[0]?b[]=1&c[d]=2", "https://a.fr/{[AB,BC]}/d"]),
    ("web address", "Voir http://[::1]:80/a et https://a.fr[le site]", ["http://[::1]:80/a", "https://a.fr"]),
    ("path", r"Dans C:\\Temp\\fichier et D:\\a", [r"C:\\Temp\\fichier", r"D:\\a"]),
    ("name in code", "La classe com.exemple.App. ou un pandas.DataFrame", ["com.exemple.App", "pandas.DataFrame"]),
    ("time stamp", "À 14:22:10,123 et 00:00:01.500 ici", ["14:22:10,123", "00:00:01.500"]),
    ("tag", "[b]Oui[/b] [color=red]non[/color]", ["[b]", "[/b]", "[color=red]", "[/color]"]),
    ("code", "Lancez `npm ci` puis ``a ` b``", ["`npm ci`", "``a ` b``"]),
    ("placeholder", "Il manque {0} et {nom!r}, {total:.2f}, {0,10:N2}", ["{0}", "{nom!r}", "{total:.2f}", "{0,10:N2}"]),
    ("placeholder", "Le {0:dd/MM/yyyy} à {h:%H:%M} ou {1:d MMMM}", ["{0:dd/MM/yyyy}", "{h:%H:%M}", "{1:d MMMM}"]),
    ("placeholder", "${x.y} {{ x }} {{{x}}} #{nom} %{nom} <%= x %>",
     ["${x.y}", "{{ x }}", "{{{x}}}", "#{nom}", "%{nom}", "<%= x %>"]),
    ("placeholder", "{{#if abonné}}Oui{{else}}Non{{/if}}", ["{{#if abonné}}", "{{else}}", "{{/if}}"]),
    ("placeholder", "%s, %-10s, %5.1f, %ld, %@, %1$@, %(nom)s, %#x",
     ["%s", "%-10s", "%5.1f", "%ld", "%@", "%1$@", "%(nom)s", "%#x"]),
    ("placeholder", "20 %% de %d %% et {n} %%, 5%%", ["20 %%", "%d %%", "{n} %%", "5%%"]),
    ("placeholder", "{n, plural, one {un ami} other {# amis}}", ["{n, plural, one {un ami} other {# amis}}"]),
    ("styling", r"{\an8}Bonjour {\i1}toi{\i0} {an8}", [r"{\an8}", r"{\i1}", r"{\i0}"]),
    ("escape", r"Fin.\nSuite\t:\r\nBonjour \u00e9", [r"\n", r"\t", r"\r\n", r"\u00e9"]),
    ("variable", "$HOME et $1", ["$HOME", "$1"]),
    ("formula", "$E = mc^2$, $x$ et $$a_1 + b$$", ["$E = mc^2$", "$x$", "$$a_1 + b$$"]),
    # Addresses and places in a machine.
    ("web address", "Voir https://a.fr/le-chat. ou www.b.org, c.fr", ["https://a.fr/le-chat", "www.b.org", "c.fr"]),
    ("e-mail address", "à jean.petit@exemple.fr !", ["jean.petit@exemple.fr"]),
    ("path", r"C:\Program Files\Jeu\a.exe, \\srv\part", [r"C:\Program Files\Jeu\a.exe", r"\\srv\part"]),
    ("path", r"/etc/hosts ${HOME}/x/y $HOME/z %TEMP%\b", ["/etc/hosts", "${HOME}/x/y", "$HOME/z", r"%TEMP%\b"]),
    ("file name", "src/a.py, IMG_01.JPG et *.txt", ["src/a.py", "IMG_01.JPG", "*.txt"]),
    ("network address", "192.168.0.1:80, 00:1A:2B:3C:4D:5E, fe80::1",
     ["192.168.0.1:80", "00:1A:2B:3C:4D:5E", "fe80::1"]),
    # People and machines.
    ("handle", "Merci @lea_m et @ville-de-x: @fig:moteur.", ["@lea_m", "@ville-de-x", "@fig:moteur"]),
    ("date of a message", "Mon, 3 May 2021 14:30:00 +0200 (CEST) puis 12 Jun 2020 09:05 GMT, le 3 Mai 2021 à 14:30",
     ["Mon, 3 May 2021 14:30:00 +0200 (CEST)", "12 Jun 2020 09:05 GMT"]),
    ("channel", "Dans #général, #projet/été, ticket #41, teinte #FF8800",
     ["#général", "#projet/été", "#41", "#FF8800"]),
    ("emoji", "Bravo :tada: :+1: (10:30:45)", [":tada:", ":+1:"]),
    ("emoji", "Oui 🙂👍🏽, 🇫🇷 et 1️⃣", ["🙂👍🏽", "🇫🇷", "1️⃣"]),
    ("option", "--force, -q, --out=x.txt", ["--force", "-q", "--out=x.txt"]),
    ("name in code", "lire_nom() MAX_TRIES obj.lire()", ["lire_nom()", "MAX_TRIES", "obj.lire()"]),
    ("hash", "au commit 9f8a7c1b, 0123456789abcdef0123", ["9f8a7c1b", "0123456789abcdef0123"]),
    ("identifier", "6f1c2a9e-3b7d-4c55-9a01-8e2d7f40b6c3", ["6f1c2a9e-3b7d-4c55-9a01-8e2d7f40b6c3"]),
    ("version", "v1.12, 2.4.1-beta3", ["v1.12", "2.4.1-beta3"]),
    # Numbers that are names.
    ("telephone number", "01 23 45 67 89, +32 2 555 12 34, 0 800 10 20 30",
     ["01 23 45 67 89", "+32 2 555 12 34", "0 800 10 20 30"]),
    ("account number", "FR76 3000 6000 0112 3456 7890 189", ["FR76 3000 6000 0112 3456 7890 189"]),
    ("account number", "4970 1012 3456 7890", ["4970 1012 3456 7890"]),
    ("bank code", "BIC : BNPAFRPP, SWIFT DEUTDEFF500, ou NICABEBB", ["BNPAFRPP", "SWIFT DEUTDEFF500", "NICABEBB"]),
    ("VAT number", "FR 40 303 265 045, BE 0417.497.106", ["FR 40 303 265 045", "BE 0417.497.106"]),
    ("company number", "123 456 789 00012", ["123 456 789 00012"]),
    ("book number", "978-2-07-036822-8", ["978-2-07-036822-8"]),
    ("standard", "EN 12464-1, NF EN ISO 9001:2015, NF C 15-100.", ["EN 12464-1", "NF EN ISO 9001:2015", "NF C 15-100"]),
    ("position", "48°23′25″N, 4°29'W", ["48°23′25″N", "4°29'W"]),
    ("number plate", "le 4172 XB 29 et 12 ABC 2A", ["4172 XB 29", "12 ABC 2A"]),
    ("code", "AB-123/C, A380, CR2032, U07.1, GH-852-KL, F5, L2026-B17",
     ["AB-123/C", "A380", "CR2032", "U07.1", "GH-852-KL", "F5", "L2026-B17"]),
    ("code", "R+1, 2A004, 2026/0417-B, AB/CD/417/26, RH/2024/15, T3a, i7-9700K",
     ["R+1", "2A004", "2026/0417-B", "AB/CD/417/26", "RH/2024/15", "T3a", "i7-9700K"]),
    ("inches", 'Un écran 27" (le "Bleu 8"), une dalle de 24″, 3/4" et 1 1/2".', ['27"', "24″", '3/4"', '1 1/2"']),
    ("number in brackets", "La touche (8) et Aide (12)", ["(8)", "(12)"]),
    ("power", "10², 10⁻³ et x³", ["10²", "10⁻³", "x³"]),
    ("formula", "NaOH, H₂SO₄, Ca2+ et NOx, CaCO3, Ca(OH)2", ["NaOH", "H₂SO₄", "Ca2+", "NOx", "CaCO3", "Ca(OH)2"]),
    ("ion", "SO4²⁻, SO₄²⁻ et Fe³⁺", ["SO4²⁻", "SO₄²⁻", "Fe³⁺"]),
    ("command", 'Lancez « git commit -m "m" --amend », “ls -l” ou « tar -xzf a ».',
     ['git commit -m "m" --amend', "ls -l", "tar -xzf a"]),
    ("DOI", "DOI : 10.1016/j.cell.20, doi 10.1000/xy3.", ["DOI : 10.1016/j.cell.20", "10.1000/xy3"]),
    ("name", "un iPhone, eBay, getName", ["iPhone", "eBay", "getName"]),
    ("encoded data", f"clé {KEY}==, jeton {TOKEN}. Image : data:image/png;base64,{KEY}",
     [f"{KEY}==", TOKEN, f"data:image/png;base64,{KEY}"]),
    ("unbroken letters", f"Le mot {'rhinopharyngé' * 9} est long", ["rhinopharyngé" * 9]),
    ("tag", 'a <b class="x">b</b> &eacute; <br/>', ['<b class="x">', "</b>", "&eacute;", "<br/>"]),
    ("tag", "<0>a</0> <input disabled> <br />", ["<0>", "</0>", "<input disabled>", "<br />"]),
]  # fmt: skip
LET_BE = [
    "", "anticonstitutionnellement" * 2, "une-chaine-tres-longue-de-mots-joints-par-des-tirets",
    "汉字" * 40, "Le chat dort.",
    "50 % de réduction", "100 % sûr", "et/ou", "24/7", "M. Dupont", "p. ex.", "5 > 3 et 2 < 4",
    "R & D", "l’an 2024.", "12 345,67", "1.234.567", "10:30", "10:30:45", "n°5", "de 40 $ à 50 $", "$18 milliards",
    "Parle-t-il ?", "UN TITRE EN CAPITALES", "+12 000 000", "2014/35/UE", "10 EUR 20", "à J-7 :", "(8) Oui",
    "ISO et EN", "La note : oui", "En 2024, A et B", "12 500 000", "le 03/05/2024", "McDonald", "l’ARNm",
    "Va-t-en !", "- oui", "DE 10 ET 12 ANS", "BIC cristal", "Écrivez <votre nom> ici",
    "Il lit « le chat -ou le chien- dort »", "Il dit « hier -dit Paul- il vient »",
    'Il lit "page 27" ici', 'Il y a "3" et "4"', "Il a 3 ans (et demi)", r"C'est \nu ou \times",
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "found"), FOUND, ids=lambda value: value if isinstance(value, str) else "")
def test_a_kind_finds_what_it_is_for(name: str, text: str, found: list[str]) -> None:
    kept = [one for one in find_kept(text) if one.kind.name == name]
    assert [text[one.start : one.end] for one in kept] == found


@pytest.mark.parametrize("space", ["\u00a0", "\u202f"])
@pytest.mark.parametrize("text", ["+33 6 12 00 47 91", "IBAN BE71 0961 2345 6769", "NF EN 1090-2", "20 %%"])
def test_spaces_that_do_not_break_are_spaces(space: str, text: str) -> None:
    (one,) = find_kept(f"le {text.replace(' ', space)} est")
    assert (one.start, one.end) == (3, 3 + len(text))


@pytest.mark.parametrize("text", LET_BE)
def test_what_a_translator_writes_is_of_no_kind(text: str) -> None:
    assert [text[one.start : one.end] for one in find_kept(text)] == []


def test_every_row_has_an_example() -> None:
    met = {one.kind for _, text, _ in FOUND for one in find_kept(text)}
    assert met == {*SIGNED, *FIGURED, *LETTERED, *PICTURED, *TAGS, *UNBROKEN}


def test_what_is_cut_or_copied_is_never_a_number() -> None:
    for kind in (*SIGNED, *FIGURED, *LETTERED, *TAGS, *UNBROKEN):
        assert kind.family is not Family.NUMBER or kind.keeping is Keeping.MASK


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Voir https://a.fr/le-chat ici", "Voir … ici"),
        ("{n} jours, 10², <b>oui</b>", "… jours, …, …oui…"),
        ("Rien à ôter.", "Rien à ôter."),
        ("@lea", "…"),
    ],
)
def test_what_is_left_is_words(text: str, left: str) -> None:
    assert without_kept(text) == left


def test_the_families_asked_for_are_left_out_alone() -> None:
    assert without_kept("{n} à a@b.fr", {Family.PLACEHOLDER}) == "… à a@b.fr"


@given(st.lists(st.sampled_from([text for _, text, _ in FOUND]) | st.text(max_size=5), max_size=4).map(" ".join))
def test_what_is_kept_is_in_order_and_apart(text: str) -> None:
    end = 0
    for one in find_kept(text):
        assert end <= one.start < one.end <= len(text)
        end = one.end


@given(
    st.lists(st.sampled_from([text for _, text, _ in FOUND]), max_size=3).map(" ".join)
    | st.text("ABDEFIRaefv0139 -/.:+()°@", max_size=30)
)
def test_all_kinds_of_a_group_begin_as_it_says(text: str) -> None:
    for kinds, begin in ((FIGURED, FIGURED_BEGIN), (LETTERED, LETTERED_BEGIN)):
        beginning = regex.compile(begin, regex.VERBOSE)
        for kind in kinds:
            for match in regex.finditer(kind.pattern, text, regex.VERBOSE):
                assert beginning.match(text, match.start()), (kind.name, match[0])


@pytest.mark.parametrize(
    "bit",
    [
        "a_", "--a", "@a.", ":a", "$a", "\\n", "A1/", "Na", "0a", "1:", "::", "0 8", "IBAN ", "[[a", "%%", "a.b(",
        '{"a":', "1/2/", "a" * 16 + ".", "A-", "data:image/png;base64,", "aA1", "\\a",
    ],
)  # fmt: skip
def test_a_line_without_end_takes_the_time_of_its_length(bit: str) -> None:
    started = process_time()
    assert len(find_kept(bit * (40_000 // len(bit)))) <= 20_000
    assert process_time() - started < 1.5
