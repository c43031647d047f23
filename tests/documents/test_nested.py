"""Markdown that is nested without end is read in the time that its length takes, and its text is found."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from translate.documents.markdown.contents import iter_contents

NESTED: dict[str, Callable[[int], str]] = {
    "brackets": lambda count: "Un " + "[" * count,
    "brackets that close": lambda count: "Un " + "[" * count + "]" * count,
    "brackets beside a link of a template": lambda count: "Un [a]({{ b }}) " + "[" * count,
    "quotations": lambda count: "> " * count + "Un",
    "lists": lambda count: "- " * count + "Un",
    "numbered lists": lambda count: "1. " * count + "Un",
    "quotations of lists": lambda count: "> - " * count + "Un",
    "elements": lambda count: "<div>" * count + "Un" + "</div>" * count,
    "elements in lines": lambda count: "<div>\n" * count + "Un\n" + "</div>\n" * count,
    "inline elements": lambda count: "Un " + "<b>" * count,
    "emphasis": lambda count: "Un " + "*a **b " * count,
    "directives": lambda count: ":::note\n" * count + "Un",
    "admonitions": lambda count: "".join("    " * depth + '!!! a "Un"\n' for depth in range(count // 40)),
    "footnotes": lambda count: "[^a]: " * count + "Un",
    "definitions": lambda count: "Un\n\n: Deux\n\n" * (count // 4),
    "front matter": lambda count: "---\ntitle: " + "[" * count + "\n---\nUn",
    "tags that nobody ends": lambda count: "<p>Un\n" + "<a " * count,
    "attributes": lambda count: "# Un" + " {#a}" * count,
}


def seconds(text: str) -> float:
    start = time.process_time()
    assert any(
        content.text.startswith(("Un", "<a")) or "Un" in content.text for content in iter_contents(text, ("title",))
    )
    return time.process_time() - start


@pytest.mark.parametrize("name", NESTED)
def test_time_is_linear_in_the_length(name: str) -> None:
    make = NESTED[name]
    seconds(make(100))
    few, many = (min(seconds(make(depth)) for _ in range(3)) for depth in (1_000, 4_000))  # what else runs adds to some
    assert many < 10 * few + 0.1  # quadratic time would be 16 times as much
