"""Servers on this machine: the page where a reviewer works, and the API that other programs ask."""
