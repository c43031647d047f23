"""Reports: what a run made, for people to look at."""
