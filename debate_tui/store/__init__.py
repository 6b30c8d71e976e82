"""Where games are kept: a folder a save, one checksummed event a line."""
