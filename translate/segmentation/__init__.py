"""Segmentation by SRX 2.0 rules; the rules of French and English are data in `rules/`."""
