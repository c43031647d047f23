"""Shards: corpora too large for one run, cut by content, and translated by any number of workers, each exactly once."""
