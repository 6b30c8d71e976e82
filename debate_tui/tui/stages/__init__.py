"""The steps of a card, one widget each: they show a view, and ask for commands by messages."""
