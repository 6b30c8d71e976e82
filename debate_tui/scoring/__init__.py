"""The maths of the game: arrays in, arrays out, and nothing about files, screens or rules of play."""
