"""Inline codes of a text: how their pairs lie, and what they hold."""
