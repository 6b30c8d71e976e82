"""The game line by line: numbered choices, no frames, no cursor movement; for screen readers and pipes."""
