"""Every fault that `check` knows, by its stable code, in the words of the format's page."""

from __future__ import annotations

CODES = {
    # The file
    "too-large": "the file has more than 8 MiB",
    "not-utf-8": "the file is not UTF-8",
    "control-character": "a control character or a line separator, written or as an escape",
    "bidi-control": "a character that turns the direction of text",
    "too-many-faults": "more than 20,000 faults; nothing else is told",
    "empty-file": "nothing stands in the file",
    # YAML
    "syntax": "the file is not YAML; nothing else is looked at until it is",
    "too-deep": "more than 32 levels of lists and mappings",
    "too-many-values": "more than 2,000,000 values",
    "several-documents": "a second document after a `---`",
    "duplicate-key": "a key stands twice in one mapping",
    "not-a-key": "a list or a mapping as a key",
    "anchor": "an anchor (`&name`)",
    "alias": "an alias (`*name`)",
    "merge-key": "a merge key (`<<`)",
    "tag": "a tag (`!name`)",
    "long-number": "a number of more than 40 characters",
    "not-finite": "a number that is infinite, or not a number",
    # Keys and values
    "unknown-format": "`format` is missing, or none that exists",
    "missing-key": "a key that must be there is not",
    "unknown-key": "a key that does not exist here",
    "wrong-type": "a text where a number must stand, a number where a text must stand, ...",
    "empty-text": "a text without a character",
    "bad-id": "an id with other characters than a-z, 0-9 and -, or with more than 64",
    "bad-color": "a colour that is not written as #rrggbb",
    "bad-language": "a language that is not a BCP 47 tag",
    "bad-glyph": "a glyph that is not exactly one cell wide",
    "unknown-value": "a word that is not among those allowed here",
    "wrong-count": "too few or too many entries",
    "out-of-range": "a number that is too small or too large",
    # Ids
    "duplicate-id": "two things of one kind have the same id",
    "reserved-id": "an id that has a meaning of its own",
    "unknown-id": "an id that nothing defines",
    "unknown-round": "a `next` that leads to no round",
    "named-twice": "a list names the same thing twice",
    # Numbers
    "bad-sum": "priors or rows that do not sum to 100",
    "missing-hypothesis": "a belief or a table that leaves out a hypothesis",
    "missing-outcome": "a row that leaves out more than one outcome",
    "likelihood-range": "a likelihood that is, completed and with what it depends on, outside 0.1 to 99.9",
    # Cards
    "sample-without-truth": "a card that is drawn (`observed: sample`) in a scenario without `truth`",
    "truth-sample": "`truth: sample` with a card that is not drawn",
    "depends-forms": "not exactly one form of `depends`, or a key of another form",
    "share-range": "a `share` outside 0 to 99",
    "copies-outcomes": "`copies` of a card with other outcomes",
    "given-incomplete": "a `given` table that misses an outcome of the earlier card",
    "card-cycle": "cards that depend on each other in a circle",
    # Arguments
    "argument-cycle": "arguments that attack or support each other in a circle",
    "link-cites": "a link that does not cite a dependent card first",
    "too-many-cites": "two cards cited by an argument that is not a link",
    # Rounds, conditions
    "empty-condition": "a condition that names nothing",
    "round-cycle": "rounds that lead back to an earlier one",
    "dependence-path": "a path on which a card comes before, or without, the one it depends on",
    "card-twice": "a path on which a card comes twice",
    # Scripts
    "two-readings": "both `rows` and `read_as` in one turn",
}
