"""What English makes of a French street, « rue Pasteur »: *Rue Pasteur*, *Pasteur Street*."""

from __future__ import annotations

from translate.text.streets import NAME, StreetForms

STREETS = StreetForms(made=rf"(?:[Rr]ue|[Ss]treet) {NAME}|{NAME}(?:['’]s)? (?:[Ss]treet|[Rr]ue)|{NAME}")
