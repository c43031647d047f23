"""English typography by option; numbers only where they stand as the French source has them."""

from __future__ import annotations

import pytest

from translate.care.writing.typography import Typography
from translate.config import OutputConfig
from translate.errors import UsageError
from translate.languages import find_language

FRENCH, ENGLISH = find_language("fr"), find_language("en")


def through(source: str, target: str, **options: str) -> str:
    typography = Typography(OutputConfig(**options), FRENCH, ENGLISH)  # type: ignore[arg-type]
    for start, end, text in sorted(
        [*typography.find_marks(source, target), *typography.find_figures(source, target)], reverse=True
    ):
        target = target[:start] + text + target[end:]
    return target


@pytest.mark.parametrize(
    ("target", "straight", "curly"),
    [
        ('He said "yes".', 'He said "yes".', "He said “yes”."),
        ("« Oui », it's", '"Oui", it\'s', "“Oui”, it’s"),
        ("“Don’t”", '"Don\'t"', "“Don’t”"),
        ("the 'old' cat's", "the 'old' cat's", "the ‘old’ cat’s"),
    ],
)
def test_quotes_follow_the_option(target: str, straight: str, curly: str) -> None:
    assert through("", target) == straight
    assert through("", target, quotes="curly") == curly


@pytest.mark.parametrize(
    ("source", "target", "straight", "curly"),
    [
        ("Jusqu'à « MAX ».", "Up to 'MAX'.", 'Up to "MAX".', "Up to “MAX”."),
        ("« C'est lui », dit-il.", "'It's him,' he said.", '"It\'s him," he said.', "“It’s him,” he said."),
        ("Le « vieux » chat du voisin.", "The neighbours' 'old' cat.", 'The neighbours\' "old" cat.', None),
        ("Il dit 'oui' et « non ».", "He says 'yes' and \"no\".", "He says 'yes' and \"no\".", None),
        ("Les chats des voisins.", "The neighbours' 'cats'.", "The neighbours' 'cats'.", None),
    ],
)
def test_single_marks_become_double_where_the_source_has_double_ones(
    source: str, target: str, straight: str, curly: str | None
) -> None:
    assert through(source, target) == straight
    if curly:
        assert through(source, target, quotes="curly") == curly


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        ("Henri et Louis XVI", "Henry and Louis XVI.", "Henry and Louis XVI"),
        ("dans le grenier ;", "in the attic", "in the attic;"),
        ("dans le grenier ;", "in the attic.", "in the attic."),
        ("dans le grenier", "in the attic", "in the attic"),
        ("Le conseil municipal", "The town council.", "The town council"),
        ("Le conseil municipal.", "The town council.", "The town council."),
        ("des pommes, etc", "apples, etc.", "apples, etc."),
        ("la société Martin", "Martin Inc.", "Martin Inc."),
        ("à 3 h", "at 3 p.m.", "at 3 p.m."),
    ],
)
def test_a_title_gains_no_full_stop(source: str, target: str, wanted: str) -> None:
    assert through(source, target) == wanted


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        ("Le maire – absent – écrit.", "The mayor - absent - writes.", "The mayor – absent – writes."),
        ("Le maire — absent — écrit.", "The mayor - absent - writes.", "The mayor — absent — writes."),
        ("Lyon - Nice – Metz", "Lyon - Nice - Metz", "Lyon - Nice – Metz"),
        ("Lyon – Nice – Metz", "Lyon, Nice - Metz", "Lyon, Nice – Metz"),
        ("Lyon - Nice – Metz", "Lyon, Nice - Metz", "Lyon, Nice - Metz"),  # nobody knows which
        ("Le maire, absent", "The mayor - absent", "The mayor - absent"),
        ("Bref, demain", "In short , tomorrow", "In short, tomorrow"),
        ("Fini !", "Done !", "Done!"),
        ("Lieu : Brest", "Place : Brest", "Place: Brest"),
        ("1 : 50 ; a :b", "1 : 50; a :b", "1 : 50; a :b"),
        ("+3,5 %", "+3.5 %", "+3.5%"),
        ("en %", "in %", "in %"),
        ("250 g de sel et 3 mm", "250g of salt and 3mm", "250 g of salt and 3 mm"),
        ("250g de sel, 30 g", "250g of salt, 30g", "250g of salt, 30g"),
        ("La clé A250 g", "Key A250g", "Key A250g"),
        ("Objet : Réclamation", "Subject: request", "Subject: Request"),
        ("Objet : réclamation", "Subject: request", "Subject: request"),
        ("Note : Voir : Oui", "Note: see: yes", "Note: see: yes"),
        ("Prénom,Nom,Ville", "First name,Name, City", "First name,Name,City"),
        ("Prénom,Nom, Ville", "First name,Name, City", "First name,Name, City"),
        ("Le 4 juin 2024 09:12", "4 June, 2024,09:12", "4 June, 2024, 09:12"),
        ("12 m", "12min", "12min"),
        ("Voir (th. 60) ici", "See (th.60) here", "See (th. 60) here"),
        ("th. 60, th.60", "th.60", "th.60"),
        ("15 %% et 3 %d", "15 %% and 3 %d", "15 %% and 3 %d"),
        ("le fichier .NET", "the file .NET", "the file .NET"),
    ],
)
def test_dashes_are_those_of_the_source_and_no_space_stands_before_a_mark(
    source: str, target: str, wanted: str
) -> None:
    assert through(source, target) == wanted


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        ("Il coûte 1\u202f234,56 €.", "It costs 1 234,56 €.", "It costs €1,234.56."),
        ("3,5 km", "3,5 km", "3.5 km"),
        ("12 000 euros", "12 000 euros", "12,000 euros"),
        ("3 500 m", "3,500 m", "3,500 m"),  # English already
        ("1,234 g", "1,234 g", "1.234 g"),
        ("les articles 3,5 et 7", "articles 3,5 and 7", "articles 3,5 and 7"),
        ("en 2024", "in 2024", "in 2024"),
        ("1 280,50 €", "1 280.50 €", "€1,280.50"),  # by halves
        ("1 280,50 €", "1,280,50 euros", "1,280.50 euros"),
        ("1 280,50 €", "1,280.50 euros", "1,280.50 euros"),
        ("1 280,50 €", "1,280.50 €", "€1,280.50"),
        ("1 280,50", "1 280.55", "1 280.55"),
        ("le 02/03 : 500 €", "on EUR 02/03: 500", "on 02/03: 500"),
        ("1 280,50 €", "1 280.500 €", "€1,280.50"),  # noughts added
        ("soit 3,50 m", "that is 3,5 m", "that is 3.50 m"),  # and dropped
        ("1 280 m", "1 280,00 m", "1,280 m"),
        ("12 345 678,9 km", "12 345 678.9 km", "12,345,678.9 km"),
        ("le 3", "the 4,5", "the 4,5"),  # not a number of the source
        ("01 23 45 67 89", "01 23 45 67 89", "01 23 45 67 89"),
        ("v1.2,3", "v1.2,3", "v1.2,3"),
    ],
)
def test_numbers_become_english_where_asked(source: str, target: str, wanted: str) -> None:
    assert through(source, target, numbers="english") == wanted


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        ("2 500,00 €", "2 500,000 €", "2 500,00 €"),
        ("1 280,50 €", "1 280.500 €", "1 280,50 €"),
        ("1 280 m", "it is 1 280,00 m long", "it is 1 280 m long"),
        ("2 500,00 €", "2,500,000 €", "2 500,00 €"),
        ("soit 3,50 m", "that is 3,5 m", "that is 3,5 m"),
        ("1 280,50 €", "1 280.50 €", "1 280.50 €"),
        ("2 500 000 € et 2 501 m", "2,500,000 € and 2 501 m", "2,500,000 € and 2 501 m"),
        ("3,5 km", "3,5 km", "3,5 km"),
    ],
)
def test_numbers_that_stay_as_they_are_get_no_more_noughts(source: str, target: str, wanted: str) -> None:
    assert through(source, target, numbers="as_is") == wanted


def test_numbers_are_in_the_way_of_the_target_where_nothing_else_is_asked_for() -> None:
    assert through("1 280,50 m", "it is 1 280,50 m long") == "it is 1,280.50 m long"


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        ("Le 2e et le 3ème", "The 2th and the 3th", "The 2nd and the 3rd"),
        ("11e, 12e, 13e, 21e, 112e", "11st, 12nd, 13rd, 21th, 112nd", "11th, 12th, 13th, 21st, 112th"),
        ("LE 2E", "THE 2TH", "THE 2ND"),
        ("le 4e", "the 4th", "the 4th"),
        ("3th est faux", "3th is wrong", "3th is wrong"),
        ("la 1.2e", "1.2th", "1.2th"),
    ],
)
def test_ordinals_have_the_ending_of_their_number(source: str, target: str, wanted: str) -> None:
    assert through(source, target) == wanted


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        ("Qui est là ? demanda-t-elle.", "Who's there?\" she asked.", "Who's there? she asked."),
        ("Il est tard, dit Paul.", "It is late,' said Paul.", "It is late, said Paul."),
        ("Qui est là ? » demanda-t-elle.", "Who's there?\" she asked.", "Who's there?\" she asked."),
        ("Qui est là ? demanda-t-elle.", '"Who\'s there?" she asked.', "Who's there? she asked."),
        ("Les chats des voisins.", "The '80s and rock 'n' roll.", "The '80s and rock 'n' roll."),
        ("Il lit « Ô ! » et dort.", 'He reads "Oh!" and sleeps.', 'He reads "Oh!" and sleeps.'),
    ],
)
def test_no_quotation_mark_is_made_up(source: str, target: str, wanted: str) -> None:
    assert through(source, target) == wanted


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        ("Votre commande n° 4512", "Your order #4512", "Your order No 4512"),
        ("La facture N°2024-117", "Invoice #2024-117", "Invoice No 2024-117"),
        ("Le lot #4 et le n° 5", "Lot #4 and #5", "Lot #4 and No 5"),
        ("La page 7", "Page #7", "Page #7"),
        ("Le n° 12", "The #123", "The #123"),
        ("Le n° 12", "C#12", "C#12"),
        ("Le contrat n° 458 712 de 1 500 €", "Contract No 458 712 of 1 500 €", "Contract No 458 712 of €1,500"),
        ("Le contrat n° 458 712", "Contract No 458,712", "Contract No 458 712"),
        ("Le contrat n° 458 712", "Contract No 1,458,712", "Contract No 1,458,712"),
    ],
)
def test_the_sign_of_a_number_is_the_target_s(source: str, target: str, wanted: str) -> None:
    assert through(source, target) == wanted


def test_numbers_of_other_languages_stay() -> None:
    unknown, canadian = find_language("xx"), find_language("fr-CA")
    target = "2 500,000"
    assert list(Typography(OutputConfig(), unknown, ENGLISH).find_figures("2 500,00", target)) == []
    assert list(Typography(OutputConfig(), canadian, ENGLISH).find_figures("2 500,00", target)) == [(0, 9, "2,500.00")]


def test_a_target_that_nobody_knows_marks_of_keeps_its_own() -> None:
    typography = Typography(OutputConfig(quotes="curly"), FRENCH, find_language("xx"))
    assert list(typography.find_marks("", '« Jes », "ne"')) == []
    assert list(typography.find_figures("1 234,5", "1 234,5 2th")) == []


def test_numbers_are_written_in_the_way_that_is_called_after_the_target_language() -> None:
    typography = Typography(OutputConfig(numbers="french"), ENGLISH, FRENCH)
    assert list(typography.find_figures("€1,234.5", "€1,234.5")) == [(1, 8, "1\u202f234,5")]
    with pytest.raises(UsageError, match=r"Unknown numbers 'english'\. Known: target, as_is, french"):
        Typography(OutputConfig(numbers="english"), ENGLISH, FRENCH)


def test_unknown_styles_are_refused() -> None:
    with pytest.raises(UsageError, match=r"Unknown quotes 'french'\. Known: straight, curly"):
        Typography(OutputConfig(quotes="french"), FRENCH, ENGLISH)


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("1 234,56", "1,234.56"),
        ("12,5", "12.5"),
        ("1\u202f234\u00a0567", "1,234,567"),
        ("12345,6", "12,345.6"),
        ("1234", "1234"),
        ("3.5", "3.5"),
        ("06 12 34 56 78", "06 12 34 56 78"),
        ("3,5,7", "3,5,7"),
        ("COVID-19", "COVID-19"),
    ],
)
def test_one_number_is_written_the_english_way(french: str, english: str) -> None:
    assert Typography(OutputConfig(), FRENCH, ENGLISH).rewrite_number(french) == english


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        ("sous le numéro 512 487 903", "under number 512,487,903", "under number 512 487 903"),
        ("Référence 456 123 789", "Reference 456,123,789", "Reference 456 123 789"),
        ("Dossier : 1 250 €", "File: €1 250", "File: €1,250"),
        ("1 venaille Zu, 29000 Quimper", "1 Chief, 29 000 Quimper", "1 Chief, 29000 Quimper"),
        ("Versé le 02/09/2024 : 200 €", "Paid on EUR 02.09.2024: 200", "Paid on 02.09.2024: 200"),
    ],
)
def test_what_is_no_amount_is_written_as_none(source: str, target: str, wanted: str) -> None:
    assert through(source, target) == wanted


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        ("Notice : zu", "Notice:user", "Notice: user"),
        ("Haut : 820 m", "Height:820 m", "Height: 820 m"),
        ("Zu : zu:zu", "Zu:zu:zu", "Zu:zu:zu"),
        ("Zu, zu", "Zu:zu", "Zu:zu"),
        ("Reste :zu jours", "You have:zu days", "You have :zu days"),
        ("Reste :zu", "You have:zuzu and x :zu", "You have:zuzu and x :zu"),
    ],
)
def test_a_colon_has_the_space_of_the_source(source: str, target: str, wanted: str) -> None:
    assert through(source, target) == wanted
