"""An engine that copies what it gets, with all steps of care around it: what these do to a text shows by itself."""

from __future__ import annotations

from translate.engines.echo import EchoPlugin


class CopyingPlugin(EchoPlugin):
    is_raw = False


PLUGIN = CopyingPlugin()
