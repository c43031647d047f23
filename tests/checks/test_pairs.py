"""Every check but that of numbers: a table of pairs that pass and of pairs that fail."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from translate.config import CheckConfig
from translate.data import Issue, Severity

Find = Callable[..., tuple[Issue, ...]]

LONG = "Le gouvernement a annoncé mardi de nouvelles mesures pour aider les familles les plus pauvres du pays."
GOOD = "On Tuesday the government announced new measures to help the poorest families in the country."

PASSES = {
    "copied": [
        (LONG, GOOD),
        ("", ""),
        ("Le Monde", "Le Monde"),
        ("Médecins sans frontières internationales", "Médecins Sans Frontières"),
        ("« À la recherche du temps perdu » est long", "“À la recherche du temps perdu” is long"),
        ("à la mode", "à la mode"),
        ("La Voix du Nord Matin", "La Voix du Nord Matin"),
        ("12 13 14 15", "12 13 14 15"),
        ("La pomme est une question importante", "The apple is an important question"),
        ("Jean Dupont de Nemours fils", "Jean Dupont de Nemours"),
        ("voir (le chat du voisin)", "see (le chat du voisin)"),
        ("`le chat du voisin`", "`le chat du voisin`"),
        (
            "Contact : mairie@exemple.fr, ou https://exemple.fr/budget?id=4.",
            "Contact: mairie@exemple.fr, or https://exemple.fr/budget?id=4.",
        ),
        ("Voir www.le-chat-du-voisin.fr ici", "See www.le-chat-du-voisin.fr here"),
    ],
    "empty": [
        ("Oui", "Yes"),
        ("", ""),
        ("  ", "\u00a0"),
        ("***", "***"),
        ("1", "1"),
        (".", "."),
        ("Non", "no"),
        ("É", "E"),
        ("a", "b"),
        (LONG, GOOD),
        ("«", "“"),
        ("Oui", "\u00a0Yes\u202f"),
    ],
    "untranslated": [
        ("Paris", "Paris"),
        ("Jean Dupont", "Jean Dupont"),
        ("12 345", "12 345"),
        ("COVID-19", "COVID-19"),
        ("https://exemple.fr/page", "https://exemple.fr/page"),
        ("a@b.fr", "a@b.fr"),
        ("***", "***"),
        ("Oui", "Yes"),
        ("{nom} %s", "{nom} %s"),
        ("ONU", "ONU"),
        ("`pip install x`", "`pip install x`"),
        ("Le chat dort.", "The cat sleeps."),
        ("", ""),
        ("<b>ONU</b>", "<b>ONU</b>"),
    ],
    "length": [
        (LONG, GOOD),
        ("Oui", "Yes"),
        ("Oui.", "Yes, I do."),
        ("Veuillez agréer, Madame, Monsieur, l’expression de mes salutations distinguées.", "Yours faithfully,"),
        ("Salut", "Hi"),
        ("À bientôt", "Bye"),
        ("", ""),
        ("Est-ce que tu viens ?", "Coming?"),
        ("Chapitre premier", "Chapter one"),
        ("12", "12"),
        ("S’il vous plaît", "Please"),
        ("Aujourd’hui", "Today"),
        ("Bof", "Not really"),
        (LONG * 3, GOOD * 3),
    ],
    "target_language": [
        (LONG, GOOD),
        ("Oui", "Yes"),
        ("", ""),
        ("Le Monde", "Le Monde"),
        ("12", "12"),
        ("Il lit Le Monde.", "He reads Le Monde in the garden."),
        ("Non !", "No!"),
        ("« La vie en rose » est belle.", "“La vie en rose” is a beautiful song."),
        ("Merci à tous.", "Thank you all."),
        ("Paris", "Paris"),
        ("Il est en Es.", "He is in the Es."),
        ("J’aime les films.", "I like films."),
    ],
    "source_language": [
        (LONG, GOOD),
        ("Oui", "Yes"),
        ("", ""),
        ("Es-tu fier de ce que tu es ?", "Are you proud?"),
        ("Tu as en toi la force.", "x"),
        ("En es-tu sûr ?", "x"),
        ("12", "12"),
        ("Paris", "Paris"),
        ("On met un e en fin de mot.", "x"),
        ("Le fichier readme.", "x"),
        ("Bof", "x"),
        ("Sers-t'en tant que tu en as.", "x"),
    ],
    "remnants": [
        (LONG, GOOD),
        ("Le Monde", "Le Monde"),
        ("Il lit la Voix du Nord.", "He reads La Voix du Nord."),
        ("Médecins sans Frontières", "Médecins sans Frontières"),
        ("Un café.", "A café."),
        ("", ""),
        ("Plus tard", "Later, on the other hand"),
        ("12", "12"),
        ("L’élite", "The élite"),
        ("Verser", "to pour over"),
        ("Charles de Gaulle", "Charles de Gaulle"),
        ("naïf", "naïve"),
        ("Le fils", "The son"),
    ],
    "lost_names": [
        (LONG, GOOD),
        ("Il vit à Plouézec.", "He lives in Plouezec."),
        ("Le club de Plzen.", "The club of Pilsen."),
        ("Il vit à Londres, en Allemagne.", "He lives in London, Germany."),
        ("Bonjour Madame", "Hello"),
        ("Foch ?", "x"),
        ("Un arrêté de l'ARS", "An order of the agency"),
        ("AVENUE FOCH", "AVENUE"),
        ("Le lundi", "On Monday"),
        ("Ogallala-Lincoln", "OgallalaLincoln"),
        ("", ""),
    ],
    "script": [
        ("α et β", "α and β"),
        ("Oui", "Yes"),
        ("", ""),
        ("5 µm", "5 µm"),
        ("Москва", "Москва"),
        ("éàü", "éàü"),
        ("“x”", "“x”"),
        ("10 Ω", "10 Ω"),
        ("日本", "日本 (Japan)"),
        ("→", "→"),
        ("😀", "😀"),
        ("Ça", "Ελ"[:0] + "It"),
        ("Łódź", "Łódź"),
    ],
    "repetition": [
        ("Non, non, non !", "No, no, no!"),
        (LONG, GOOD),
        ("Il l’avait eu.", "He had had it."),
        ("", ""),
        ("Ha ha ha ha !", "Ha ha ha ha!"),
        ("Aaaaah !", "Aaaaah!"),
        ("1 000 000 000", "1,000,000,000"),
        ("Plus vite, plus haut, plus fort", "Faster, higher, stronger"),
        ("......", "......"),
        ("de 4 mètres (5 pieds) à 6 mètres (7 pieds)", "4 metres (5 feet) to 6 metres (7 feet)"),
        ("le C3a et le C5a", "C3a and C5a and"),
        ("------", "------"),
        ("Oui et non et oui et non", "Yes and no and yes and no"),
    ],
    "doubled_words": [
        ("Il l’avait eu.", "He had had it."),
        ("Je sais que ça…", "I know that that is so."),
        ("", ""),
        ("Nous nous voyons.", "We see each other."),
        ("Boutros Boutros-Ghali", "Boutros Boutros-Ghali"),
        ("Non non !", "No no!"),
        ("très très bon", "very very good"),
        ("a", "b"),
        (LONG, GOOD),
        ("Vous vous levez.", "You get up."),
        ("bla bla", "bla bla"),
        ("C’est ce que c’est", "It is, is it?"),
        ("Le « le »", "The “the”"),
    ],
    "urls": [
        ("Voir https://a.fr/b.", "See https://a.fr/b."),
        ("a@b.fr", "a@b.fr"),
        ("www.a.fr,", "on www.a.fr"),
        ("(http://a.fr)", "http://a.fr"),
        ("« http://a.fr »", "“http://a.fr”"),
        ("", ""),
        ("Fin.Il", "End.He"),
        ("exemple.com", "example: exemple.com"),
        ("p.ex.", "e.g."),
        ("a. m.", "a.m."),
        ("U.S.A.", "U.S.A."),
        ("https://a.fr/?x=1&y=2", "https://a.fr/?x=1&y=2"),
        ("J.-C.", "B.C."),
    ],
    "placeholders": [
        ("{nom}", "{nom}"),
        ("Bonjour {nom}, %s", "Hi {nom}, %s"),
        ("%1$s et %2$s", "%2$s and %1$s"),
        ("50 % des gens", "50% of people"),
        ("100 % sûr", "100% sure"),
        ("`x`", "`x`"),
        ("", ""),
        ("%(nom)s", "%(nom)s"),
        ("{{ nom }}", "{{ nom }}"),
        ("${a}", "${a}"),
        ("20 % de", "20 % of"),
        ("5 % d’eau", "5% water"),
        ("%d", "%d"),
    ],
    "tags": [
        ("<b>Oui</b>", "<b>Yes</b>"),
        ("<br/>a", "<br/>b"),
        ("3 < 4 > 2", "3 < 4 > 2"),
        ("a &amp; b", "a &amp; b"),
        ("AT&T", "AT&T"),
        ("", ""),
        ('<a href="x">y</a>', '<a href="x">z</a>'),
        ("a<b", "a<b"),
        ("R&D", "R&D"),
        ("<1>", "<1>"),
        ("<b><i>x</i></b>", "<b><i>y</i></b>"),
        ('<g id="1">x</g>', '<g id="1">x</g>'),
        ("a<br>b", "c<br>d"),
    ],
    "brackets": [
        ("(oui)", "(yes)"),
        ("a) b", "a) b"),
        ("1) un", "1) one"),
        (":-) oui", ":-) yes"),
        ("[a]", "(a)"),
        ("", ""),
        ("((a))", "((a))"),
        ("a", "b"),
        ("(a", "(b"),
        ("a :)", "b"),
        ("{a}", "{a}"),
        ("(a) [b]", "[a] (b)"),
        ("（a）", "(a)"),
    ],
    "quotes": [
        ("« oui »", "“yes”"),
        ('"oui"', '"yes"'),
        ("« oui »", "'yes'"),
        ("« oui »", "‘yes’"),
        ("l’eau", "it's"),
        ("d'or", "don't"),
        ("«\u00a0oui\u00a0»", '"yes"'),
        ("", ""),
        ("« Oui, dit-il, viens. »", "“Yes,” he said, “go.”"),
        ("aujourd’hui", "the dogs' tails"),
        ("« a » et « b »", '"a" and "b"'),
        ("les années", "the '80s"),
        ("„oui“", "“yes”"),
        ('6" de haut', '6" high'),
    ],
    "end_punctuation": [
        ("Veuillez agréer, Madame, mes salutations distinguées.", "Yours faithfully,"),
        ("Oui.", "Yes."),
        ("Oui !", "Yes!"),
        ("Oui\u202f!", "Yes!"),
        ("Oui…", "Yes..."),
        ("Oui", "Yes"),
        ("Oui !", "Yes."),
        ("Ah bon ?", "Really?"),
        ("« Oui. »", "“Yes.”"),
        ("« Oui ».", "“Yes.”"),
        ("Liste :", "List:"),
        ("Oui ?!", "Yes?"),
        ("", ""),
        ("(oui.)", "(yes)."),
        ("etc.", "etc."),
    ],
    "spacing": [
        ("Oui !", "Yes!"),
        ("a : b", "a: b"),
        ("« a » ;", "“a”;"),
        ("", ""),
        ("a  b", "a  b"),
        ("a", "b"),
        ("10 %", "10 %"),
        ("...", "a ..."),
        (".NET", "for .NET"),
        ("0,5", "is .5"),
        (":)", "x :)"),
        ("?", "?"),
    ],
    "capitals": [
        ("Oui", "Yes"),
        ("OUI", "YES"),
        ("DÉFENSE DE FUMER", "NO SMOKING"),
        ("a", "b"),
        ("", ""),
        ("12", "12"),
        ("« Oui »", "“Yes”"),
        ("ONU", "UN"),
        ("L’ONU", "UN"),
        ("É", "E"),
        ("oui", "Yes"),
        ("— Oui", "“Yes"),
        ("3 oui", "3 yes"),
    ],
    "characters": [
        ("Oui", "Yes"),
        ("é\u00a0!", "é\u202f!"),
        ("a\tb", "a\tb"),
        ("a\nb", "a\nb"),
        ("😀", "😀"),
        ("", ""),
        ("Ça", "It"),
        ("“a”", "“a”"),
        ("naïf", "naïve"),
        ("Â", "Â"),
        ("1 – 2", "1 – 2"),
        ("€", "€"),
        ("coopé\u00adré", "co\u00adop"),
    ],
    "score": [("Oui", "Yes")],
}
FAILS = {
    "copied": [
        (LONG, "The government a annoncé mardi de nouvelles measures."),
        ("Il vit dans une maison bleue.", "He lives dans une maison bleue."),
        (LONG, LONG),
        ("le chat du voisin dort", "The cat le chat du voisin dort"),
        ("le chat du voisin de chat@exemple.fr", "the cat, le chat du voisin de chat@exemple.fr"),
    ],
    "empty": [("Oui", ""), ("Oui", "  "), ("Oui", "\u00a0"), ("", "Yes"), ("12", ""), (LONG, "\n")],
    "untranslated": [
        ("Le chat dort.", "Le chat dort."),
        ("bonjour", "bonjour"),
        ("Le chat dort.", "le chat dort."),
        (LONG, LONG),
        ("DÉFENSE DE FUMER", "DÉFENSE DE FUMER"),
        ("Le chat dort !", "Le chat dort!"),
        ("Voir la page http://a.fr", "Voir la page http://a.fr"),
    ],
    "length": [
        (LONG, "On Tuesday."),
        (LONG, "Yours sincerely,"),
        ("Oui", GOOD),
        (LONG, GOOD * 3),
        (LONG, "The government"),
        ("Oui.", LONG),
        (LONG * 2, GOOD),
    ],
    "target_language": [
        (LONG, LONG),
        (LONG, "Die Katze ist nicht auf dem Tisch und der Hund auch nicht."),
        (LONG, "El gato está en la casa y los niños no."),
        (LONG, "Il est dans la maison avec sa mère."),
        ("Oui, nous sommes là.", "Oui, nous sommes dans le jardin avec vous."),
    ],
    "source_language": [
        (GOOD, GOOD),
        ("The cat is on the table and it is not for you.", "x"),
        ("Die Katze ist nicht auf dem Tisch und der Hund.", "x"),
        ("This is what they have.", "x"),
        ("El gato está en la casa y los niños no.", "x"),
    ],
    "remnants": [
        ("Il mange avec vous.", "He eats avec you."),
        ("dans la maison", "the dog dans the house"),
        (LONG, "On Tuesday the government a annoncé measures pour les familles."),
        ("Où est-il ?", "où is he?"),
        ("une brouette", "with une wheel"),
        ("la poignée", "the poignée of it"),
    ],
    "lost_names": [
        ("Il habite avenue Foch.", "He lives in an avenue."),
        ("Le Mont Ogallala et Mme Zapalinamé", "The mountain and Mrs Zapalinamé"),
        ("Agathe Demarais a dit non.", "She said no."),
        ("À Plouézec, Yann dort.", "Yann sleeps."),
        ("Vu par Huo Yan", "Seen"),
    ],
    "script": [
        ("Oui", "Да"),
        ("Oui", "Yes привет"),
        ("Oui", "是的"),
        ("Oui", "نعم"),
        ("Moscou", "Mосква"),
        ("Oui", "はい"),
    ],
    "repetition": [
        (LONG, "the new measures the new measures the new measures"),
        ("Oui", "yes yes yes yes yes"),
        ("Oui.", "Yesyesyesyesyesyes."),
        (LONG, "of the of the of the of the"),
        ("Ah !", "Ah!!!!!!!!"),
        (LONG, GOOD + " " + "and the country, " * 4),
        ("Non non", "no no no no no no"),
        ("Aah", "aaaaaaaaaaaaaah"),
        (LONG, "to help the poor, to help the poor, to help the rich"),
    ],
    "doubled_words": [
        ("Le chat", "the the cat"),
        ("Il va à la mer", "He goes to to the sea"),
        ("Le", "The the"),
        ("Nous nous voyons.", "We see of of it."),
        (LONG, GOOD.replace("measures", "measures measures")),
    ],
    "urls": [
        ("https://a.fr/b", "https://a.fr/c"),
        ("https://a.fr", "https://a. fr"),
        ("a@b.fr", "a@b.com"),
        ("Oui", "See https://a.fr"),
        ("www.a.fr", "the site"),
        ("exemple.com", "sample"),
        ("http://a.fr http://a.fr", "http://a.fr"),
    ],
    "placeholders": [
        ("{nom}", "{name}"),
        ("{nom}", "name"),
        ("%s et %s", "%s"),
        ("%1$s", "%1 $s"),
        ("`x`", "x"),
        ("${a}", "$ {a}"),
        ("Oui", "{yes}"),
        ("%(nom)s", "%(name)s"),
        ("{{ a }}", "{{ b }}"),
    ],
    "tags": [
        ("<b>Oui</b>", "Yes"),
        ("<b>Oui</b>", "<b>Yes"),
        ("<b>a</b>", "<i>a</i>"),
        ("a<br/>b", "ab"),
        ("<b><i>x</i></b>", "<b><i>x</b></i>"),
        ("&nbsp;a", "a"),
        ("Oui", "<p>Yes</p>"),
        ('<a href="x">y</a>', '<a href="z">y</a>'),
    ],
    "brackets": [
        ("(oui)", "(yes"),
        ("(oui)", "yes)"),
        ("(oui)", "yes"),
        ("oui", "(yes)"),
        ("[a]", "[a"),
        ("le mot", "the word)"),
        ("(a) (b)", "(a) b"),
    ],
    "quotes": [
        ("« oui »", "“yes"),
        ("« oui »", "yes"),
        ('"oui"', '"yes'),
        ("oui", '"yes"'),
        ("« a » « b »", "“a” “b"),
        ("l’eau", 'the "water'),
    ],
    "end_punctuation": [
        ("Oui ?", "Yes."),
        ("Oui.", "Yes?"),
        ("Oui.", "Yes"),
        ("Oui", "Yes."),
        ("Liste :", "List."),
        ("Oui", "Yes!"),
        ("Oui…", "Yes?"),
        ("Oui ;", "Yes:"),
    ],
    "spacing": [
        ("Oui !", "Yes !"),
        ("a : b", "a : b"),
        ("a", "b  c"),
        ("a ?", "b\u00a0?"),
        ("a.", "b ."),
        ("a,", "b , c"),
    ],
    "capitals": [
        ("DÉFENSE DE FUMER", "No smoking here"),
        ("Oui", "yes"),
        ("Le chat dort bien", "THAT BLACK SLEEPS"),
        ("« Oui »", "“yes”"),
        ("— Oui", "— yes"),
        ("É", "e"),
    ],
    "characters": [
        ("Oui", "Yes\ufffd"),
        ("Oui", "Y\u200bes"),
        ("Oui", "\x00Yes"),
        ("Oui", "Yes ⁇"),
        ("é", "Ã©"),
        ("l’eau", "itâ€™s"),
        ("Oui", "\ufeffYes"),
        ("Oui", "\ue000"),
        ("\u200ba", "\u200bb"),
        ("a", "\x07"),
    ],
}


def rows(table: dict[str, list[tuple[str, str]]]) -> list[tuple[str, str, str]]:
    return [(name, source, target) for name, pairs in table.items() for source, target in pairs]


@pytest.mark.parametrize(("name", "source", "target"), rows(PASSES))
def test_passes(find: Find, name: str, source: str, target: str) -> None:
    assert find(name, source, target) == ()


@pytest.mark.parametrize(("name", "source", "target"), rows(FAILS))
def test_fails(find: Find, name: str, source: str, target: str) -> None:
    assert find(name, source, target)


@pytest.mark.parametrize(
    ("name", "pair", "severity", "value"),
    [
        ("empty", ("Oui", ""), "error", 3.0),
        ("untranslated", ("Le chat dort.", "Le chat dort."), "warning", 2.0),
        ("untranslated", (LONG, LONG), "error", 15.0),
        ("length", (LONG, GOOD * 4), "error", 3.647),
        ("target_language", (LONG, LONG), "error", 8.0),
        ("source_language", (GOOD, GOOD), "warning", 6.0),
        ("remnants", ("avec vous", "he eats avec you"), "warning", 1.0),
        ("lost_names", ("Il voit Ogallala et Zapalinamé.", "He sees them."), "warning", 2.0),
        ("repetition", ("Oui", "yes yes yes yes yes"), "error", 5.0),
        ("repetition", ("Oui", "of the of the of the"), "error", 3.0),
        ("repetition", (LONG, "help the poor, help the poor"), "warning", 2.0),
        ("doubled_words", ("Le chat", "the the cat"), "warning", 1.0),
        ("urls", ("https://a.fr", "x"), "error", 1.0),
        ("placeholders", ("%s %s", "x"), "error", 2.0),
        ("tags", ("<b>a</b>", "a"), "error", 2.0),
        ("brackets", ("(a)", "(a"), "error", 1.0),
        ("brackets", ("(a)", "a"), "warning", 1.0),
        ("quotes", ("« a »", "“a"), "warning", 1.0),
        ("end_punctuation", ("Oui ?", "Yes."), "warning", 1.0),
        ("end_punctuation", ("Oui.", "Yes"), "info", 1.0),
        ("spacing", ("Oui !", "Yes !"), "info", 1.0),
        ("characters", ("Oui", "Yes \ufffd"), "error", 1.0),
        ("characters", ("Oui", "Yes\u200b"), "warning", 1.0),
        ("script", ("Oui", "Да"), "error", 2.0),
    ],
)
def test_severity_and_value(find: Find, name: str, pair: tuple[str, str], severity: Severity, value: float) -> None:
    issue = find(name, *pair)[0]
    assert (issue.severity, issue.value) == (severity, value)


@pytest.mark.parametrize(
    ("score", "severities"),
    [(None, []), (100.0, []), (5.0, []), (4.9, []), (2.0, []), (1.9, ["error"]), (0.0, ["error"])],
)
def test_score(find: Find, score: float | None, severities: list[str]) -> None:
    issues = find("score", "Oui", "Yes", score=score)
    assert [issue.severity for issue in issues] == severities
    assert [issue.value for issue in issues] == ([score] if severities else [])


def test_a_formula_closes_a_letter_in_either_direction(find: Find) -> None:
    english, french = "Yours sincerely,", "Recevez, cher Monsieur, l’assurance de mes sentiments les meilleurs."
    assert find("length", english, french, languages=("en", "fr-CA")) == ()
    assert find("length", english, french, languages=("de", "fr")) != ()


def test_no_space_before_marks_is_asked_of_french(find: Find) -> None:
    assert find("spacing", "Yes!", "Oui !", languages=("en", "fr")) == ()


@pytest.mark.parametrize(
    ("name", "source", "target", "message"),
    [
        ("brackets", "(a)", "(a", "The target has 1 opening bracket of () unpaired."),
        ("quotes", "« a »", "a", "The source has 2 quotation marks, the target no quotation marks."),
        ("end_punctuation", "Oui…", "Yes?", "The source ends with an ellipsis, the target with a question mark."),
        ("end_punctuation", "Oui :", "Yes", "The source ends with a colon, the target with no mark."),
        ("urls", "a@b.fr", "x", "The address a@b.fr of the source is not kept (found: nothing)."),
        ("doubled_words", "a", "of of it", 'Doubled word in the target: "of".'),
        ("characters", "a", "\ufffd", "The target has characters that cannot be read: U+FFFD REPLACEMENT CHARACTER."),
        ("remnants", "a", "he eats avec you", "Untranslated French words in the target: avec."),
    ],
)
def test_messages_are_for_people(find: Find, name: str, source: str, target: str, message: str) -> None:
    assert find(name, source, target)[0].message == message


def test_thresholds(find: Find) -> None:
    assert find("remnants", "a", "he eats avec you", config=CheckConfig(max_remnants=0))[0].severity is Severity.ERROR
    assert find("length", LONG, GOOD, config=CheckConfig(length_warning=0.0))
    assert find("script", "a", "я", config=CheckConfig(min_foreign_letters=1))[0].severity is Severity.ERROR
    assert (
        find("repetition", "a", "the new one the new one", config=CheckConfig(max_repetitions=1))[0].severity == "error"
    )
