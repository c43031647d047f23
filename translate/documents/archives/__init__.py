"""Packages of parts (ZIP): read with limits, written with the bytes of what has not changed."""
