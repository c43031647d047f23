"""Documents of older formats: LibreOffice converts them, where it is installed, to those that are read.

It runs without a window, with a profile of its own that lets no macro run and no link be followed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

from translate.config import DocumentConfig
from translate.documents.archives.converted import ConvertedReader
from translate.documents.encoding import refuse_known_binary
from translate.documents.older import NEWER
from translate.errors import DocumentError

_PROGRAMS = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)
"""Where it is installed without being in the search path."""
_SIGNATURES = (b"\xd0\xcf\x11\xe0", b"{\\rtf", b"PK\x03\x04", b"\xffWPC", b"<?xml", b"\x31\xbe")
"""How documents of these formats begin, and what other programs save under their endings."""
_OLE = _SIGNATURES[0]
_STREAMS = ("WordDocument", "Workbook", "Book", "PowerPoint Document", "CONTENTS", "MatOST", "MM")
"""Parts that an OLE container of an office program has one of."""
_ENCRYPTED = "EncryptedPackage"
_START_BYTES = 64
_DATE = (1980, 1, 1, 0, 0, 0)
_KILL = 9
_OWN_GROUP: dict[str, Any] = {"start_new_session": True} if hasattr(os, "killpg") else {}
"""Has what it starts end with it."""
_MEGABYTE = 1_000_000
_SETTING = '<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
_SETTINGS = (
    ("/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("/org.openoffice.Office.Calc/Content/Update", "Link", "1"),
    ("/org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)
"""Nothing in a document is run, and nothing is fetched: a proxy that is none takes what would be."""


def find_office() -> str | None:
    """Return the program of LibreOffice; None where it is not installed."""
    found = (shutil.which(program) for program in _PROGRAMS)
    return next((path for path in found if path), next((place for place in _PLACES if Path(place).exists()), None))


class OfficeReader(ConvertedReader):
    """Reader of older formats of office programs."""

    kind = "office"

    def convert(self, path: Path, folder: Path, language: str, config: DocumentConfig) -> tuple[Path, tuple[str, ...]]:
        ending = path.suffix.lower()
        newer = NEWER.get(ending, ".docx")
        self._verify(path, config)
        office = find_office()
        if office is None:
            raise DocumentError(
                f"'{ending}' is converted by LibreOffice, which is not installed; install it "
                f"(apt-get install libreoffice, or libreoffice.org), or save the document as {newer}.",
                path=path,
            )
        given = folder / f"document{ending}"
        try:
            shutil.copyfile(path, given)
        except OSError as exc:
            raise DocumentError(f"cannot be read: {exc.strerror or exc}.", path=path) from exc
        made = given.with_suffix(newer)
        _convert(office, given, made, config.max_seconds, path)
        made = _undated(made, folder / f"copy{newer}")
        return made, (f"converted from {ending} by LibreOffice, and written as {newer}",)

    def _verify(self, path: Path, config: DocumentConfig) -> None:
        try:
            with path.open("rb") as file:
                start = file.read(_START_BYTES)
            size = path.stat().st_size
        except OSError as exc:
            raise DocumentError(f"cannot be read: {exc.strerror or exc}.", path=path) from exc
        if not start:
            raise DocumentError("is empty, a file of 0 bytes. Fetch or save it again.", path=path)
        if not start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_SIGNATURES):
            expected = f"a document of {path.suffix.lower()}"
            refuse_known_binary(path, start, expected=expected)
            raise DocumentError(f"begins with {start[:8]!r}; expected {expected}. Save it again.", path=path)
        if size > config.max_member_mb * _MEGABYTE:
            raise DocumentError(
                f"has {size // _MEGABYTE:,} MB, more than {config.max_member_mb:,}; split it, or raise max_member_mb.",
                path=path,
            )
        if start.startswith(_OLE):
            _verify_container(path)


def _verify_container(path: Path) -> None:
    """Refuse an OLE container that has no document, for LibreOffice would read it as a text."""
    data = path.read_bytes()
    if _ENCRYPTED.encode("utf-16-le") in data:
        raise DocumentError("is protected by a password; save it without one.", path=path)
    if not any(f"{name}\0".encode("utf-16-le") in data for name in _STREAMS):
        raise DocumentError(f"has no document of {path.suffix.lower()} in it: damaged. Save it again.", path=path)


def _convert(office: str, given: Path, made: Path, seconds: int, path: Path) -> None:
    """Have LibreOffice convert a file beside itself.

    :param path: of the document, for what is said of it.
    :raises DocumentError: where it cannot, or takes too long.
    """
    profile = given.with_name("profile")
    _write_profile(profile)
    command = [office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nolockcheck"]
    command += ["--convert-to", made.suffix[1:], "--outdir", str(given.parent), str(given)]
    environment = os.environ | {"HOME": str(profile), "http_proxy": "http://127.0.0.1:9"}
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment,
            **_OWN_GROUP,
        )
    except OSError as exc:
        raise DocumentError(f"LibreOffice ({office}) cannot be started: {exc.strerror or exc}.", path=path) from exc
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired as exc:
        raise DocumentError(
            f"LibreOffice took more than {seconds} s to convert it; save it as {made.suffix}, or raise max_seconds.",
            path=path,
        ) from exc
    finally:
        _stop(process)
    if not made.is_file() or not made.stat().st_size:
        raise DocumentError(
            f"LibreOffice cannot open it: damaged, or protected by a password; save it as {made.suffix}.", path=path
        )


def _undated(made: Path, copy: Path) -> Path:
    """Return a copy of a package in which nothing tells when it was made, so that it is the same each time."""
    with zipfile.ZipFile(made) as package, zipfile.ZipFile(copy, "w") as archive:
        for member in package.infolist():
            info = zipfile.ZipInfo(member.filename, _DATE)
            info.compress_type = member.compress_type
            archive.writestr(info, package.read(member))
    return copy


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End a program with all that it started, where it still runs."""
    if process.poll() is None:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, _KILL)
        else:
            process.kill()
        process.wait()


def _write_profile(profile: Path) -> None:
    items = "".join(_SETTING.format(path=path, name=name, value=value) for path, name, value in _SETTINGS)
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        f'xmlns:xs="http://www.w3.org/2001/XMLSchema">{items}</oor:items>\n',
        encoding="utf-8",
        newline="\n",
    )


READER = OfficeReader()
