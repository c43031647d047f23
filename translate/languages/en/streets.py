"""What English makes of a French street or building, « rue Pasteur »: *Rue Pasteur*, *Pasteur Street*."""

from __future__ import annotations

from translate.text.proper_names.streets import ANY, NAME, StreetForms


def _made(*kinds: str) -> str:
    first = "|".join(f"[{kind[0].upper()}{kind[0]}]{kind[1:]}" for kind in kinds)
    return rf"(?:{first}) {NAME}|{NAME}(?:['’]s)? (?:{first})|{NAME}"


STREETS = StreetForms(
    made={
        "rue": _made("rue", "street"),
        "gare": _made("gare", "station", "railway station", "train station"),
        "pont": _made("pont", "bridge"),
        "jardin": _made("jardin", "garden", "gardens"),
        ANY: NAME,
    }
)
