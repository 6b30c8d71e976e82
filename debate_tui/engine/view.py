"""What one seat may see: never another seat's rows or belief, nor the outcome, before the step closes.

The cast's bets are public as soon as the card is dealt. Probabilities by id, 0 to 1.
"""

from __future__ import annotations

from collections.abc import Mapping

from debate_tui.content.deck import Belief, Table
from debate_tui.engine.argument_map import map_strengths
from debate_tui.engine.debate import Debate, rows_of
from debate_tui.engine.events import SELF
from debate_tui.engine.hand import Option, hand
from debate_tui.engine.left import NOTHING, left_to
from debate_tui.engine.state import Play, Said, State, Step
from debate_tui.scoring.single import expects
from debate_tui.value import Value

ByHypothesis = Mapping[str, float]
ByOutcome = Mapping[str, float]


class Bet(Value, frozen=True):
    """One row each, and what the mind that bets them expects of each outcome."""

    rows: Mapping[str, ByOutcome]
    expects: ByOutcome


class CardView(Value, frozen=True):
    """The card on the table. `outcome` is None until it is revealed; `posted` are the champions' rows.

    `character` are the rows of the persona whom this seat plays; None for somebody who plays as themselves.
    """

    id: str
    number: int
    rows_open: bool
    posted: Mapping[str, ByOutcome]
    bets: Mapping[str, Bet]
    character: Mapping[str, ByOutcome] | None
    outcome: str | None


class OwnPlay(Value, frozen=True):
    """What this seat is doing with the card; `promise` and `amended` are None until the reveal."""

    before: ByHypothesis
    fresh: bool
    known: bool
    rival: str | None
    source: str
    rows: Mapping[str, ByOutcome] | None
    locked: bool
    promise: ByHypothesis | None
    amended: ByHypothesis | None
    duel_bits: float | None
    after: ByHypothesis | None


class MindView(Value, frozen=True):
    """One of the cast: what it believes now, and believed before the card on the table."""

    belief: ByHypothesis
    before: ByHypothesis
    tripped: bool


class Other(Value, frozen=True):
    """Another seat: whether the table waits for it, and what it showed once the step had closed."""

    role: str
    ready: bool
    opening: ByHypothesis | None
    beliefs: Mapping[str, ByHypothesis]


class View(Value, frozen=True):
    """The table as one seat sees it."""

    seat: str
    role: str
    step: Step
    ready: bool
    practice: bool
    round: str | None
    belief: ByHypothesis | None
    card: CardView | None
    play: OwnPlay | None
    cast: Mapping[str, MindView]
    others: Mapping[str, Other]
    revealed: Mapping[str, str]
    said: tuple[Said, ...]
    strengths: Mapping[str, float]
    hand: tuple[Option, ...]
    exchanges_left: int
    may_call: bool
    may_concede_to: tuple[str, ...]
    """Those whose reading of the card on the table one could grant."""
    may_concede: bool
    """Whether there is anything to grant, be it by one of the authored concessions alone."""
    ending: str | None


def view(debate: Debate, state: State, seat: str) -> View:
    """Give what a seat may see; KeyError where there is no such seat."""
    seated = state.seats[seat]
    on_floor = state.step == "floor"
    left = left_to(debate, state, seat) if on_floor else NOTHING
    round_ = debate.rounds[state.rounds[-1]] if state.rounds else None
    return View(
        seat=seat,
        role=seated.role,
        step=state.step,
        ready=_ready(state, seat),
        practice=state.practice,
        round=round_.id if round_ else None,
        belief=None if seated.belief is None else _by_hypothesis(debate, seated.belief),
        card=_card(debate, state, seated.role),
        play=_own(debate, state, seated.plays[-1]) if seated.plays else None,
        cast={persona: _mind(debate, state, persona) for persona in state.cast},
        others={other: _other(debate, state, other) for other in state.seats if other != seat},
        revealed=state.outcomes,
        said=tuple(state.said.values()),
        strengths=map_strengths(state),
        hand=hand(debate, state, seat) if on_floor else (),
        exchanges_left=left.exchanges,
        may_call=left.may_call,
        may_concede_to=left.may_concede_to,
        may_concede=left.may_concede,
        ending=state.ending,
    )


def _ready(state: State, seat: str) -> bool:
    """Whether the step waits for others only."""
    seated = state.seats[seat]
    match state.step:
        case "briefing":
            return seated.opening is not None
        case "predict":
            return seated.play.rows is not None or seated.play.skipped
        case "floor":
            return seated.passed
        case "update":
            return seated.play.after is not None
        case _:
            return True


def _card(debate: Debate, state: State, role: str) -> CardView | None:
    if state.card is None:
        return None
    tables = debate.deck.card(state.card)
    earlier = state.outcomes
    character = None if role == SELF else rows_of(debate.deck, debate.mind[role], tables.id, earlier)
    return CardView(
        id=tables.id,
        number=len(state.cards),
        rows_open=tables.rows_open,
        posted=_rows(debate, debate.deck.table(tables.id, earlier), tables.outcomes),
        bets={persona: _bet(debate, state, persona, tables.id, tables.outcomes) for persona in state.cast},
        character=None if character is None else _rows(debate, character, tables.outcomes),
        outcome=earlier.get(tables.id),
    )


def _bet(debate: Debate, state: State, persona: str, card: str, outcomes: tuple[str, ...]) -> Bet:
    mind = state.cast[persona]
    rows = rows_of(debate.deck, debate.mind[persona], card, state.outcomes)
    belief = mind.met[-1].bet if card in state.revealed else mind.belief
    chances = [expects(belief, column) for column in zip(*rows, strict=True)]
    return Bet(_rows(debate, rows, outcomes), dict(zip(outcomes, chances, strict=True)))


def _own(debate: Debate, state: State, play: Play) -> OwnPlay:
    shown = play.card in state.revealed
    outcomes = debate.deck.card(play.card).outcomes
    return OwnPlay(
        before=_by_hypothesis(debate, play.before),
        fresh=play.fresh,
        known=play.known,
        rival=play.rival,
        source=play.source,
        rows=None if play.rows is None else _rows(debate, play.rows, outcomes),
        locked=play.rows is not None or play.skipped,
        promise=_by_hypothesis(debate, play.promise) if shown else None,
        amended=_by_hypothesis(debate, play.amended) if shown else None,
        duel_bits=play.duel_bits,
        after=None if play.after is None else _by_hypothesis(debate, play.after),
    )


def _mind(debate: Debate, state: State, persona: str) -> MindView:
    mind = state.cast[persona]
    reacted = len(mind.readings) == len(state.cards) > 0
    return MindView(
        belief=_by_hypothesis(debate, mind.belief),
        before=_by_hypothesis(debate, mind.path[-2] if reacted else mind.belief),
        tripped=mind.met[-1].tripped if reacted else False,
    )


def _other(debate: Debate, state: State, seat: str) -> Other:
    """Show of another seat only what belongs to steps that have closed."""
    seated = state.seats[seat]
    open_card = state.card if state.step not in ("between", "over") else None
    return Other(
        role=seated.role,
        ready=_ready(state, seat),
        opening=(
            _by_hypothesis(debate, seated.opening)
            if seated.opening is not None and state.step != "briefing"
            else None
        ),
        beliefs={
            play.card: _by_hypothesis(debate, play.after)
            for play in seated.plays
            if play.after is not None and play.card != open_card
        },
    )


def _by_hypothesis(debate: Debate, belief: Belief) -> ByHypothesis:
    return dict(zip(debate.deck.hypotheses, belief, strict=True))


def _rows(debate: Debate, table: Table, outcomes: tuple[str, ...]) -> Mapping[str, ByOutcome]:
    return {
        hypothesis: dict(zip(outcomes, row, strict=True))
        for hypothesis, row in zip(debate.deck.hypotheses, table, strict=True)
    }
