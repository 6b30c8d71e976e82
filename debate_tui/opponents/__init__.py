"""Who else sits at the table: the cast's minds, and the bots that try to game the score."""
