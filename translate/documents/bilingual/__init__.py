"""Files with texts and their translations side by side: those that are missing are filled in, and nothing else."""
