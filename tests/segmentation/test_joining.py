"""Rule files that are joined give back every rule as it was written, whatever its characters."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.segmentation.test_srx import language_rule, rule, srx, written
from translate.data import CodeKind
from translate.errors import RuleError
from translate.segmentation.okapi import ICU_RULES
from translate.segmentation.srx import Rule, format_srx, read_srx

XML_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), max_size=8).map(
    lambda text: text.replace("\ufffe", "").replace("\uffff", "")
)
RULES = st.lists(
    st.tuples(XML_TEXT, XML_TEXT, st.sampled_from(["yes", "no"])).filter(lambda one: bool(one[0] or one[1])), max_size=4
)


def file_of(folder: Path, name: str, rules: list[tuple[str, str, str]], **more: str) -> Path:
    written_rules = [rule(escape(before), escape(after), breaks=breaks) for before, after, breaks in rules]
    path = folder / f"{name}.srx"
    maps = f'<languagemap languagepattern="{name}.*" languagerulename="{name}"/>'
    path.write_text(srx(rules=language_rule(name, *written_rules), maps=maps, **more), encoding="utf-8")
    return path


def plain(rules: tuple[Rule, ...]) -> list[Rule]:
    """Return rules without the place in their file."""
    return [replace(one, path="", line=None) for one in rules]


@settings(max_examples=40, deadline=None)
@given(RULES, RULES)
def test_what_is_read_is_what_was_written_and_joined(
    tmp_path_factory: pytest.TempPathFactory, one: list[tuple[str, str, str]], other: list[tuple[str, str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("srx")
    paths = [file_of(folder, "fr", one), file_of(folder, "en", other)]
    (folder / "all.srx").write_text(format_srx(paths), encoding="utf-8")
    joined = read_srx(folder / "all.srx")
    for name, rules, path in (("fr", one, paths[0]), ("en", other, paths[1])):
        assert [(r.before, r.after, "yes" if r.is_break else "no") for r in joined.rules[name]] == rules
        assert plain(joined.rules_for(f"{name}-XX")) == plain(read_srx(path).rules_for(f"{name}-XX"))
    (folder / "again.srx").write_text(format_srx([folder / "all.srx"]), encoding="utf-8")
    assert (folder / "again.srx").read_bytes() == (folder / "all.srx").read_bytes()


def test_the_header_is_that_of_the_first_file(tmp_path: Path) -> None:
    handles = '<formathandle type="start" include="yes"/>'
    first = file_of(tmp_path, "fr", [("a", "", "yes")], header='segmentsubflows="no" cascade="no"', handles=handles)
    second = file_of(tmp_path, "en", [("b", "", "yes")])
    (tmp_path / "all.srx").write_text(format_srx([first, second]), encoding="utf-8")
    joined = read_srx(tmp_path / "all.srx")
    assert (joined.cascades, joined.segments_subflows, joined.handles[CodeKind.START]) == (False, False, True)


def test_a_file_that_leaves_breaks_to_icu_has_its_rules_last(tmp_path: Path) -> None:
    options = '<x:options xmlns:x="http://okapi.sf.net/srx-extensions" useIcu4jBreakRules="{}"/>'
    on, off = (read_srx(written(tmp_path, srx(handles=options.format(value)))) for value in ("yes", "no"))
    assert [(r.is_break, r.before, r.after) for r in on.rules_for("fr")[-len(ICU_RULES) :]] == list(ICU_RULES)
    assert len(on.rules_for("fr")) == len(off.rules_for("fr")) + len(ICU_RULES)


@pytest.mark.parametrize(
    ("extension", "warned"),
    [
        ('<x:options xmlns:x="{ns}" oneSegmentIncludesAll="yes"/>', 'oneSegmentIncludesAll="yes" of Okapi'),
        ('<x:options xmlns:x="{ns}" treatIsolatedCodesAsWhitespace="yes"/>', "treatIsolatedCodesAsWhitespace"),
        ('<x:maskRule xmlns:x="{ns}">a+</x:maskRule>', "<maskRule> of Okapi"),
        ('<x:rangeRule xmlns:x="{ns}"> </x:rangeRule>', None),
        ('<x:options xmlns:x="{ns}" trimLeadingWhitespaces="yes" oneSegmentIncludesAll="no"/>', None),
    ],
)
def test_what_has_no_effect_here_is_warned_of(
    tmp_path: Path, extension: str, warned: str | None, caplog: pytest.LogCaptureFixture
) -> None:
    read_srx(written(tmp_path, srx(handles=extension.format(ns="http://okapi.sf.net/srx-extensions"))))
    messages = [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]
    assert (warned in "".join(messages)) if warned else not messages


def test_a_language_that_no_map_takes_is_told_which_there_are(tmp_path: Path) -> None:
    path = file_of(tmp_path, "fr", [("a", "", "yes")])
    with pytest.raises(RuleError, match=r"fr\.srx: no rules for the language 'sw'\. Its language maps: 'fr\.\*'\."):
        read_srx(path).rules_for("sw")
