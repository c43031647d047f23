"""Endings of formats that LibreOffice converts: each to the newer one that is read, translated and written."""

from __future__ import annotations

NEWER = {
    **dict.fromkeys((".doc", ".dot", ".rtf", ".wps", ".wpd"), ".docx"),
    **dict.fromkeys((".xls", ".xlt", ".xlsb"), ".xlsx"),
    **dict.fromkeys((".ppt", ".pps", ".pot"), ".pptx"),
    ".sxw": ".odt", ".sxc": ".ods", ".sxi": ".odp",
}  # fmt: skip
"""In small letters."""
SHARED = {".pot": b"\xd0\xcf\x11\xe0"}
"""Endings that files of another kind have too, and how those of the older format begin."""
SAVED_AS = {".pages": ".docx", ".numbers": ".xlsx", ".key": ".pptx"}
"""Endings of formats that only the program of their user can save as another one."""
