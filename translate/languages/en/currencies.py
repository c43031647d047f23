"""What English calls currencies."""

from __future__ import annotations

from translate.text.amounts.currencies import CurrencyWords

_NAMES = {
    "euro": "EUR", "euros": "EUR", "dollar": "$", "dollars": "$", "us dollars": "USD", "us dollar": "USD",
    "american dollars": "USD", "canadian dollars": "CAD", "canadian dollar": "CAD", "australian dollars": "AUD",
    "australian dollar": "AUD", "hong kong dollars": "HKD", "bucks": "$", "francs": "F", "swiss francs": "CHF",
    "swiss franc": "CHF", "cfa francs": "FCFA", "cfa franc": "FCFA", "francs cfa": "FCFA", "french francs": "FRF",
    "belgian francs": "BEF", "pounds sterling": "GBP", "pound sterling": "GBP", "british pounds": "GBP",
    "egyptian pounds": "EGP", "lebanese pounds": "LBP", "turkish lira": "TRY", "turkish liras": "TRY", "yen": "JPY",
    "yuan": "CNY", "yuans": "CNY", "renminbi": "CNY", "rouble": "RUB", "roubles": "RUB", "ruble": "RUB",
    "rubles": "RUB",
    "rupee": "₹", "rupees": "₹", "pesos": "PHP", "swedish kronor": "SEK", "swedish krona": "SEK",
    "norwegian kroner": "NOK", "danish kroner": "DKK", "czech crowns": "CZK", "czech koruna": "CZK", "dirhams": "DH",
    "dinars": "DT", "zloty": "PLN", "zlotys": "PLN", "zlotych": "PLN", "forints": "HUF", "forint": "HUF",
    "shekels": "ILS", "bitcoins": "BTC", "reais": "BRL", "baht": "THB", "rand": "ZAR", "rands": "ZAR",
    "hryvnias": "UAH",
}  # fmt: skip
_WEAK = {
    "pound": "£", "pounds": "£", "quid": "£", "pence": "£", "crown": "kr", "crowns": "kr", "kroner": "kr",
    "kronor": "kr", "franc": "F", "peso": "PHP", "dirham": "DH", "dinar": "DT", "real": "BRL", "cent": "EUR",
    "cents": "EUR", "won": "KRW", "bitcoin": "BTC", "sterling": "£", "buck": "$", "greenback": "$", "rial": "IRR",
    "rials": "IRR",
}  # fmt: skip
CURRENCIES = CurrencyWords(_NAMES, _WEAK)
