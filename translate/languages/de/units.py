"""What German calls units of measurement."""

from __future__ import annotations

from translate.text.amounts.units import UnitWords

UNITS = UnitWords(
    {
        "kilometer": "km", "meter": "m", "zentimeter": "cm", "millimeter": "mm", "zoll": "in", "fuß": "ft",
        "meile": "mi", "meilen": "mi", "kilo": "kg", "kilogramm": "kg", "gramm": "g", "milligramm": "mg",
        "mikrogramm": "µg", "tonne": "t", "tonnen": "t", "pfund": "lb", "liter": "l", "zentiliter": "cl",
        "milliliter": "ml", "kubikmeter": "m³", "hektar": "ha", "quadratmeter": "m²", "quadratkilometer": "km²",
        "kilometer pro stunde": "km/h", "stundenkilometer": "km/h", "watt": "W", "kilowatt": "kW", "megawatt": "MW",
        "gigawatt": "GW", "kilowattstunden": "kWh", "kilowattstunde": "kWh", "volt": "V", "ampere": "A",
        "hertz": "Hz", "sekunde": "s", "sekunden": "s", "minute": "min", "minuten": "min", "stunde": "h",
        "stunden": "h", "tag": "d", "tage": "d", "tagen": "d", "woche": "week", "wochen": "week", "monat": "month",
        "monate": "month", "monaten": "month", "jahr": "year", "jahre": "year", "jahren": "year", "prozent": "%",
        "prozentpunkte": "%", "grad": "°", "grad celsius": "°C", "tablette": "tablet", "tabletten": "tablet",
        "kapsel": "capsule", "kapseln": "capsule", "tropfen": "drop",
    }
)  # fmt: skip
