"""What no translation may alter: the kinds of it, and where a text has some."""
