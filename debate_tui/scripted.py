"""Playing a script: a game from a file, without a screen and without a save."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path as FilePath
from typing import Literal

from debate_tui.content.checks.names import Names, names_of
from debate_tui.content.checks.part import Part
from debate_tui.content.faults import Faults
from debate_tui.content.fields import Distribution, Rows
from debate_tui.content.problems import SourceError, render
from debate_tui.content.scenario import Scenario
from debate_tui.content.script import Bare, Call, Concede, FloorMove, Play, Script, Turn
from debate_tui.content.source import Document, Path, read_document
from debate_tui.content.validate import PERSONA, SCENARIO, SCRIPT, parse
from debate_tui.engine import commands as co
from debate_tui.engine.debate import Debate
from debate_tui.engine.events import Seat
from debate_tui.engine.refusals import Refusal
from debate_tui.errors import ContentError, StorageError, UsageError
from debate_tui.game import Game

YOU = "you"

IMPOSSIBLE = "impossible"
"""The code of what a script asks for and a game does not allow at that point."""


def load_script(path: FilePath, scenario: Scenario | None = None) -> tuple[Document, Script]:
    """Read a script, and check the names in it if it is for this scenario.

    ContentError with all that is wrong with it, StorageError where it cannot be read.
    """
    try:
        document = read_document(path.read_bytes(), str(path))
    except SourceError as error:
        raise ContentError(error.problem.render()) from error
    except OSError as error:
        raise StorageError(f"cannot be read: {error.strerror}", str(path)) from error
    if Part(document.data)["format"].text in (SCENARIO, PERSONA):
        raise ContentError("this is not a script", str(path), f"Begin it with: format: {SCRIPT}")
    parsed = parse(document, scenarios=partial(_names, scenario))
    if not isinstance(parsed.model, Script):
        raise ContentError(render(parsed.problems))
    return document, parsed.model


def _names(scenario: Scenario | None, name: str) -> Names | None:
    if scenario is None or scenario.id != name:
        return None
    return names_of(Part(scenario.model_dump(mode="json", exclude_none=True)))


def play_script(debate: Debate, document: Document, script: Script) -> Game:
    """Play a whole game; ContentError with the place where the script asks for what cannot be."""
    player = _Player(debate, document)
    player.begin(script)
    for number, turn in enumerate(script.turns):
        player.turn(("turns", number), turn)
    return player.finished(len(script.turns))


class _Player:
    def __init__(self, debate: Debate, document: Document) -> None:
        self._debate = debate
        self._document = document
        self._game: Game

    def begin(self, script: Script) -> None:
        """Sit down and open."""
        name = self._debate.scenario.id
        if script.scenario != name:
            message = f"this script plays {script.scenario!r}, not {name!r}"
            mend = "Play the scenario that it names, or change `scenario`."
            raise self._fault(("scenario",), message, mend)
        seats = (Seat(YOU, "You", script.role),)
        try:
            started = self._debate.start(seed=script.seed, world=script.world, seats=seats)
        except UsageError as error:
            raise self._fault(("role",), error.what, error.mend) from error
        self._game = Game.new(self._debate, started)
        self._send(("opening",), co.Open(YOU, self._in_order(("opening",), script.opening)))

    def turn(self, path: Path, turn: Turn) -> None:
        """Play one card: predict, reveal, the floor after a round's last card, and the belief."""
        card = self._game.state.card
        if self._game.over:
            raise self._fault(path, "the game is over before this turn", "Leave it out.")
        if turn.card is not None and turn.card != card:
            message = f"this turn is about {turn.card!r}, but the card is {card!r}"
            raise self._fault((*path, "card"), message, f"Change it to {card}, or leave `card` out.")
        if turn.known:
            self._send((*path, "known"), co.Know(YOU))
        if turn.rival is not None:
            self._send((*path, "rival"), co.NameRival(YOU, turn.rival))
        self._predict(path, turn)
        if self._game.state.step == "floor":
            for number, move in enumerate(turn.floor):
                self._send((*path, "floor", number), _spoken(move, self._game.state.cards[-1]))
            self._send(path, co.Pass(YOU))
        elif turn.floor:
            message = f"{card!r} is not the last card of its round: there is no floor after it"
            mend = "Move `floor` to the turn of the round's last card."
            raise self._fault((*path, "floor"), message, mend)
        believe = (*path, "believe")
        self._send(believe, co.Believe(YOU, self._in_order(believe, turn.believe)))

    def finished(self, turns: int) -> Game:
        """Give the game, which must be over by now."""
        if not self._game.over:
            message = f"{turns} turns, but the game goes on with {self._game.state.card!r}"
            raise self._fault(("turns",), message, "Add a turn for every card that is played.")
        return self._game

    def _predict(self, path: Path, turn: Turn) -> None:
        rows = None if turn.rows is None else self._rows((*path, "rows"), turn.rows)
        name = "rows" if rows is not None else "read_as" if turn.read_as is not None else "card"
        self._send((*path, name), co.Predict(YOU, rows, turn.read_as))

    def _rows(self, path: Path, rows: Rows) -> list[list[float]]:
        """Put rows in the deck's order; the outcome that a row leaves out gets the rest."""
        hypotheses = self._debate.deck.hypotheses
        outcomes = self._debate.deck.card(self._game.state.card or "").outcomes
        self._check_ids(path, rows, hypotheses, "hypothesis")
        ordered = []
        for hypothesis in hypotheses:
            row = rows[hypothesis]
            self._check_ids((*path, hypothesis), row, outcomes, "outcome", may_lack=1)
            rest = 100.0 - sum(row.values())
            ordered.append([row.get(outcome, rest) for outcome in outcomes])
        return ordered

    def _in_order(self, path: Path, belief: Distribution | None) -> list[float] | None:
        """Put a belief in the deck's order."""
        if belief is None:
            return None
        hypotheses = self._debate.deck.hypotheses
        self._check_ids(path, belief, hypotheses, "hypothesis")
        return [belief[hypothesis] for hypothesis in hypotheses]

    def _check_ids(
        self,
        path: Path,
        given: Mapping[str, object],
        known: Sequence[str],
        kind: Literal["hypothesis", "outcome"],
        may_lack: int = 0,
    ) -> None:
        for name in given:
            if name not in known:
                mend = Faults(self._document).nearest(name, known)
                raise self._fault((*path, name), f"there is no {kind} {name!r} here", mend, "unknown-id")
        absent = [name for name in known if name not in given]
        if len(absent) > may_lack:
            message = f"{', '.join(absent)} missing"
            raise self._fault(path, message, "Give a percent for each.", f"missing-{kind}")

    def _send(self, path: Path, command: co.SeatCommand) -> None:
        answer = self._game.send(command)
        if isinstance(answer, Refusal):
            raise self._fault(path, answer.message, answer.mend)

    def _fault(self, path: Path, message: str, mend: str, code: str = IMPOSSIBLE) -> ContentError:
        """Say what cannot be, with its line."""
        offset = self._document.offset(path)
        return ContentError(self._document.source.problem(offset, code, message, mend).render())


def _spoken(move: FloorMove, last: str) -> co.SeatCommand:
    """Turn a move of a script's floor into a command; a call that names no card is about the last."""
    match move:
        case Bare():
            return co.ArgueBare(YOU, move.verb, move.card, move.to)
        case Concede():
            return co.Concede(YOU, move.concede.to, move.concede.card)
        case Call():
            return co.Call(YOU, move.call.to, move.call.slip, move.call.card or last)
        case Play():
            return co.Argue(YOU, move.play, move.to)
        case _:
            return co.Argue(YOU, move)
