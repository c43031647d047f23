"""What German calls currencies."""

from __future__ import annotations

from translate.text.amounts.currencies import CurrencyWords

_NAMES = {
    "euro": "EUR", "euros": "EUR", "dollar": "$", "us-dollar": "USD", "kanadische dollar": "CAD",
    "australische dollar": "AUD", "franken": "CHF", "pfund sterling": "GBP",
    "yen": "JPY", "yuan": "CNY", "rubel": "RUB", "rupien": "₹", "pesos": "PHP", "schwedische kronen": "SEK",
    "norwegische kronen": "NOK", "dänische kronen": "DKK", "tschechische kronen": "CZK", "zloty": "PLN",
    "forint": "HUF", "dirham": "DH", "dinar": "DT",
}  # fmt: skip
_WEAK = {
    "pfund": "£", "kronen": "kr", "cent": "EUR", "peso": "PHP",
}  # fmt: skip
CURRENCIES = CurrencyWords(_NAMES, _WEAK)
