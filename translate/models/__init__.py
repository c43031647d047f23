"""Models: a name gives a folder on this disk, embedded, given by the user, or fetched from the hub when named."""

from translate.models.conversion import convert_model
from translate.models.resolve import cached_hub_models, embedded_models, resolve_model

__all__ = ["cached_hub_models", "convert_model", "embedded_models", "resolve_model"]
