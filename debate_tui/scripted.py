"""Playing a script: a game from a file, without a screen and without a save."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path as FilePath

from debate_tui.content.fields import Distribution, Rows
from debate_tui.content.problems import SourceError, render
from debate_tui.content.script import Bare, Call, Concede, FloorMove, Play, Script, Turn
from debate_tui.content.source import Document, Path, read_document
from debate_tui.content.validate import parse
from debate_tui.engine import commands as co
from debate_tui.engine.debate import Debate
from debate_tui.engine.events import Seat
from debate_tui.engine.refusals import Refusal
from debate_tui.errors import ContentError, StorageError
from debate_tui.game import Game

Where = Callable[[Path], str]
"""Names the place, as file:line:column, of a part of the script."""

YOU = "you"


def load_script(path: FilePath) -> tuple[Document, Script]:
    """Read a script; ContentError with all that is wrong with it, StorageError where it cannot be read."""
    try:
        document = read_document(path.read_bytes(), str(path))
    except SourceError as error:
        raise ContentError(error.problem.render()) from error
    except OSError as error:
        raise StorageError(f"cannot be read: {error.strerror}", str(path)) from error
    parsed = parse(document)
    if parsed.problems:
        raise ContentError(render(parsed.problems))
    if not isinstance(parsed.model, Script):
        raise ContentError("this is not a script", str(path), "Begin it with: format: debate-tui/script@1")
    return document, parsed.model


def play_script(debate: Debate, script: Script, where: Where) -> Game:
    """Play a whole game; ContentError with the place where the script asks for what cannot be."""
    if script.scenario != debate.scenario.id:
        raise ContentError(
            f"this script plays {script.scenario!r}, not {debate.scenario.id!r}",
            where(("scenario",)),
            "Play the scenario that it names, or change `scenario`.",
        )
    seats = (Seat(YOU, "You", script.role),)
    game = Game.new(debate, debate.start(seed=script.seed, world=script.world, seats=seats))
    player = _Player(debate, game, where)
    player.opening(script.opening)
    for number, turn in enumerate(script.turns):
        player.turn(("turns", number), turn)
    if not game.over:
        raise ContentError(
            f"{len(script.turns)} turns, but the game goes on with {game.state.card!r}",
            where(("turns",)),
            "Add a turn for every card that is played.",
        )
    return game


class _Player:
    def __init__(self, debate: Debate, game: Game, where: Where) -> None:
        self._debate = debate
        self._game = game
        self._where = where

    def opening(self, belief: Distribution | None) -> None:
        self._send(("opening",), co.Open(YOU, self._in_order(("opening",), belief)))

    def turn(self, path: Path, turn: Turn) -> None:
        """Play one card: predict, reveal, the floor after a round's last card, and the belief."""
        state = self._game.state
        if self._game.over:
            raise ContentError("the game is over before this turn", self._where(path), "Leave it out.")
        if turn.card is not None and turn.card != state.card:
            raise ContentError(
                f"this turn is about {turn.card!r}, but the card is {state.card!r}",
                self._where((*path, "card")),
                f"Change it to {state.card}, or leave `card` out.",
            )
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
            raise ContentError(
                f"{self._game.state.card!r} is not the last card of its round: there is no floor after it",
                self._where((*path, "floor")),
                "Move `floor` to the turn of the round's last card.",
            )
        believe = (*path, "believe")
        self._send(believe, co.Believe(YOU, self._in_order(believe, turn.believe)))

    def _predict(self, path: Path, turn: Turn) -> None:
        rows = None if turn.rows is None else self._rows((*path, "rows"), turn.rows)
        name = "rows" if rows is not None else "read_as" if turn.read_as is not None else "card"
        self._send((*path, name), co.Predict(YOU, rows, turn.read_as))

    def _rows(self, path: Path, rows: Rows) -> list[list[float]]:
        """Put rows in the deck's order; the outcome that a row leaves out gets the rest."""
        hypotheses = self._debate.deck.hypotheses
        outcomes = self._debate.deck.card(self._game.state.card or "").outcomes
        self._check_ids(path, rows, hypotheses)
        ordered = []
        for hypothesis in hypotheses:
            row = rows[hypothesis]
            self._check_ids((*path, hypothesis), row, outcomes, may_lack=1)
            rest = 100.0 - sum(row.values())
            ordered.append([row.get(outcome, rest) for outcome in outcomes])
        return ordered

    def _in_order(self, path: Path, belief: Distribution | None) -> list[float] | None:
        """Put a belief in the deck's order."""
        if belief is None:
            return None
        hypotheses = self._debate.deck.hypotheses
        self._check_ids(path, belief, hypotheses)
        return [belief[hypothesis] for hypothesis in hypotheses]

    def _check_ids(
        self, path: Path, given: Mapping[str, object], known: Sequence[str], may_lack: int = 0
    ) -> None:
        for name in given:
            if name not in known:
                raise ContentError(
                    f"nothing here is called {name!r}",
                    self._where((*path, name)),
                    f"Known here: {', '.join(known)}.",
                )
        absent = [name for name in known if name not in given]
        if len(absent) > may_lack:
            raise ContentError(f"{', '.join(absent)} missing", self._where(path), "Give a percent for each.")

    def _send(self, path: Path, command: co.SeatCommand) -> None:
        answer = self._game.send(command)
        if isinstance(answer, Refusal):
            raise ContentError(answer.message, self._where(path), answer.mend)


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
