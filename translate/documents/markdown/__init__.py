"""Markdown, with what tools add to it: read into blocks, rebuilt around other texts."""
