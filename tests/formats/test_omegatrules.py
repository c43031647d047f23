"""Rules of segmentation become the bean that OmegaT reads: all maps, each with its rules in their order."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from translate.formats.omegatrules import format_rules
from translate.formats.xmltext import XmlFaultError

SRX = """<?xml version="1.0" encoding="UTF-8"?>
<!-- rules -->
<srx xmlns="http://www.lisa.org/srx20" version="2.0"><header segmentsubflows="yes" cascade="yes"/>
<body><languagerules>
<languagerule languagerulename="French">
<rule break="no"><beforebreak>\\bM\\.</beforebreak><afterbreak>\\s</afterbreak></rule>
<rule break="yes"><beforebreak>[.?!&amp;]</beforebreak><afterbreak>\\s&lt;</afterbreak></rule>
</languagerule>
<languagerule languagerulename="Default"><rule><beforebreak>\\n</beforebreak></rule></languagerule>
</languagerules>
<maprules><languagemap languagepattern="[Ff][Rr].*" languagerulename="French"/>
<languagemap languagepattern=".*" languagerulename="Default"/></maprules></body></srx>
"""


def values(element: ElementTree.Element, name: str) -> list[str]:
    """Return the strings of all properties of this name, in order."""
    return [found[0].text or "" for found in element.iter("void") if found.get("property") == name]


def test_each_map_has_its_pattern_and_its_rules() -> None:
    root = ElementTree.fromstring(format_rules(SRX))
    assert values(root, "language") == ["French", "Default"]
    assert values(root, "pattern") == ["[Ff][Rr].*", ".*"]
    assert values(root, "breakRule") == ["false", "true", "true"]
    assert values(root, "beforebreak") == ["\\bM\\.", "[.?!&]", "\\n"]
    assert values(root, "afterbreak") == ["\\s", "\\s<", ""]
    assert root.get("class") == "java.beans.XMLDecoder"


def test_rules_stand_within_the_map_that_names_them() -> None:
    root = ElementTree.fromstring(format_rules(SRX))
    maps = [found for found in root.iter("object") if (found.get("class") or "").endswith(".MapRule")]
    assert [values(found, "beforebreak") for found in maps] == [["\\bM\\.", "[.?!&]"], ["\\n"]]


def test_two_maps_may_share_their_rules() -> None:
    twice = SRX.replace("<maprules>", '<maprules><languagemap languagepattern="BR.*" languagerulename="French"/>')
    root = ElementTree.fromstring(format_rules(twice))
    assert values(root, "pattern") == ["BR.*", "[Ff][Rr].*", ".*"]
    assert values(root, "breakRule") == ["false", "true"] * 2 + ["true"]


def test_rules_that_are_not_well_formed_are_refused() -> None:
    with pytest.raises(XmlFaultError, match="mismatched tag"):
        format_rules(SRX.replace("</maprules>", ""))
