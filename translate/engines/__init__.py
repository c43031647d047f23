"""Engines: code that runs a model. Segments in, one hypothesis a segment out."""

from translate.engines.base import Engine, EnginePlugin, translate
from translate.registry import Registry

ENGINES: Registry[EnginePlugin] = Registry(
    "engine",
    {
        "ctranslate2": "translate.engines.ctranslate2:PLUGIN",
        "transformers": "translate.engines.transformers:PLUGIN",
        "echo": "translate.engines.echo:PLUGIN",
        "rotate": "translate.engines.rotate:PLUGIN",
    },
)

__all__ = ["ENGINES", "Engine", "EnginePlugin", "translate"]
