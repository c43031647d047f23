"""What French calls currencies."""

from __future__ import annotations

from translate.text.amounts.currencies import CurrencyWords

_NAMES = {
    "euro": "EUR", "euros": "EUR", "dollar": "$", "dollars": "$", "dollars américains": "USD",
    "dollars canadiens": "CAD", "dollars australiens": "AUD", "dollars de hong kong": "HKD",
    "dollars américain": "USD", "dollar américain": "USD", "dollar canadien": "CAD", "dollar australien": "AUD",
    "francs": "F", "francs suisses": "CHF", "franc suisse": "CHF", "francs cfa": "FCFA", "franc cfa": "FCFA",
    "francs français": "FRF", "francs belges": "BEF", "livres sterling": "GBP", "livre sterling": "GBP",
    "livres égyptiennes": "EGP", "livres libanaises": "LBP", "livres turques": "TRY", "livre turque": "TRY",
    "yen": "JPY", "yens": "JPY", "yuan": "CNY", "yuans": "CNY", "rouble": "RUB", "roubles": "RUB", "roupie": "₹",
    "roupies": "₹", "pesos": "PHP", "couronnes suédoises": "SEK", "couronnes norvégiennes": "NOK",
    "couronnes danoises": "DKK", "couronnes tchèques": "CZK", "dirhams": "DH", "dinars": "DT", "zloty": "PLN",
    "zlotys": "PLN", "forints": "HUF", "shekels": "ILS", "bitcoins": "BTC", "reais": "BRL", "bahts": "THB",
    "wons": "KRW", "rands": "ZAR", "hryvnias": "UAH",
}  # fmt: skip
_WEAK = {
    "livre": "£", "livres": "£", "couronne": "kr", "couronnes": "kr", "franc": "F", "peso": "PHP", "dirham": "DH",
    "dinar": "DT", "real": "BRL", "centime": "EUR", "centimes": "EUR", "won": "KRW", "cents": "$", "bitcoin": "BTC",
    "rial": "IRR",
}  # fmt: skip
CURRENCIES = CurrencyWords(_NAMES, _WEAK)
