"""Words tell topics, whole or by their beginnings, and every topic that a sense names is told by some."""

from __future__ import annotations

from translate.alignment.dictionary import find_dictionary
from translate.alignment.shipped import FOLDER
from translate.alignment.topics import Topics

LINES = ["# a comment", "kitchen\tfarine mijot- sel", "car\tmoteur- sel"]


def test_a_word_tells_its_topics_whole_or_by_its_beginning() -> None:
    topics = Topics(LINES)
    assert topics.of("farine") == {"kitchen"}
    assert topics.of("sel") == {"kitchen", "car"}
    assert topics.of("moteurs") == topics.of("moteur") == {"car"}
    assert topics.of("mijoter") == {"kitchen"}


def test_other_words_tell_none() -> None:
    topics = Topics(LINES)
    assert topics.of("selle") == topics.of("mij") == topics.of("") == topics.of("comment") == frozenset()


def test_every_topic_of_a_sense_is_told_by_some_word() -> None:
    dictionary = find_dictionary("fr", "en")
    assert dictionary is not None
    lines = (FOLDER / "fr-en.topics.tsv").read_text(encoding="utf-8").splitlines()
    told = {line.partition("\t")[0] for line in lines if not line.startswith("#")}
    named = {topic for senses in dictionary.senses.values() for sense in senses for topic in sense.topics}
    assert named == told


def test_no_topic_has_a_word_twice() -> None:
    for line in (FOLDER / "fr-en.topics.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        words = line.partition("\t")[2].split(" ")
        assert len(words) == len(set(words)), line.partition("\t")[0]
