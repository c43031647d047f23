"""What English writes before the number of an invoice."""

from __future__ import annotations

from translate.text.numbers.number_signs import NumberSign

NUMBER_SIGN = NumberSign(read="no\\.?|number", written="No")
