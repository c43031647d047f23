"""Stories of InDesign: a paragraph ends at `Br`, and is written within the ranges that it shares with others."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from translate.config import DocumentConfig
from translate.data import Document
from translate.documents import READERS

RANGE, BOLD = "<CharacterStyleRange>", '<CharacterStyleRange FontStyle="Bold">'
END = "</CharacterStyleRange>"


def snippet(body: str, more: str = "") -> str:
    story = f'<Story Self="u1"><ParagraphStyleRange>{body}</ParagraphStyleRange></Story>'
    return f'<Document Self="d">{more}{story}</Document>'


def document_of(body: str, folder: Path, more: str = "", **config: object) -> Document:
    path = folder / "a.idms"
    path.write_text(snippet(body, more), "utf-8")
    settings = DocumentConfig(**config)  # type: ignore[arg-type]
    return READERS.load("indesign").read(path, name=path.name, language="fr", config=settings)


def said(body: str, folder: Path, say: dict[str, str]) -> str:
    """Return the ranges of a story with other texts; codes stand at the same shares of them."""
    document = document_of(body, folder)
    made = folder / "made.idms"
    with READERS.load("indesign").rebuild(document, made, language="en") as rebuilder:
        for block in document.blocks:
            text = say.get(block.text, block.text)
            share = len(text) / len(block.text)
            codes = tuple(replace(c, start=round(c.start * share), end=round(c.end * share)) for c in block.codes)
            rebuilder.write(block, text, codes)
    content = made.read_text("utf-8")
    etree.fromstring(content.encode())
    head, tail = snippet("|").split("|")
    assert content.startswith(head) and content.endswith(tail)
    return content.removeprefix(head).removesuffix(tail)


PARAGRAPHS = {
    "a range of its own": (
        f"{RANGE}<Content>Un mot.</Content>{END}",
        f"{RANGE}<Content>One more word.</Content>{END}",
    ),
    "within a range": (
        f"{RANGE}<Content>Deux.</Content><Br/><Content>Un mot.</Content><Br/><Content>Trois.</Content>{END}",
        f"{RANGE}<Content>Deux.</Content><Br/><Content>One more word.</Content><Br/><Content>Trois.</Content>{END}",
    ),
    "from one range into another": (
        f"{RANGE}<Content>2.</Content><Br/><Content>Un </Content>{END}{BOLD}<Content>mot.</Content><Br/>{END}",
        f"{RANGE}<Content>2.</Content><Br/><Content>One mo</Content>{END}{BOLD}<Content>re word.</Content><Br/>{END}",
    ),
    "with its properties": (
        f"{RANGE}<Properties><A/></Properties><Content>Un mot.</Content>{END}",
        f"{RANGE}<Properties><A/></Properties><Content>One more word.</Content>{END}",
    ),
    "behind a sign of the program": (
        f"{RANGE}<Content><?ACE 4?>\tUn mot.</Content><Br/>{END}",
        f"{RANGE}<Content><?ACE 4?>\tOne more word.</Content><Br/>{END}",
    ),
    "within a link": (
        f'{RANGE}<HyperlinkTextSource Self="h"><Content>Un mot.</Content></HyperlinkTextSource><Br/>{END}',
        f'{RANGE}<HyperlinkTextSource Self="h"><Content>One more word.</Content></HyperlinkTextSource><Br/>{END}',
    ),
}


@pytest.mark.parametrize(("before", "after"), PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_a_paragraph_is_written_in_its_ranges(before: str, after: str, tmp_path: Path) -> None:
    assert said(before, tmp_path, {"Un mot.": "One more word."}) == after


def test_a_link_at_the_end_of_a_paragraph_leaves_its_range_open(tmp_path: Path) -> None:
    link = '<HyperlinkTextSource Self="h">{}</HyperlinkTextSource>'
    before = f"{RANGE}<Content>Voir </Content>{link.format('<Content>ici</Content>')}<Br/>{END}"
    made = said(before, tmp_path, {"Voir ici": "Please see here now"})
    assert etree.fromstring(f"<a>{made}</a>").xpath("string()") == "Please see here now"
    inner = etree.fromstring(f"<a>{made}</a>").xpath("//HyperlinkTextSource//Content/text()")
    assert "".join(inner) and "Please" not in "".join(inner)
    assert made.endswith(f"<Br/>{END}")


def test_what_stands_in_a_sentence_stays_in_it_once(tmp_path: Path) -> None:
    note = f"<Footnote><ParagraphStyleRange>{RANGE}<Content>Une note.</Content>{END}</ParagraphStyleRange></Footnote>"
    before = f"{RANGE}<Content>Un mot</Content>{note}<Content> et <?ACE 18?> la suite.</Content><Br/>{END}"
    made = said(before, tmp_path, {"Un mot et  la suite.": "A word and what follows it.", "Une note.": "A note here."})
    root = etree.fromstring(f"<a>{made}</a>")
    assert len(root.xpath("//Footnote")) == 1 and made.count("<?ACE 18?>") == 1
    assert root.xpath("string(//Footnote)") == "A note here."
    assert all(one.getparent().tag == "Content" for one in root.xpath("//processing-instruction()"))
    assert all(one.getparent().tag == "CharacterStyleRange" for one in root.xpath("//Content"))


def test_ranges_that_look_alike_are_one_text(tmp_path: Path) -> None:
    (block,) = document_of(f"{RANGE}<Content>Un </Content>{END}{RANGE}<Content>mot.</Content>{END}", tmp_path).blocks
    assert (block.text, block.codes) == ("Un mot.", ())


def test_what_nobody_sees_is_kept_and_counted(tmp_path: Path) -> None:
    hidden = f"<HiddenText>{RANGE}<Content>Un secret.</Content>{END}</HiddenText>"
    gone = '<Change ChangeType="DeletedText"><Content>Parti.</Content></Change>'
    body = f"{RANGE}<Content>Un mot.</Content>{hidden}{gone}{END}"
    document = document_of(body, tmp_path)
    assert [block.text for block in document.blocks] == ["Un mot."]
    assert "1 hidden text kept as it is" in list(document.notices)
    frame = '<Layer Self="L" Visible="false"/><TextFrame ParentStory="u1" ItemLayer="L"/>'
    assert list(document_of(body, tmp_path, frame).blocks) == []
    assert [block.text for block in document_of(body, tmp_path, frame, include=("hidden",)).blocks] == ["Un mot."]


def test_what_is_skipped_is_not_offered(tmp_path: Path) -> None:
    flow = f"<ParagraphStyleRange>{RANGE}<Content>{{}}</Content>{END}</ParagraphStyleRange>"
    notes = f"<Footnote>{flow.format('Un pied.')}</Footnote><Note>{flow.format('Un avis.')}</Note>"
    body = f"{RANGE}<Content>Un mot.</Content>{notes}{END}"
    assert [block.text for block in document_of(body, tmp_path).blocks] == ["Un mot.", "Un pied.", "Un avis."]
    document = document_of(body, tmp_path, skip=("notes", "comments"))
    assert [block.text for block in document.blocks] == ["Un mot."]
