"""Small PDFs, made of texts at places in Helvetica: what a test says stands on a page, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

A4 = 595, 842
_FONTS = ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique")


@dataclass(frozen=True)
class At:
    """A text, its left edge and baseline in points, and its look; `turn` is a matrix such as `0 1 -1 0`."""

    x: float
    y: float
    text: str
    size: float = 11
    font: int = 0
    turn: str = "1 0 0 1"


@dataclass(frozen=True)
class Rule:
    """A thin line from one place to another."""

    x: float
    y: float
    to_x: float
    to_y: float


@dataclass(frozen=True)
class Picture:
    """A grey picture over the whole page, as of a scan."""


Drawn = At | Rule | Picture


def lines(x: float, y: float, *texts: str, size: float = 11, leading: float = 13, font: int = 0) -> list[Drawn]:
    """Return lines of text, one below the other."""
    return [At(x, y - leading * number, text, size, font) for number, text in enumerate(texts)]


def write_pdf(path: Path, *pages: Sequence[Drawn], title: str = "") -> Path:
    """Write a PDF of pages of A4."""
    kids = [4 + len(_FONTS) + 2 * number for number in range(len(pages))]
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(f'{kid} 0 R' for kid in kids)}]>>".encode(),
        f"<</Title({title})>>".encode("cp1252"),
        *(f"<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>".encode() for name in _FONTS),
    ]
    fonts = "".join(f"/F{number} {4 + number} 0 R" for number in range(len(_FONTS)))
    for number, page in enumerate(pages):
        content = b"\n".join(map(_drawn, page))
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {A4[0]} {A4[1]}]/Contents {kids[number] + 1} 0 R"
            f"/Resources<</Font<<{fonts}>>>>>>".encode()
        )
        objects.append(f"<</Length {len(content)}>>stream\n".encode() + content + b"\nendstream")
    path.write_bytes(_file(objects))
    return path


def _drawn(drawn: Drawn) -> bytes:
    if isinstance(drawn, Picture):
        return f"q {A4[0]} 0 0 {A4[1]} 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q".encode("latin-1")
    if isinstance(drawn, Rule):
        return f"{drawn.x} {drawn.y} m {drawn.to_x} {drawn.to_y} l S".encode()
    text = drawn.text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("cp1252")
    head = f"BT /F{drawn.font} {drawn.size} Tf {drawn.turn} {drawn.x} {drawn.y} Tm ("
    return head.encode() + text + b") Tj ET"


def _file(objects: Sequence[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    trailer = f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R/Info 3 0 R>>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode() + table + trailer.encode()
