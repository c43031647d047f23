"""Subtitles: sentences that run over cues are translated whole, and parted over the same cues again."""
