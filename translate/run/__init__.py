"""A run: documents in, outputs and a report out."""
