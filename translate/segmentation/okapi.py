"""What Okapi adds to SRX files, in a namespace of its own: the rules that an option stands for, and what has no effect.

Okapi's own default file leaves the breaks to ICU (`useIcu4jBreakRules`), which follows Unicode Standard Annex #29, and
holds little but exceptions. So the annex's rules for sentences are written here as SRX rules, to be tried last.
"""

from __future__ import annotations

import logging

from lxml import etree

NAMESPACE = "http://okapi.sf.net/srx-extensions"
_TAG = f"{{{NAMESPACE}}}"
_log = logging.getLogger(__name__)
_END = r"[\p{SB=STerm}\p{SB=ATerm}]\p{SB=Close}{0,9}"
_NO_LETTER_NO_END = (
    r"[^\p{SB=OLetter}\p{SB=Upper}\p{SB=Lower}\p{SB=Sep}\p{SB=CR}\p{SB=LF}\p{SB=STerm}\p{SB=ATerm}]{0,50}"
)
ICU_RULES = (
    (False, r"\p{SB=ATerm}", r"\p{SB=Numeric}"),  # SB6
    (False, r"[\p{SB=Upper}\p{SB=Lower}]\p{SB=ATerm}", r"\p{SB=Upper}"),  # SB7
    (False, r"\p{SB=ATerm}\p{SB=Close}{0,9}", r"\p{SB=Sp}{0,9}" + _NO_LETTER_NO_END + r"\p{SB=Lower}"),  # SB8
    (False, _END, r"\p{SB=Sp}{0,9}[\p{SB=SContinue}\p{SB=STerm}\p{SB=ATerm}]"),  # SB8a
    (False, _END, r"\p{SB=Close}"),  # SB9
    (True, _END, ""),  # SB11, before the spaces, where the exceptions of SRX files look
    (True, r"[\p{SB=Sep}\p{SB=CR}\p{SB=LF}]", ""),  # SB4
)
"""Whether it breaks, before, after: sentence boundaries of UAX #29, without its marks that combine."""
_WITHOUT_EFFECT = {"oneSegmentIncludesAll": "no", "treatIsolatedCodesAsWhitespace": "no"}


def leaves_breaks_to_icu(header: etree._Element, path: str) -> bool:
    """Tell whether the option is on; warn of others that change segments in Okapi, and have no effect here."""
    options = header.find(f"{_TAG}options")
    ignored = []
    for name, harmless in _WITHOUT_EFFECT.items():
        value = harmless if options is None else options.get(name, harmless)
        if value != harmless:
            ignored.append(f'{name}="{value}"')
    for name in ("rangeRule", "maskRule"):
        element = header.find(f"{_TAG}{name}")
        if element is not None and (element.text or "").strip():
            ignored.append(f"<{name}>")
    if ignored:
        _log.warning("%s: %s of Okapi has no effect; segments may differ from Okapi's.", path, ", ".join(ignored))
    return options is not None and options.get("useIcu4jBreakRules") == "yes"
