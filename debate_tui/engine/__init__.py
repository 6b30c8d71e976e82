"""The rules of play: commands in, events out, and everything else a function of the events."""
