"""bitexte: French documents into English ones, and into parallel corpora for translation memories.

A name is imported from its module when it is first asked for, so that `import translate` costs next to nothing.
"""

from importlib import import_module

TYPE_CHECKING = False  # as type checkers know it; `typing` itself would be most of what the import costs
if TYPE_CHECKING:
    from translate.api.alignment import align
    from translate.api.bitexts import check, read_bitext, write_bitext
    from translate.api.documents import translate_documents
    from translate.api.segments import segment
    from translate.api.translator import Translator
    from translate.config import (
        AlignmentConfig,
        CareConfig,
        CheckConfig,
        Config,
        DocumentConfig,
        EngineConfig,
        MemoryConfig,
        OutputConfig,
        RepairConfig,
        SegmentationConfig,
    )
    from translate.config_file import load_config
    from translate.data import (
        Bead,
        Bitext,
        Block,
        CodeKind,
        Decision,
        Document,
        Edit,
        Hypothesis,
        InlineCode,
        Issue,
        MemoryMatch,
        Model,
        Note,
        Origin,
        Passage,
        Ruling,
        Segment,
        Severity,
        Span,
        Stage,
        State,
        Suggestion,
        TranslationUnit,
        Variant,
    )
    from translate.errors import (
        BitexteError,
        DocumentError,
        EngineError,
        ForeignFileError,
        FormatError,
        GlossaryError,
        LocatedError,
        LockedError,
        ModelError,
        OutputError,
        RuleError,
        TrainingError,
        UnknownNameError,
        UnrelatedError,
        UsageError,
    )
    from translate.run.run import DocumentReport, RunReport

__version__ = "0.1.0"

__all__ = [
    "AlignmentConfig",
    "Bead",
    "Bitext",
    "BitexteError",
    "Block",
    "CareConfig",
    "CheckConfig",
    "CodeKind",
    "Config",
    "Decision",
    "Document",
    "DocumentConfig",
    "DocumentError",
    "DocumentReport",
    "Edit",
    "EngineConfig",
    "EngineError",
    "ForeignFileError",
    "FormatError",
    "GlossaryError",
    "Hypothesis",
    "InlineCode",
    "Issue",
    "LocatedError",
    "LockedError",
    "MemoryConfig",
    "MemoryMatch",
    "Model",
    "ModelError",
    "Note",
    "Origin",
    "OutputConfig",
    "OutputError",
    "Passage",
    "RepairConfig",
    "RuleError",
    "Ruling",
    "RunReport",
    "Segment",
    "SegmentationConfig",
    "Severity",
    "Span",
    "Stage",
    "State",
    "Suggestion",
    "TrainingError",
    "TranslationUnit",
    "Translator",
    "UnknownNameError",
    "UnrelatedError",
    "UsageError",
    "Variant",
    "__version__",
    "align",
    "check",
    "load_config",
    "read_bitext",
    "segment",
    "translate_documents",
    "write_bitext",
]

_HOMES = {
    "DocumentReport": "run.run",
    "RunReport": "run.run",
    "Translator": "api.translator",
    "align": "api.alignment",
    "check": "api.bitexts",
    "load_config": "config_file",
    "read_bitext": "api.bitexts",
    "segment": "api.segments",
    "translate_documents": "api.documents",
    "write_bitext": "api.bitexts",
}
_HOMES_OF_NOUNS = ("data", "errors", "config")


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name in __all__:
            for home in (_HOMES[name],) if name in _HOMES else _HOMES_OF_NOUNS:
                module = import_module(f"{__name__}.{home}")
                if hasattr(module, name):
                    value = globals()[name] = getattr(module, name)
                    return value
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
