"""The record of a game: one walk over its events that every export and every face follows as a visitor."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, ClassVar

import numpy as np

from debate_tui.content.deck import Belief, Table
from debate_tui.content.worlds import uniform
from debate_tui.engine import events as ev
from debate_tui.engine.argument_map import strength_of
from debate_tui.engine.debate import Debate, rows_of
from debate_tui.engine.floor import reading_of
from debate_tui.engine.lines import BITS_FROM_LEVEL, Line, Occasion, Voices, size_of
from debate_tui.engine.percents import whole_percents
from debate_tui.engine.replay import History
from debate_tui.engine.scorecard import scorecard
from debate_tui.engine.slips import excuse
from debate_tui.engine.state import State
from debate_tui.engine.visitor import Movement, Showing, Surprise, Visitor, moved_db
from debate_tui.scoring.beliefs import expected
from debate_tui.scoring.floor import gap
from debate_tui.scoring.points import surprise_bits

SHOCKED_FROM_BITS = 1.5
"""A mind that is at least this surprised says so: it had given what came out a third or less."""

FORESEEN_BELOW_BITS = 1.0
"""Only a mind that is less surprised than this says that it saw it coming: it had bet on what came out."""


class Walk:
    """A walk along a game, event by event; it can be taken up again as more happens."""

    def __init__(self, debate: Debate, started: ev.Started, visitor: Visitor) -> None:
        self._debate = debate
        self._visitor = visitor
        self._history = History([started])
        self._voices = Voices(debate, started.seed)
        self._name = _spoken_name(started.seats)
        visitor.began(started)

    def follow(self, events: Iterable[ev.Event]) -> None:
        """Go on along these events."""
        for event in events:
            before = self._history.state
            self._history.extend([event])
            stop = self._STOPS[type(event)]
            stop(self, event, before, self._history.state)

    def _opened(self, event: ev.Opened, _before: State, after: State) -> None:
        self._visitor.opened(event.seat, event.belief)
        if after.step != "briefing":
            self._all_say("greeting")

    def _round_began(self, event: ev.RoundBegan, before: State, _after: State) -> None:
        round_ = self._debate.rounds[event.round]
        self._visitor.round_began(round_)
        for persona, text in round_.says.items():
            if persona in before.cast:
                self._visitor.said(Line(persona, "says", text))

    def _dealt(self, event: ev.Dealt, _before: State, after: State) -> None:
        card = self._debate.cards[event.card]
        self._visitor.dealt(card, len(after.cards))
        hypotheses = self._debate.deck.hypotheses
        chosen = int(uniform(f"{after.started.seed}/{card.id}/posts") * len(hypotheses))
        champion = self._debate.champion(hypotheses[chosen])
        if champion not in after.cast:
            return
        row = self._debate.deck.table(card.id, after.outcomes)[chosen]
        likeliest = self._debate.deck.card(card.id).outcomes[row.index(max(row))]
        self._say(
            champion,
            "posts",
            hypothesis=self._debate.hypotheses[hypotheses[chosen]].name,
            card=card.name,
            words=card.outcomes[likeliest],
        )

    def _known(self, event: ev.Known, _before: State, _after: State) -> None:
        self._visitor.known(event.seat, self._debate.cards[event.card])

    def _seen(self, event: ev.Seen, _before: State, _after: State) -> None:
        self._visitor.seen([self._debate.cards[card] for card in event.cards if card in self._debate.cards])

    def _rival_named(self, event: ev.RivalNamed, _before: State, _after: State) -> None:
        self._visitor.rival_named(event.seat, event.rival)

    def _predicted(self, event: ev.Predicted, _before: State, _after: State) -> None:
        self._visitor.predicted(event.seat, self._debate.cards[event.card], event)

    def _skipped(self, event: ev.Skipped, _before: State, _after: State) -> None:
        self._visitor.skipped(event.seat, self._debate.cards[event.card])

    def _revealed(self, event: ev.Revealed, _before: State, after: State) -> None:
        card = self._debate.cards[event.card]
        self._visitor.revealed(card, event.outcome, surprises(after))

    def _dueled(self, event: ev.Dueled, _before: State, _after: State) -> None:
        self._visitor.dueled(event)

    def _cast_moved(self, event: ev.CastMoved, before: State, after: State) -> None:
        movements = [
            Movement(
                shift.persona,
                before.cast[shift.persona].belief,
                after.cast[shift.persona].belief,
                shift.why,
                before.pending,
            )
            for shift in event.shifts
        ]
        self._visitor.moved(self._debate.cards[event.card], movements)
        if before.step == "reveal":
            self._react(event, movements, before)

    def _react(self, event: ev.CastMoved, movements: list[Movement], revealed: State) -> None:
        """Let those speak for whom the reveal was something: few, so that each is heard."""
        bits = {each.who: each.bits for each in surprises(revealed) if each.who in revealed.cast}
        if not bits:
            return
        card = self._debate.cards[event.card].name
        most, least = max(bits, key=bits.__getitem__), min(bits, key=bits.__getitem__)
        spoke = set()
        for movement in movements:
            if movement.why == "tripwire":
                spoke.add(movement.persona)
                self._cross(movement.persona, event.card, revealed)
        if bits[most] >= SHOCKED_FROM_BITS and most not in spoke:
            spoke.add(most)
            self._say(most, "shocked", card=card, **self._told_in_bits(bits[most]))
        foreseen = bits[least] < min(bits[most], FORESEEN_BELOW_BITS)
        if foreseen and least not in spoke:
            spoke.add(least)
            self._say(least, "wins", card=card, **self._told_in_bits(bits[least]))
        quiet = [movement for movement in movements if movement.persona not in spoke]
        if quiet:
            self._tell_movement(max(quiet, key=moved_db), card)

    def _told_in_bits(self, surprise: float) -> dict[str, str]:
        """Give what fills {bits}: nothing at a beginner's table, where nobody speaks of bits."""
        return {"bits": f"{surprise:.1f}"} if self._debate.scenario.level >= BITS_FROM_LEVEL else {}

    def _cross(self, persona: str, card: str, state: State) -> None:
        """Let a persona say its own line as its tripwire is crossed."""
        outcome = state.started.outcomes[card]
        for wire in self._debate.members[persona].moves_if:
            if (wire.card, wire.outcome) == (card, outcome) and wire.line:
                self._visitor.said(Line(persona, "tripwire", wire.line))

    def _tell_movement(self, movement: Movement, card: str) -> None:
        was, now = whole_percents(movement.before), whole_percents(movement.after)
        exact = [after - before for before, after in zip(movement.before, movement.after, strict=True)]
        gained = max(range(len(now)), key=lambda place: (now[place] - was[place], exact[place]))
        self._say(
            movement.persona,
            "unmoved" if was == now else "moved",
            card=card,
            words=size_of(movement.before[gained], movement.after[gained]),
            hypothesis=self._debate.hypotheses[self._debate.deck.hypotheses[gained]].name,
        )

    def _argued(self, event: ev.Argued, _before: State, after: State) -> None:
        argument = self._debate.arguments[event.argument] if event.argument else None
        self._visitor.argued(event, argument, strength_of(after, event))

    def _answered(self, event: ev.Answered, before: State, _after: State) -> None:
        """Let those who gave way say so, and whoever was asked to clarify show that it heard."""
        for persona in event.conceded:
            self._say(persona, "concedes", name=self._name)
        asked = before.pending
        if asked is not None and asked.verb == "clarify":
            showing = self._shown_by(asked, before)
            if showing is not None:
                self._say(showing.persona, "challenged", name=self._name)
                self._visitor.clarified(showing)

    def _shown_by(self, asked: ev.Argued, state: State) -> Showing | None:
        """Let whoever was asked show rows and reading: unnamed, who reads the card most differently."""
        card = asked.card or state.cards[-1]
        place = state.revealed.index(card)
        own = reading_of(state, asked.speaker, card) or (0.0,) * len(self._debate.deck.hypotheses)
        readings = {persona: mind.readings[place] for persona, mind in state.cast.items()}
        if not readings:
            return None
        persona = asked.to or max(readings, key=lambda each: gap(own, readings[each]))
        rows = rows_of(self._debate.deck, self._debate.mind[persona], card, state.outcomes)
        return Showing(persona, self._debate.cards[card], rows, readings[persona])

    def _conceded(self, event: ev.Conceded, before: State, _after: State) -> None:
        again = event.reading == reading_of(before, event.seat, event.card)
        self._visitor.conceded(event, again)

    def _called(self, event: ev.Called, before: State, _after: State) -> None:
        cards = event.accused or (event.card,)
        self._visitor.called(event, None if event.right else excuse(before, event.to, cards, event.slip))
        if event.right:
            self._say(event.to, "called", name=self._name, card=self._debate.cards[event.card].name)

    def _passed(self, event: ev.Passed, _before: State, _after: State) -> None:
        self._visitor.passed(event.seat)

    def _believed(self, event: ev.Believed, _before: State, after: State) -> None:
        score = scorecard(after, event.seat).cards[-1]
        play = after.seats[event.seat].play
        self._visitor.believed(event.seat, self._debate.cards[event.card], play, score)

    def _rewound(self, event: ev.Rewound, _before: State, _after: State) -> None:
        self._visitor.went_back(event)

    def _ended(self, event: ev.Ended, _before: State, _after: State) -> None:
        self._all_say("farewell")
        endings = {ending.id: ending for ending in self._debate.scenario.endings}
        self._visitor.ended(endings.get(event.ending or ""))

    def _all_say(self, occasion: Occasion) -> None:
        for persona in self._history.state.cast:
            self._say(persona, occasion, name=self._name)

    def _say(self, persona: str, occasion: Occasion, **fill: str) -> None:
        line = self._voices.say(persona, occasion, **fill)
        if line is not None:
            self._visitor.said(line)

    _STOPS: ClassVar[dict[type, Callable[[Walk, Any, State, State], None]]] = {
        ev.Opened: _opened,
        ev.RoundBegan: _round_began,
        ev.Dealt: _dealt,
        ev.Known: _known,
        ev.Seen: _seen,
        ev.RivalNamed: _rival_named,
        ev.Predicted: _predicted,
        ev.Skipped: _skipped,
        ev.Revealed: _revealed,
        ev.Dueled: _dueled,
        ev.CastMoved: _cast_moved,
        ev.Argued: _argued,
        ev.Answered: _answered,
        ev.Conceded: _conceded,
        ev.Called: _called,
        ev.Passed: _passed,
        ev.Believed: _believed,
        ev.Rewound: _rewound,
        ev.Ended: _ended,
    }


def _spoken_name(seats: Sequence[ev.Seat]) -> str:
    """Say how the cast addresses the table: nobody says "Good evening, You"."""
    if len(seats) > 1:
        return "everybody"
    return "friend" if seats[0].name == "You" else seats[0].name


def walk(debate: Debate, events: Iterable[ev.Event], visitor: Visitor) -> None:
    """Take a visitor along a whole game."""
    started, *rest = events
    if started.kind != "started":
        raise ValueError("a game begins with the event `started`")
    Walk(debate, started, visitor).follow(rest)


def surprises(state: State) -> list[Surprise]:
    """Give how surprised everybody is at what just came out, whoever had thought it likeliest first.

    That goes by the whole numbers, which are what is shown, and only then by the bits.
    """
    return sorted(_surprises(state), key=lambda each: (-each.in_100, each.bits, each.who))


def _surprises(state: State) -> Iterator[Surprise]:
    started, card = state.started, state.cards[-1]
    place = started.deck.card(card).outcomes.index(started.outcomes[card])
    for who, belief, rows in _bets(state, card):
        m = expected(np.array(belief), np.array(rows)).tolist()
        yield Surprise(who, float(surprise_bits(m[place])), whole_percents(m)[place])


def _bets(state: State, card: str) -> Iterator[tuple[str, Belief, Table]]:
    """Give everybody who had figures on this card, with what they believed then."""
    for seat, seated in state.seats.items():
        if seated.play.rows is not None:
            yield seat, seated.play.before, seated.play.rows
    for mind in state.started.minds:
        if mind.persona in state.cast:
            rows = rows_of(state.started.deck, mind, card, state.outcomes)
            yield mind.persona, state.cast[mind.persona].belief, rows
