"""One seat at one table, as a screen needs it: commands go in, and what to tell and to show comes out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from debate_tui.engine import events as ev
from debate_tui.engine.commands import SeatCommand
from debate_tui.engine.refusals import Refusal
from debate_tui.engine.replay import caused_by
from debate_tui.engine.state import Step
from debate_tui.engine.transcript import Walk
from debate_tui.engine.view import View
from debate_tui.game import Game
from debate_tui.report.words import Names
from debate_tui.tui.voice import Reveal, RoomVoice, Told, Update

Scene = Literal["briefing", "predict", "reveal", "floor", "update", "card", "over"]
"""What the screen shows: the engine's steps, and two pauses of its own to look at what came of a command."""


@dataclass(frozen=True, slots=True)
class Happened:
    """What a command led to: what was told, and the scene that it calls for."""

    told: Sequence[Told]
    scene: Scene
    card: str | None
    """The card that lies on the table now."""
    later: Sequence[Told] = ()
    """What is for the next card, once the round card has been looked at."""


class Sitting:
    """A seat's place in a game."""

    def __init__(
        self,
        game: Game,
        save: str | None = None,
        notices: Sequence[str] = (),
        keep_elsewhere: Callable[[str], str] | None = None,
    ) -> None:
        """Sit down; what has happened so far is told in `story`."""
        first, *rest = game.events
        if not isinstance(first, ev.Started):
            raise TypeError("a game begins with Started")
        self.game = game
        self.save = save
        """What `continue` takes to go on with the game; None: it is kept nowhere."""
        self.notices = tuple(notices)
        self.keep_elsewhere = keep_elsewhere
        self.debate = game.debate
        self.started = first
        self.seat = first.seats[0].id
        self.names = Names(game.debate, first)
        self._voice = RoomVoice(game.debate)
        self._walk = Walk(game.debate, first, self._voice)
        self._walk.follow(rest)
        self.story: list[Told] = self._voice.take()

    @property
    def view(self) -> View:
        """What this seat may see now."""
        return self.game.view(self.seat)

    @property
    def scene(self) -> Scene:
        """The scene that the game stands at, without the pauses."""
        return _SCENES[self.game.state.step]

    @property
    def left_at(self) -> Scene:
        """The scene to take the game up at: what a card showed, until something has been done about it."""
        since = takewhile(lambda event: caused_by(event) != self.seat, reversed(self.game.events))
        return "reveal" if any(isinstance(event, ev.Revealed) for event in since) else self.scene

    @property
    def reveal(self) -> Reveal | None:
        """The last reveal."""
        return self._voice.reveal

    @property
    def update(self) -> Update | None:
        """The last update, scored."""
        return self._voice.update

    def send(self, command: SeatCommand) -> Happened | Refusal:
        """Carry out a command."""
        answer = self.game.send(command)
        if isinstance(answer, Refusal):
            return answer
        self._walk.follow(answer)
        told, later = self._voice.take_apart()
        self.story += [*told, *later]
        if self.scene == "over":  # nothing comes after the last card: its farewells are for now
            told, later = [*told, *later], []
        return Happened(told, self._after(answer), self.game.state.card, later)

    def close(self) -> None:
        """Leave the table, so that the game can be taken up again."""
        self.game.close()

    def _after(self, events: Sequence[ev.Event]) -> Scene:
        if any(isinstance(event, ev.Believed) for event in events):
            return "card"
        if any(isinstance(event, ev.Revealed) for event in events):
            return "reveal"
        return self.scene


_SCENES: dict[Step, Scene] = {
    "briefing": "briefing",
    "predict": "predict",
    "floor": "floor",
    "update": "update",
    "over": "over",
}
