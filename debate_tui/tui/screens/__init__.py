"""Whole screens: each turns messages of its widgets into commands, and holds no rules."""
