"""XLIFF as a document: the targets that are missing are filled in the file of a client's tool, and nothing else."""
