"""A scenario: one hard question, its hypotheses, its evidence, and the debate about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from debate_tui.content.conditions import Condition
from debate_tui.content.fields import Authored, Distribution, Id, Percent, Prose, Rows, Strength, Text
from debate_tui.content.moves import VERB_OF, Move, Slip, Verb
from debate_tui.content.persona import Lines

DEFAULT_CAST = ("asker", "optimist", "skeptic", "persona-theorist")
"""Who sits in where a scenario names no cast."""

OPEN_ROWS_FROM_LEVEL = 3

RowsRule = Literal["open", "fixed"]
Seconds = Annotated[int, Field(strict=True, ge=1, le=86_400)]


class Hypothesis(Authored):
    """One of the answers that exclude each other."""

    id: Id
    """What the file calls it."""
    name: Text
    """What players read; at most 24 characters fit a chart."""
    says: str = Field(default="", strict=True)
    """What it claims."""
    settled_by: str = Field(default="", strict=True)
    """What would make a neutral judge pick this one."""
    champion: Id | None = None
    """The persona that posts its row; default: the cast member with the highest prior for it."""
    prior: Percent
    """How likely it is before any evidence, in percent."""


class Tripwire(Authored):
    """An outcome that a mind said beforehand would change it."""

    card: Id
    """The card."""
    outcome: Id
    """The outcome that crosses the wire: then it updates in full."""
    line: str = Field(default="", strict=True)
    """What it says as it does."""


class CastMember(Authored):
    """A persona's part in this scenario."""

    persona: Id
    """Who."""
    prior: Distribution | None = None
    """Its opening belief; default: the scenario's."""
    reads: Mapping[Id, Rows] = {}
    """Its own rows where it differs: a whole table per card, the evidence so far included."""
    moves_if: tuple[Tripwire, ...] = ()
    """What would change its mind, said at the briefing."""
    brief: str = Field(default="", strict=True)
    """What a player who takes this role is told in private (Markdown)."""
    lines: Lines = Lines()
    """Lines that replace the persona's own, occasion by occasion."""


class Source(Authored):
    """Where a card's facts come from."""

    title: Text
    """The paper, report or article."""
    by: str = Field(default="", strict=True)
    """Who wrote it."""
    year: Annotated[int, Field(strict=True, ge=1000, le=9999)] | None = None
    """When."""
    where: str = Field(default="", strict=True)
    """Where to find it: a journal, an arXiv number, an address."""


class Depends(Authored):
    """How a card hangs on an earlier one, in one of three forms; its plain rows are then the naive ones."""

    copies: Id | None = None
    """The earlier card, with the same outcomes, that this one repeats with probability `share`."""
    overlaps: Id | None = None
    """The earlier card that this one shares `share` of its information with."""
    given: Id | None = None
    """The earlier card whose outcome picks a table of `when`."""
    share: Annotated[float, Field(strict=True, ge=0, le=99)] | None = None
    """How much of it is the same, in percent, for `copies` and `overlaps`."""
    when: Mapping[Id, Rows] | None = None
    """For `given`: a table of rows for each outcome of the earlier card."""

    @property
    def on(self) -> str:
        """The id of the earlier card."""
        return self.copies or self.overlaps or self.given or ""


class Card(Authored):
    """A piece of evidence: a question with two to five outcomes, and what was observed."""

    id: Id
    """What the file calls it."""
    title: str = Field(default="", strict=True)
    """A short name; default: the id."""
    asks: Text
    """The question whose answer is about to be shown."""
    outcomes: Annotated[Mapping[Id, Text], Field(min_length=2, max_length=5)]
    """What can come out, each in a few words."""
    observed: Id
    """The outcome that was observed; or `sample`: drawn by the seed (needs `truth`)."""
    likelihoods: Rows
    """If this hypothesis is true, how likely is each outcome?"""
    rows: RowsRule | None = None
    """Whether players may edit this card's rows; default: the scenario's rule."""
    why: str = Field(default="", strict=True)
    """One line on where these numbers come from; shown after the reveal."""
    text: Prose
    """What was observed, on what, when, by whom; and what was not shown."""
    otherwise: Mapping[Id, Prose] = {}
    """The text of the other outcomes, for drawn worlds; default: the outcome's own words."""
    source: Source | None = None
    """Where the facts come from."""
    depends: Depends | None = None
    """The earlier card that this one partly repeats."""

    @property
    def name(self) -> str:
        """What players read."""
        return self.title or self.id.replace("-", " ").capitalize()

    def has_text(self, outcome: str) -> bool:
        """Whether the author wrote what is told of an outcome, in Markdown; else its label is, plain text."""
        return outcome == self.observed or outcome in self.otherwise

    def told(self, outcome: str) -> str:
        """Tell what came out."""
        return self.text if outcome == self.observed else self.otherwise.get(outcome, self.outcomes[outcome])


class Argument(Authored):
    """Something that can be said on the floor."""

    id: Id
    """What the file calls it."""
    move: Move
    """What kind of argument it is; the kind says what it does."""
    by: tuple[Id, ...] = ()
    """Who may say it: personas, and `you` for any player; default: anybody."""
    cites: Annotated[tuple[Id, ...], Field(max_length=2)] = ()
    """The card whose reading it acts on; for a link, two: this one, because of that one."""
    text: Text
    """What is said aloud, one to three sentences."""
    strength: Strength = 70
    """How strong it is before any attack or support, in percent."""
    attacks: tuple[Id, ...] = ()
    """Arguments that this one weakens."""
    supports: tuple[Id, ...] = ()
    """Arguments that this one strengthens."""
    slip: Slip | None = None
    """What is wrong with it, if something is: it can then be called."""
    when: Condition | None = None
    """What must hold for it to be playable."""

    @property
    def verb(self) -> Verb:
        """What it does."""
        return VERB_OF[self.move]


class Timing(Authored):
    """How long each step may take where a game is timed, in seconds."""

    predict: Seconds = 60
    """For rows and rivals."""
    floor: Seconds = 120
    """For arguments."""
    update: Seconds = 60
    """For the belief."""


class Next(Authored):
    """A way on from a round."""

    to: Id
    """The round to go to; `end` ends the game."""
    when: Condition | None = None
    """What must hold."""


class Round(Authored):
    """One or more cards and one floor, after the last of them."""

    id: Id
    """What the file calls it."""
    says: Mapping[Id, Text] = {}
    """What each of the cast says as it opens."""
    evidence: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Its cards, in order."""
    arguments: tuple[Id, ...] | None = None
    """The hand; default: all that are playable."""
    exchanges: Annotated[int, Field(strict=True, ge=0, le=20)] = 2
    """How many arguments the player may play."""
    seconds: Timing = Timing()
    """For timed play."""
    when: Condition | None = None
    """What must hold; where it does not, the round and its `next` are skipped."""
    next: tuple[Next, ...] = ()
    """Where to go from here: the first that holds; default: the round below."""


class Ending(Authored):
    """How the story closes; the first that holds."""

    id: Id
    """What the file calls it."""
    title: Text
    """A short name."""
    text: Prose
    """What it says."""
    when: Condition | None = None
    """What must hold; a last ending without one is the default."""


class Scenario(Authored):
    """One hard question to change one's mind about."""

    format: Literal["debate-tui/scenario@1"]
    """The format and its version."""
    id: Id
    """What the program calls it; best the same as the file's name."""
    title: Text
    """What players read in the library."""
    question: Text
    """The question that the hypotheses answer."""
    summary: str = Field(default="", strict=True)
    """Two or three sentences for the library (Markdown)."""
    authors: tuple[Text, ...] = ()
    """Who wrote it."""
    license: Text | None = None
    """Under which terms it may be shared."""
    language: Annotated[str, Field(strict=True, pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")] = "en"
    """Its language, as a BCP 47 tag."""
    tags: tuple[Text, ...] = ()
    """Words to find it by."""
    minutes: Annotated[float, Field(strict=True, gt=0, le=600)] | None = None
    """How long a game takes."""
    level: Annotated[int, Field(strict=True, ge=1, le=5)] = 2
    """How much it asks of a player, 1 to 5."""
    truth: Id | None = None
    """The true hypothesis, or `sample`: drawn by the seed; then the game is settled. Null: nobody knows."""
    rows: RowsRule | None = None
    """Whether players may edit rows (`open`, default from level 3) or not (`fixed`)."""
    hypotheses: Annotated[tuple[Hypothesis, ...], Field(min_length=2, max_length=6)]
    """The answers, exclusive and exhaustive; priors sum to 100."""
    cast: Annotated[tuple[CastMember, ...], Field(min_length=1, max_length=8)] = tuple(
        CastMember(persona=persona) for persona in DEFAULT_CAST
    )
    """Who sits at the table; default: asker, optimist, skeptic and persona-theorist."""
    evidence: Annotated[tuple[Card, ...], Field(min_length=1, max_length=40)]
    """The cards."""
    arguments: tuple[Argument, ...] = ()
    """The debate's graph, without cycles."""
    rounds: tuple[Round, ...] = ()
    """How the game goes; default: a round for each card, in order."""
    endings: tuple[Ending, ...] = ()
    """How it can close."""
    glossary: Mapping[Text, Text] = {}
    """Terms of art and what they mean."""

    def rows_open(self, card: Card) -> bool:
        """Whether players may edit this card's rows or read it as one of the cast does."""
        default: RowsRule = "open" if self.level >= OPEN_ROWS_FROM_LEVEL else "fixed"
        return (card.rows or self.rows or default) == "open"

    @property
    def course(self) -> tuple[Round, ...]:
        """The rounds as played: those written, or one for each card."""
        return self.rounds or tuple(Round(id=card.id, evidence=(card.id,)) for card in self.evidence)
