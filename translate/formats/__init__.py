"""Bilingual file formats: each reads and writes a bitext, in one file a format."""

from translate.formats.base import Format
from translate.registry import Registry

FORMATS: Registry[Format] = Registry(
    "format",
    {
        "tmx": "translate.formats.tmx:FORMAT",
        "json": "translate.formats.json:FORMAT",
        "tsv": "translate.formats.tabular:FORMAT",
        "moses": "translate.formats.moses:FORMAT",
    },
)
