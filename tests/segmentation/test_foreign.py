"""SRX files of other tools: what Okapi adds to the format, and OmegaT's own rules where OmegaT is installed."""

from __future__ import annotations

import logging
import zipfile
from pathlib import Path

import pytest

from tests.segmentation.cases import load_cases
from translate.segmentation import load_segmenter
from translate.segmentation.srx import read_srx

OMEGAT = Path("/usr/share/omegat/OmegaT.jar")
OKAPI = """\
<srx xmlns="http://www.lisa.org/srx20" xmlns:okpsrx="http://okapi.sf.net/srx-extensions" version="2.0">
<header segmentsubflows="yes" cascade="no">
<formathandle type="start" include="no"></formathandle>
<formathandle type="end" include="yes"></formathandle>
<formathandle type="isolated" include="no"></formathandle>
<okpsrx:options oneSegmentIncludesAll="no" trimLeadingWhitespaces="no" trimTrailingWhitespaces="no"{options}/>
<okpsrx:sample language="fr" useMappedRules="yes">M. Untel est là.</okpsrx:sample>
<okpsrx:rangeRule>{range_rule}</okpsrx:rangeRule>
</header>
<body>
<languagerules>
<languagerule languagerulename="default">
<rule break="no">
<beforebreak>\\b(?:M|MM|[Vv]ol|p\\.?\\s*ex)\\.</beforebreak>
<afterbreak>\\s</afterbreak>
</rule>
<rule break="no">
<beforebreak>(?i)(https?|ftp)://[^\\s/$.?#].[^\\s]*\\?</beforebreak>
<afterbreak>[^\\s]+</afterbreak>
</rule>
{breaks}
</languagerule>
</languagerules>
<maprules>
<languagemap languagepattern=".*" languagerulename="default"></languagemap>
</maprules>
</body>
</srx>
"""
BREAKS = """\
<rule break="yes">
<beforebreak>\\w+[\\p{Pe}\\p{Po}"]*[\\.?!]+[\\p{Pe}\\p{Po}"]*</beforebreak>
<afterbreak>\\s</afterbreak>
</rule>
<rule break="yes">
<beforebreak>\\n</beforebreak>
<afterbreak></afterbreak>
</rule>"""
ICU = ' useIcu4jBreakRules="yes"'


def okapi(folder: Path, *, options: str = "", range_rule: str = "", breaks: str = "") -> Path:
    path = folder / "okapi.srx"
    path.write_text(OKAPI.format(options=options, range_rule=range_rule, breaks=breaks), encoding="utf-8")
    return path


def parts(path: Path, text: str) -> list[str]:
    return [segment.text for segment in load_segmenter("fr", path).segment(text)]


def test_a_file_as_okapi_writes_it_loads_without_a_warning(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = okapi(tmp_path, breaks=BREAKS)
    text = "M. Un part. Il prend (« oui ? ») le vol. 3.\nIl rit."
    assert parts(path, text) == ["M. Un part.", "Il prend (« oui ? ») le vol. 3.", "Il rit."]
    assert not caplog.records
    assert not read_srx(path).last_rules


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("M. Un part. Il rit ! Oui.", ["M. Un part.", "Il rit !", "Oui."]),
        ("Voir p. ex. Lyon, etc. et puis. Fin", ["Voir p. ex. Lyon, etc. et puis.", "Fin"]),
        ("Il a 3.5 kg. «Oui.» Non.", ["Il a 3.5 kg.", "«Oui.»", "Non."]),
        ("Quoi ?! Rien... Si ?", ["Quoi ?!", "Rien...", "Si ?"]),
        ("Le S.A.R. va. (Fin.) Oui", ["Le S.A.R. va.", "(Fin.)", "Oui"]),
        ("Un\nDeux\u2029Trois", ["Un", "Deux", "Trois"]),
        ("一。二！三", ["一。", "二！", "三"]),
        ("Voir http://a.fr/b?c=1.2 ici. Oui.", ["Voir http://a.fr/b?c=1.2 ici.", "Oui."]),
        ("Il part. , dit-il. Oui", ["Il part. , dit-il.", "Oui"]),
    ],
)
def test_where_okapi_leaves_the_breaks_to_icu_its_rules_apply(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert parts(okapi(tmp_path, options=ICU), text) == expected


def test_okapis_options_that_have_no_effect_are_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    options = ' treatIsolatedCodesAsWhitespace="yes"'
    with caplog.at_level(logging.WARNING):
        read_srx(okapi(tmp_path, options=options, range_rule=r"\[.*?\]", breaks=BREAKS))
    (record,) = caplog.records
    assert 'treatIsolatedCodesAsWhitespace="yes", <rangeRule> of Okapi has no effect' in record.message


@pytest.mark.skipif(not OMEGAT.exists(), reason="OmegaT is not installed")
def test_omegats_own_rules_load_and_segment(tmp_path: Path) -> None:
    path = tmp_path / "defaultRules.srx"
    with zipfile.ZipFile(OMEGAT) as jar:
        path.write_bytes(jar.read("org/omegat/core/segmentation/defaultRules.srx"))
    assert parts(path, "M. Dupont est venu. Il rit.") == ["M. Dupont est venu.", "Il rit."]
    for language in ("fr", "en", "de", "ja"):
        load_segmenter(language, path).segment(" ".join(case.text for case in load_cases("fr")))
