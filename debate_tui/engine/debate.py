"""A scenario with its people and its numbers, ready to be played any number of times."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from debate_tui.content.conditions import CameOut, atoms
from debate_tui.content.deck import Belief, Deck, Table, belief, deal, table
from debate_tui.content.paths import point_cards
from debate_tui.content.persona import Persona
from debate_tui.content.scenario import Argument, Card, CastMember, Hypothesis, Round, Scenario
from debate_tui.content.worlds import World, make_world
from debate_tui.engine.events import SELF, Argued, Mind, Reading, Seat, Started
from debate_tui.errors import UsageError
from debate_tui.scoring.single import centred
from debate_tui.value import Value


class Reaction(Value, frozen=True):
    """How a mind reads what came out of a card, α included; a crossed tripwire has it update in full."""

    persona: str
    reading: Reading
    responsiveness: float
    prior_weight: float
    tripped: bool


@dataclass(frozen=True)
class Debate:
    """What a game is played from; `deck` and `minds` are the game's own, whatever the file says by now."""

    scenario: Scenario
    personas: Mapping[str, Persona]
    sha256: str
    deck: Deck
    minds: tuple[Mind, ...] = field(default=())

    @classmethod
    def of(cls, scenario: Scenario, personas: Mapping[str, Persona], sha256: str = "") -> Debate:
        """Work out the numbers of a scenario that has passed its check."""
        deck = deal(scenario)
        minds = tuple(_mind(member, personas[member.persona], deck) for member in scenario.cast)
        return cls(scenario, personas, sha256, deck, minds)

    def resumed(self, started: Started) -> Debate:
        """Give the debate as an earlier game had it: this scenario's words, that game's numbers and order."""
        scenario = _in_order_of(started.deck, self.scenario)
        return Debate(scenario, self.personas, self.sha256, started.deck, started.minds)

    def start(
        self,
        *,
        seed: int,
        world: int | None = None,
        seats: tuple[Seat, ...] = (Seat("you", "You"),),
        seen: frozenset[str] = frozenset(),
        practice: bool = False,
    ) -> Started:
        """Give a new game's first event; UsageError where a role is not in the cast or is taken twice."""
        self.check_roles(seats)
        made: World = make_world(self.scenario, seed=seed, number=world, deck=self.deck)
        return Started(
            scenario=self.scenario.id,
            title=self.scenario.title,
            sha256=self.sha256,
            seed=seed,
            world=world,
            truth=made.truth,
            outcomes=made.outcomes,
            point_cards=self._point_cards(made.outcomes, frozenset(seat.role for seat in seats)),
            seats=seats,
            minds=self.minds,
            deck=self.deck,
            seen=tuple([card.id for card in self.deck.cards if card.id in seen]),
            practice=practice,
        )

    def check_roles(self, seats: tuple[Seat, ...]) -> None:
        """Check that seats can play what they want to; UsageError where they cannot."""
        roles = [seat.role for seat in seats if seat.role != SELF]
        known = [mind.persona for mind in self.minds]
        for role in roles:
            if role not in known:
                raise UsageError(
                    f"nobody called {role!r} sits at this table",
                    mend=f"play as one of: {', '.join([SELF, *known])}",
                )
            if roles.count(role) > 1:
                raise UsageError(f"two seats want to play {role!r}", mend="give each seat a role of its own")

    def _point_cards(self, outcomes: Mapping[str, str], roles: frozenset[str]) -> tuple[str, ...]:
        key = (roles, tuple([outcomes[card] for card in self._branching]))
        if key not in self._point_card_cache:
            self._point_card_cache[key] = point_cards(self.scenario, outcomes, roles)
        return self._point_card_cache[key]

    @cached_property
    def _branching(self) -> tuple[str, ...]:
        """The cards whose outcomes the course depends on."""
        conditions = [round_.when for round_ in self.course]
        conditions += [way.when for round_ in self.course for way in round_.next]
        asked = (atom for condition in conditions for atom in atoms(condition))
        return tuple(sorted({atom.card for atom in asked if isinstance(atom, CameOut)}))

    @cached_property
    def _point_card_cache(self) -> dict[tuple[frozenset[str], tuple[str, ...]], tuple[str, ...]]:
        return {}

    @cached_property
    def cards(self) -> Mapping[str, Card]:
        """The cards by id."""
        return {card.id: card for card in self.scenario.evidence}

    @cached_property
    def hypotheses(self) -> Mapping[str, Hypothesis]:
        """The hypotheses by id."""
        return {hypothesis.id: hypothesis for hypothesis in self.scenario.hypotheses}

    @cached_property
    def arguments(self) -> Mapping[str, Argument]:
        """The authored arguments by id."""
        return {argument.id: argument for argument in self.scenario.arguments}

    @cached_property
    def spoken(self) -> Mapping[str, Argued]:
        """The authored arguments as events, said by nobody yet."""
        return {argument.id: _spoken(argument) for argument in self.scenario.arguments}

    @cached_property
    def attackers(self) -> Mapping[str, tuple[str, ...]]:
        """For each argument, the authored arguments that attack it."""
        return _reversed({argument.id: argument.attacks for argument in self.scenario.arguments})

    @cached_property
    def course(self) -> tuple[Round, ...]:
        """The rounds as played."""
        return self.scenario.course

    @cached_property
    def rounds(self) -> Mapping[str, Round]:
        """The rounds by id."""
        return {round_.id: round_ for round_ in self.course}

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where each round stands in the course."""
        return {round_.id: place for place, round_ in enumerate(self.course)}

    @cached_property
    def members(self) -> Mapping[str, CastMember]:
        """Each persona's part in this scenario."""
        return {member.persona: member for member in self.scenario.cast}

    @cached_property
    def mind(self) -> Mapping[str, Mind]:
        """Each persona's mind."""
        return {mind.persona: mind for mind in self.minds}

    def champion(self, hypothesis: str) -> str:
        """Who posts a hypothesis' row: the one named, else whoever believes in it most."""
        named = self.hypotheses[hypothesis].champion
        if named is not None:
            return named
        place = self.deck.hypotheses.index(hypothesis)
        return max(self.minds, key=lambda mind: mind.prior[place]).persona

    def reactions(self, card: str, outcomes: Mapping[str, str]) -> tuple[Reaction, ...]:
        """Give how each mind reads what came out of a card; worked out once for all games of this debate."""
        on = self.deck.card(card).on
        key = (card, outcomes[card], outcomes[on] if on is not None else "")
        if key not in self._reaction_cache:
            self._reaction_cache[key] = tuple(self._reaction(mind, card, outcomes) for mind in self.minds)
        return self._reaction_cache[key]

    def _reaction(self, mind: Mind, card: str, outcomes: Mapping[str, str]) -> Reaction:
        tripped = (card, outcomes[card]) in mind.tripwires
        alpha = max(mind.responsiveness, 1.0) if tripped else mind.responsiveness
        place = self.deck.card(card).outcomes.index(outcomes[card])
        column = [row[place] for row in moving_rows_of(self.deck, mind, card, outcomes)]
        return Reaction(
            persona=mind.persona,
            reading=tuple([alpha * part for part in centred(column)]),
            responsiveness=alpha,
            prior_weight=1.0 if tripped else mind.prior_weight,
            tripped=tripped,
        )

    @cached_property
    def _reaction_cache(self) -> dict[tuple[str, str, str], tuple[Reaction, ...]]:
        return {}


def rows_of(deck: Deck, mind: Mind, card: str, outcomes: Mapping[str, str]) -> Table:
    """Give the rows that a mind bets on a card: its own, else the scenario's."""
    return mind.reads[card] if card in mind.reads else deck.table(card, outcomes)


def moving_rows_of(deck: Deck, mind: Mind, card: str, outcomes: Mapping[str, str]) -> Table:
    """Give the rows that a mind moves by: those it bets, or the naive ones where it counts double."""
    if mind.double_counts and card not in mind.reads:
        return deck.card(card).naive
    return rows_of(deck, mind, card, outcomes)


def _in_order_of(deck: Deck, scenario: Scenario) -> Scenario:
    """Put hypotheses and outcomes as the deck has them: figures and their words are matched by place."""
    ids = [hypothesis.id for hypothesis in scenario.hypotheses]
    hypotheses = dict(zip(ids, scenario.hypotheses, strict=True))
    outcomes = {card.id: card.outcomes for card in deck.cards}
    return scenario.model_copy(
        update={
            "hypotheses": tuple([hypotheses[each] for each in _as_in(deck.hypotheses, ids)]),
            "evidence": tuple(
                [_with_outcomes_as_in(outcomes.get(card.id, ()), card) for card in scenario.evidence]
            ),
        }
    )


def _with_outcomes_as_in(order: Sequence[str], card: Card) -> Card:
    outcomes = {each: card.outcomes[each] for each in _as_in(order, card.outcomes)}
    return card.model_copy(update={"outcomes": outcomes})


def _as_in(order: Sequence[str], ids: Iterable[str]) -> list[str]:
    """Sort ids as an order has them; those that it has not come last, as they were."""
    places = {each: place for place, each in enumerate(order)}
    return sorted(ids, key=lambda each: places.get(each, len(places)))


def _mind(member: CastMember, persona: Persona, deck: Deck) -> Mind:
    temper = persona.temperament
    prior: Belief = belief(member.prior, deck.hypotheses) if member.prior else deck.prior
    return Mind(
        persona=persona.id,
        prior=prior,
        responsiveness=temper.responsiveness / 100.0,
        prior_weight=temper.prior_weight / 100.0,
        ear=temper.openness / 100.0,
        double_counts=temper.double_counts,
        reads={
            card: table(rows, deck.hypotheses, deck.card(card).outcomes)
            for card, rows in member.reads.items()
        },
        tripwires=tuple((wire.card, wire.outcome) for wire in member.moves_if),
    )


def _spoken(argument: Argument) -> Argued:
    return Argued(
        speaker="",
        verb=argument.verb,
        argument=argument.id,
        move=argument.move,
        card=argument.cites[0] if argument.cites else None,
        strength=argument.strength / 100.0,
        attacks=argument.attacks,
        supports=argument.supports,
        slip=argument.slip,
    )


def _reversed(edges: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    back: dict[str, list[str]] = {}
    for source, targets in edges.items():
        for target in targets:
            back.setdefault(target, []).append(source)
    return {target: tuple(sources) for target, sources in back.items()}
