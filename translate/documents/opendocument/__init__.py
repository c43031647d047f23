"""OpenDocument texts, sheets and slides: read into blocks, spliced back into their parts."""
