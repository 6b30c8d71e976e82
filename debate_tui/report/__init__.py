"""What a game reads like: sentences, transcripts and scorecards, each from the same record."""
