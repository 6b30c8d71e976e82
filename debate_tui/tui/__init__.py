"""The game on a screen: widgets that show, screens that send commands, and no rules."""
