"""TMX variants collected elsewhere, good and bad, and the verdict on each: units read, mended, lost, rejected."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from translate.errors import FormatError
from translate.formats import Header, Remark, Verdict, read_bitext

FOLDER = Path(__file__).parents[3] / "shared" / "tmclients" / "tmx_variants"

if not FOLDER.is_dir():
    pytest.skip("no ../shared/tmclients/tmx_variants beside the checkout", allow_module_level=True)

# By number: units read, and how many were mended, lost, rejected. All others are read in full without a remark.
EXPECTED = {
    "05": (2, "mended mended"),
    "06": (2, "mended mended"),
    "07": (2, "mended mended"),
    "08": (0, "rejected rejected"),
    "11": (2, "mended"),
    "16": (2, "mended"),
    "17": (2, "mended"),
    "26": (1, "rejected"),
    "28": (2, "mended"),
    "29": (2, "mended"),
    "30": (2, "mended"),
    "31": (2, "mended"),
    "32": (0, "rejected"),
    "33": (1, "rejected"),
    "34": (1, "rejected"),
    "35": (1, "rejected"),
    "36": (1, "rejected"),
    "37": (1, "lost"),
    "38": (1, "lost"),
    "44": (1, "mended"),
    "45": (1, "mended mended"),
    "51": (2, "mended"),
    "52": (1, "mended mended"),
}
ONE_UNIT = {"12", "13", "14", "40", "41", "42", "43", "46", "47", "48", "49"}
CUT_OFF = {"27"}


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda path: path.stem)
def test_verdict(path: Path) -> None:
    number, remarks, units = path.name[:2], list[Remark](), 0
    bitext = read_bitext(path, Header("fr", "en"), report=remarks.append)
    if number in CUT_OFF:
        with pytest.raises(FormatError, match=r":5:1: the file ends before the </tu>"):
            list(bitext.units)
        return
    units = len(list(bitext.units))
    count, verdicts = EXPECTED.get(number, (1 if number in ONE_UNIT else 2, ""))
    assert units == count
    assert Counter(remark.verdict for remark in remarks) == Counter(Verdict(word) for word in verdicts.split())
    assert all(remark.line is not None and remark.line >= 3 for remark in remarks)
