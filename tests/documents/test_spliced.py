"""Whatever a paragraph is made of, and wherever its codes come to stand, what is written is whole."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.documents.packages import read, write_word
from translate.data import Block, CodeKind, InlineCode
from translate.documents.rewriting import rewrite
from translate.documents.splice import Splice
from translate.documents.spliced import SplicedBlock

_TEXTS = st.sampled_from(["un ", "deux", " trois", "&amp;", " ", "été. ", "a\u00a0b"])
_LOOKS = st.sampled_from(
    ["", "<w:rPr><w:b/></w:rPr>", "<w:rPr><w:i/></w:rPr>", '<w:rPr><w:lang w:val="fr-FR"/></w:rPr>']
)
_MARKS = st.sampled_from(
    [
        "<w:tab/>", "<w:br/>", '<w:footnoteReference w:id="1"/>', "<w:softHyphen/>", "<w:noBreakHyphen/>",
        "<w:lastRenderedPageBreak/>", "<w:drawing/>", "<w:t>x</w:t>",
    ]
)  # fmt: skip
_RUNS = st.builds(
    lambda look, parts: f"<w:r>{look}{''.join(parts)}</w:r>",
    _LOOKS,
    st.lists(_MARKS | _TEXTS.map(lambda text: f'<w:t xml:space="preserve">{text}</w:t>'), max_size=3),
)
_OTHERS = st.sampled_from(['<w:bookmarkStart w:id="7" w:name="a"/>', '<w:proofErr w:type="spellStart"/>', "<m:oMath/>"])
_CONTENT = st.recursive(
    st.lists(_RUNS | _OTHERS, max_size=4).map("".join),
    lambda inner: st.tuples(st.sampled_from(["hyperlink", "ins", "smartTag"]), inner, inner).map(
        lambda one: f"<w:{one[0]}>{one[1]}</w:{one[0]}>{one[2]}"
    ),
    max_leaves=4,
)
_KEPT = re.compile(r"<w:(?:footnoteReference|drawing|bookmarkStart|hyperlink|ins|smartTag|tab|br)\b[^>]*>|<m:oMath/>")
SLOW = settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=150)


def blocks_of(folder: Path, content: str) -> tuple[bytes, list[SplicedBlock]]:
    path = write_word(folder / "a.docx", f"<w:p>{content}</w:p>")
    document = read(path, "docx")
    blocks = [block for block in document.blocks if isinstance(block, SplicedBlock)]

    with ZipFile(path) as archive:
        return archive.read("word/document.xml"), blocks


def shown(xml: str) -> str:
    root = ElementTree.fromstring(xml)
    return "".join(node.text or "" for node in root.iter() if node.tag.endswith("}t"))


@SLOW
@given(content=_CONTENT)
def test_an_unchanged_paragraph_writes_nothing(tmp_path: Path, content: str) -> None:
    _, blocks = blocks_of(tmp_path, content)
    assert [rewrite(block, block.text, block.codes) for block in blocks] == [None] * len(blocks)


@SLOW
@given(content=_CONTENT)
def test_a_text_of_the_same_length_stays_in_its_runs(tmp_path: Path, content: str) -> None:
    data, blocks = blocks_of(tmp_path, content)
    splice = Splice()
    for block in blocks:
        written = rewrite(block, turned(block), block.codes)
        if written is not None:
            splice.replace(*block.place, written)
    after = splice.apply(data).decode()
    assert marks(after) == marks(data.decode())
    assert len(shown(after)) == len(shown(data.decode()))
    assert not any(letter in shown(after) for block in blocks for letter in "utd" if letter in plain(block))


@SLOW
@given(content=_CONTENT, data=st.data())
def test_every_code_is_written_once_wherever_it_stands(tmp_path: Path, content: str, data: st.DataObject) -> None:
    source, blocks = blocks_of(tmp_path, content)
    splice = Splice()
    for block in blocks:
        text, codes = data.draw(_placed(block))
        written = rewrite(block, text, codes)
        if written is not None:
            splice.replace(*block.place, written)
    after = splice.apply(source).decode()
    ElementTree.fromstring(after)
    assert sorted(marks(after)) == sorted(marks(source.decode()))


@SLOW
@given(content=_CONTENT, data=st.data())
def test_codes_of_elsewhere_lose_nothing(tmp_path: Path, content: str, data: st.DataObject) -> None:
    """A memory gives codes of other names, too few, too many, or crossed."""
    source, blocks = blocks_of(tmp_path, content)
    splice = Splice()
    for block in blocks:
        codes = data.draw(st.permutations([*block.codes, InlineCode(0, 0, CodeKind.END, 9, "x", "9")]))
        some = [replace(code, start=0, end=0, id=data.draw(st.sampled_from(["", code.id, "1"]))) for code in codes]
        written = rewrite(block, "Another text", some[: data.draw(st.integers(0, len(some)))])
        if written is not None:
            splice.replace(*block.place, written)
    after = splice.apply(source).decode()
    ElementTree.fromstring(after)
    assert sorted(marks(after)) == sorted(marks(source.decode()))
    assert shown(after).count("Another text") == len(blocks)


def marks(xml: str) -> list[str]:
    return _KEPT.findall(xml)


def plain(block: Block) -> str:
    """The text of a block without what its codes show."""
    text = block.text
    for code in reversed(block.codes):
        text = text[: code.start] + text[code.end :]
    return text


def turned(block: Block) -> str:
    """The text of a block with other letters in place of some, but in its codes."""
    within = {place for code in block.codes for place in range(code.start, code.end)}
    other = str.maketrans("utd", "xyz")
    return "".join(sign if place in within else sign.translate(other) for place, sign in enumerate(block.text))


@st.composite
def _placed(draw: st.DrawFn, block: SplicedBlock) -> tuple[str, list[InlineCode]]:
    """Draw a target for a block, with its codes at any places where pairs do not cross."""
    words = draw(st.lists(st.sampled_from(["one", "two ", " three", "&", "<b>"]), max_size=5))
    text, codes = "", []
    left = [code for code in block.codes if code.kind is not CodeKind.END]
    left = draw(st.permutations(left)) if left else []
    ends: list[InlineCode] = []
    for word in [*words, ""]:
        text += word
        while left and (word == "" or draw(st.booleans())):
            code = left.pop()
            native = block.text[code.start : code.end]
            codes.append(replace(code, start=len(text), end=len(text) + len(native)))
            text += native
            if code.kind is CodeKind.START:
                ends.append(code)
        while ends and (word == "" or draw(st.booleans())):
            codes.append(replace(ends.pop(), start=len(text), end=len(text), kind=CodeKind.END))
    return text, codes
