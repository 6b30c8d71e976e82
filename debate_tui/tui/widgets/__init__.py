"""The pieces that screens are made of: each shows values that it is handed, and knows no game."""
