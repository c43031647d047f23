"""The HTTP API: programs that know LibreTranslate ask for translations, and for whole documents."""
