"""The name of a document comes in, that of its translation goes out, as a pattern says: `{stem}.{lang}{suffix}`."""

from __future__ import annotations

import string
from pathlib import PurePosixPath

from translate.errors import UsageError
from translate.records import dataclass

FIELDS = ("folder", "stem", "lang", "suffix")
"""What a pattern may name: the folders of a document below what was named, its name without its ending, the target
language, and the ending with its dot."""
USUAL = "{stem}.{lang}{suffix}"


@dataclass(frozen=True, slots=True)
class NamePattern:
    """A pattern of names below the output folder.

    A document stays in its folder, below those that the pattern has: `{lang}/{stem}{suffix}` makes `en/sub/letter.txt`
    of `sub/letter.txt`. `{folder}` puts its folder elsewhere.

    :raises UsageError: for a field that there is not, without `{stem}`, or for a path that leads out.
    """

    text: str

    def __post_init__(self) -> None:
        try:
            parts = list(string.Formatter().parse(self.text))
        except ValueError as exc:
            raise UsageError(f"--name '{self.text}': {exc}; expected a pattern such as {USUAL}.") from exc
        for _, field, form, conversion in parts:
            if field is not None and (field not in FIELDS or form or conversion):
                known = ", ".join(f"{{{name}}}" for name in FIELDS)
                raise UsageError(f"--name '{self.text}': unknown field {{{field}}}. Known: {known}.")
        fields = {field for _, field, _, _ in parts}
        if not {"stem", "suffix"} <= fields:
            raise UsageError(f"--name '{self.text}' needs {{stem}} and {{suffix}}, or names would be equal.")
        pieces = self.text.replace("\\", "/").split("/")
        if ".." in pieces or not all(pieces) or ":" in pieces[0] or "\0" in self.text:
            raise UsageError(f"--name '{self.text}' leads out of the output folder; expected a path within it.")

    def of(self, stem: str, suffix: str, language: str) -> PurePosixPath:
        """Return the name of a translation.

        :param stem: the document's path below what was named, without its ending.
        """
        path = PurePosixPath(stem)
        return self._made(path.parent, stem=path.name, lang=language, suffix=suffix)

    def folder_of(self, name: str, language: str) -> PurePosixPath:
        """Return where a file goes that is not translated, under its own name."""
        path = PurePosixPath(name)
        return self._made(path.parent, stem="-", lang=language, suffix="").parent / path.name

    def _made(self, folder: PurePosixPath, **fields: str) -> PurePosixPath:
        shown = "" if str(folder) == "." else f"{folder}/"
        above, slash, last = self.text.rpartition("/")
        text = self.text if "{folder}" in self.text else f"{above}{slash}{{folder}}{last}"
        made = text.replace("{folder}/", "{folder}").format(folder=shown, **fields)
        return PurePosixPath(made)
