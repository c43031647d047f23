"""Days, months and times of the day."""
