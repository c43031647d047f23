"""What French calls units of measurement."""

from __future__ import annotations

from translate.text.amounts.units import UnitWords

UNITS = UnitWords(
    {
        "kilomètre": "km", "kilomètres": "km", "mètre": "m", "mètres": "m", "centimètre": "cm", "centimètres": "cm",
        "millimètre": "mm", "millimètres": "mm", "micromètre": "µm", "micromètres": "µm", "nanomètre": "nm",
        "nanomètres": "nm", "décimètre": "dm", "décimètres": "dm", "pouce": "in", "pouces": "in", "pied": "ft",
        "pieds": "ft", "yard": "yd", "yards": "yd", "mile": "mi", "miles": "mi", "mille marin": "nmi",
        "milles marins": "nmi", "mille nautique": "nmi", "milles nautiques": "nmi", "kilo": "kg", "kilos": "kg",
        "kilogramme": "kg", "kilogrammes": "kg", "gramme": "g", "grammes": "g", "milligramme": "mg",
        "milligrammes": "mg", "microgramme": "µg", "microgrammes": "µg", "tonne": "t", "tonnes": "t", "once": "oz",
        "onces": "oz", "litre": "l", "litres": "l", "centilitre": "cl", "centilitres": "cl", "décilitre": "dl",
        "décilitres": "dl", "millilitre": "ml", "millilitres": "ml", "hectolitre": "hl", "hectolitres": "hl",
        "mètre cube": "m³", "mètres cubes": "m³", "gallon": "gal", "gallons": "gal", "baril": "bbl", "barils": "bbl",
        "hectare": "ha", "hectares": "ha", "mètre carré": "m²", "mètres carrés": "m²", "kilomètre carré": "km²",
        "kilomètres carrés": "km²", "centimètre carré": "cm²", "centimètres carrés": "cm²", "acre": "acre",
        "acres": "acre", "kilomètre par heure": "km/h", "kilomètres par heure": "km/h",
        "kilomètre à l'heure": "km/h", "kilomètres à l'heure": "km/h", "nœud": "kn", "nœuds": "kn", "watt": "W",
        "watts": "W", "kilowatt": "kW", "kilowatts": "kW", "mégawatt": "MW", "mégawatts": "MW", "gigawatt": "GW",
        "gigawatts": "GW", "wattheure": "Wh", "wattheures": "Wh", "kilowattheure": "kWh", "kilowattheures": "kWh",
        "mégawattheure": "MWh", "mégawattheures": "MWh", "térawattheure": "TWh", "térawattheures": "TWh",
        "joule": "J", "joules": "J", "calorie": "cal", "calories": "cal", "kilocalorie": "kcal",
        "kilocalories": "kcal", "volt": "V", "volts": "V", "ampère": "A", "ampères": "A", "hertz": "Hz",
        "mégahertz": "MHz", "mégahertzs": "MHz", "gigahertz": "GHz", "gigahertzs": "GHz",
        "bars": "bar", "pascal": "Pa", "pascals": "Pa", "newton": "N", "newtons": "N", "octet": "B", "octets": "B",
        "kilooctet": "kB", "kilooctets": "kB", "mégaoctet": "MB", "mégaoctets": "MB", "gigaoctet": "GB",
        "gigaoctets": "GB", "téraoctet": "TB", "téraoctets": "TB", "pixel": "px", "pixels": "px", "décibel": "dB",
        "décibels": "dB", "seconde": "s", "secondes": "s", "milliseconde": "ms", "millisecondes": "ms",
        "minute": "min", "minutes": "min", "heure": "h", "heures": "h", "jour": "d", "jours": "d", "journée": "d",
        "journées": "d", "nuit": "d", "nuits": "d", "semaine": "week", "semaines": "week", "mois": "month",
        "an": "year", "ans": "year", "année": "year", "années": "year", "j": "d", "pour cent": "%",
        "pour mille": "‰", "p. 100": "%", "pourcent": "%", "degré": "°", "degrés": "°", "degré celsius": "°C",
        "degrés celsius": "°C", "degré fahrenheit": "°F", "degrés fahrenheit": "°F", "comprimé": "tablet",
        "décennie": "decade", "décennies": "decade", "siècle": "century", "siècles": "century",
        "comprimés": "tablet", "cp": "tablet", "cachet": "tablet", "cachets": "tablet", "gélule": "capsule",
        "gélules": "capsule", "capsule": "capsule", "capsules": "capsule", "goutte": "drop", "gouttes": "drop",
        "cuillère à soupe": "tbsp", "cuillères à soupe": "tbsp", "cuillerée à soupe": "tbsp",
        "cuillerées à soupe": "tbsp", "c. à soupe": "tbsp", "c. à s": "tbsp", "c.à.s.": "tbsp",
        "c à s": "tbsp", "càs": "tbsp", "cs": "tbsp", "cuil. à soupe": "tbsp",
        "cuillère à café": "tsp", "cuillères à café": "tsp", "cuillerée à café": "tsp", "cuillerées à café": "tsp",
        "c. à café": "tsp", "c. à c": "tsp", "c.à.c.": "tsp", "c à c": "tsp", "càc": "tsp", "cuil. à café": "tsp",
        "sachet": "sachet", "sachets": "sachet", "bouffée": "puff", "bouffées": "puff", "cps": "tablet",
    }
)  # fmt: skip
