"""Files that appear whole or not at all, and that take the place of none that bitexte did not write."""

from translate.files.archives import zip_faults
from translate.files.digests import digest_of, stamp_of
from translate.files.kept import Remembered, kept_or_made, read_kept, write_kept
from translate.files.parsing import from_json, from_toml
from translate.files.parts import make_folder, remove_file, remove_leftovers
from translate.files.places import (
    TEMPORARY,
    cache_folder,
    ignores_case,
    is_temporary,
    read_cached,
    read_model_lines,
    write_cached,
)
from translate.files.replacing import (
    Batch,
    apart,
    replace_file,
    replace_files,
    replace_text,
    text_layer,
    together,
    write_text,
)
from translate.files.written import FOLDER, LIST, Written, is_same_file, keeper, keeping, own_folder, sparing

__all__ = [
    "FOLDER",
    "LIST",
    "TEMPORARY",
    "Batch",
    "Remembered",
    "Written",
    "apart",
    "cache_folder",
    "digest_of",
    "from_json",
    "from_toml",
    "ignores_case",
    "is_same_file",
    "is_temporary",
    "keeper",
    "keeping",
    "kept_or_made",
    "make_folder",
    "own_folder",
    "read_cached",
    "read_kept",
    "read_model_lines",
    "remove_file",
    "remove_leftovers",
    "replace_file",
    "replace_files",
    "replace_text",
    "sparing",
    "stamp_of",
    "text_layer",
    "together",
    "write_cached",
    "write_kept",
    "write_text",
    "zip_faults",
]
