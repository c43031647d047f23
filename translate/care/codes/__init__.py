"""Inline codes and signs of the source: where each of them goes in the target."""
