"""Tags of templates within a text enclose words or part them; those that stand for a word are no codes."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from translate.config import DocumentConfig
from translate.data import Block
from translate.documents import READERS

IF, END = ("{% if a %}", "start"), ("{% endif %}", "end")


def blocks(folder: Path, text: str) -> list[Block]:
    (folder / "a.md").write_text(text, encoding="utf-8")
    read = READERS.load("markdown").read(folder / "a.md", name="a.md", language="fr", config=DocumentConfig())
    return [block for block in read.blocks if block.text]


def shown(block: Block) -> list[tuple[str, str]]:
    return [(block.text[code.start : code.end], code.kind.value) for code in block.codes]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Un {% if a %}mot{% endif %} ici", [IF, END]),
        ("Un {%- if a -%}mot{%- endif -%} ici", [("{%- if a -%}", "start"), ("{%- endif -%}", "end")]),
        ("Un {% if a %}**mot**{% endif %} ici", [IF, ("**", "start"), ("**", "end"), END]),
        (
            "Un **{% if a %}mot** de plus{% endif %} ici",
            [("**", "start"), (IF[0], "isolated"), ("**", "end"), (END[0], "isolated")],
        ),
        ("Un {{< note >}}mot{{< /note >}} ici", [("{{< note >}}", "start"), ("{{< /note >}}", "end")]),
        ("Vaut {% raw %}{{ y }}{% endraw %} ici", [("{% raw %}{{ y }}{% endraw %}", "isolated")]),
        ("Un {% data a %} et {{< ref b >}} et {{ c }}", []),
        ("Un {% if a %}mot", []),
        ("Un {% raw %}mot", []),
    ],
)
def test_tags_with_another_half_are_pairs(text: str, codes: list[tuple[str, str]], tmp_path: Path) -> None:
    (block,) = blocks(tmp_path, text)
    assert shown(block) == codes


def test_a_tag_between_two_texts_parts_them(tmp_path: Path) -> None:
    found = blocks(tmp_path, "{% if a %}Bonjour à tous{% else %}Salut{% endif %} et merci.")
    assert [block.text for block in found] == ["Bonjour à tous", "Salut{% endif %} et merci."]
    assert [shown(block) for block in found] == [[], [("{% endif %}", "isolated")]]


@pytest.mark.parametrize("tag", ["{% if a %}", "{% endif %}", "{{< a >}}", "{% raw %}", "{% else %}"])
def test_many_tags_take_no_longer_than_their_number(tag: str, tmp_path: Path) -> None:
    start = process_time()
    blocks(tmp_path, f"un {tag * 3_000} deux")
    assert process_time() - start < 3
