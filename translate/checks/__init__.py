"""Quality checks: they measure a unit; `accept()` decides."""
