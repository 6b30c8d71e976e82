"""A game at a prompt: one step after the other, to the scorecard."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TextIO

from debate_tui.engine import commands as co
from debate_tui.engine.events import SELF, Started
from debate_tui.engine.lines import BITS_FROM_LEVEL
from debate_tui.engine.refusals import Refusal
from debate_tui.engine.transcript import Walk
from debate_tui.engine.view import CardView, View
from debate_tui.errors import StorageError
from debate_tui.game import Game
from debate_tui.plain.console import Again, Choice, Console, Left
from debate_tui.plain.floor import FloorTalk
from debate_tui.plain.reading import Misread, read_belief, read_percents
from debate_tui.plain.table import Rows, TableTalk
from debate_tui.plain.voice import PlainVoice
from debate_tui.report.exact import in_bits
from debate_tui.report.scorecard import Section, sections
from debate_tui.report.spread import spread
from debate_tui.report.words import Names

HELP = """\
At every prompt you can type:
  help           these lines
  again          what is being asked, and the choices
  card           everything about the card on the table
  hypotheses     the hypotheses, by number
  people         who sits here, and what would change their minds
  beliefs        what everybody believes
  map            what has been said, and how strong it is now
  words          what the words mean: the scenario's, and the game's own
  back           leave a question that you were led to
  undo           take back what nothing has come of yet
  undo practice  take back your last step all the same; the rest is practice
  keep FOLDER    keep the game in another folder
  quit           leave; the game is kept, and `continue` goes on with it"""


class PlainGame:
    """A game of one seat. `ask` gives a line of input for a prompt, or raises EOFError at its end."""

    def __init__(
        self,
        game: Game,
        out: TextIO,
        ask: Callable[[str], str],
        keep_elsewhere: Callable[[str], str] | None = None,
    ) -> None:
        """Sit down at a game; `keep_elsewhere` keeps it in the folder it is given, and names the save."""
        first, *rest = game.events
        if not isinstance(first, Started):
            raise TypeError("a game begins with Started")
        self._game = game
        self._debate = game.debate
        self._started = first
        self._seat = first.seats[0].id
        self._keep_elsewhere = keep_elsewhere
        self._names = Names(game.debate, first)
        self._console = Console(out, ask)
        self._voice = PlainVoice(game.debate, self._console)
        self._table = TableTalk(game.debate, self._names, self._console, self._voice)
        self._floor = FloorTalk(game.debate, self._names, self._console, self._send)
        self._console.anywhere = self._anywhere()
        self._console.anywhere_with = {"keep": self._keep} if keep_elsewhere else {}
        self._voice.muted = bool(rest)
        self._walk = Walk(game.debate, first, self._voice)
        self._walk.follow(rest)
        self._voice.muted = False
        self._told = 0
        self._warned = False
        self._warn()

    def _anywhere(self) -> Mapping[str, Callable[[], None]]:
        return {
            "help": lambda: self._console.raw(HELP),
            "again": self._again,
            "card": lambda: self._table.card(self._view),
            "hypotheses": self._table.hypotheses,
            "people": lambda: self._table.people(self._view),
            "beliefs": lambda: self._table.beliefs(self._view),
            "map": lambda: self._table.map(self._view),
            "words": self._table.words,
            "undo": self._undo,
            "undo practice": partial(self._undo, practice=True),
            "quit": self._quit,
        }

    @property
    def _view(self) -> View:
        return self._game.view(self._seat)

    def play(self) -> None:
        """Play to the end and tell the scorecard; raises Left where the player leaves before."""
        steps = {
            "briefing": self._briefing,
            "predict": self._predict,
            "floor": lambda: self._floor.ask(self._view),
            "update": self._update,
        }
        if self._game.over:
            self._console.say("This game is over.")
        elif self._game.state.cards:
            self._recap()
        while not self._game.over:
            try:
                steps[self._game.state.step]()
            except Again:
                continue
        self._scorecard()

    def _recap(self) -> None:
        """Say where a game that is taken up again stands."""
        self._console.title(f"You go on with {self._started.title}")
        self._table.card(self._view)
        self._told = len(self._game.state.cards)
        belief = self._view.belief or {}
        self._console.say(f"You believe: {self._names.belief(list(belief.values()))}.")

    def _briefing(self) -> None:
        self._console.say("Type help at any prompt.")
        self._console.title("The hypotheses")
        self._table.hypotheses()
        self._console.title("At the table")
        self._table.people(self._view)
        role = self._view.role
        default = self._debate.deck.prior
        if role != SELF:
            self._console.title(f"You play {self._names.who(role, inside=True)}")
            self._voice.prose(self._debate.members[role].brief or self._debate.personas[role].about)
            default = self._debate.mind[role].prior
        self._console.title("What do you believe before any evidence?")
        start = [100.0 * part for part in default]
        belief = self._edit(start, "Enter: begin with that")
        self._send(co.Open(self._seat, None if belief == start else belief))

    def _predict(self) -> None:
        card = self._view.card
        if card is None:
            return
        if self._told != len(self._game.state.cards):
            self._told = len(self._game.state.cards)
            self._table.figures(self._view)
        self._console.say()
        self._table.question(self._view)
        choices = [Choice("Use the table's figures.", partial(self._send, co.Predict(self._seat)))]
        if card.rows_open:
            choices += [
                Choice("Give figures of your own.", partial(self._own_figures, card)),
                Choice("Use somebody else's figures.", self._borrow),
            ]
        if card.rows_open and card.character is not None:
            take = partial(self._take_over, self._view.role, card.character)
            choices.append(Choice("Use your character's figures.", take))
        if self._view.cast:
            rival = self._view.play.rival if self._view.play else None
            named = f" (Now: {self._names.who(rival, inside=True)}.)" if rival else ""
            choices.append(Choice(f"Duel somebody on who foresees this better.{named}", self._rival, "d"))
        if self._view.play and not self._view.play.known:
            choices.append(
                Choice("Say that you knew this one: it becomes practice, for good.", self._know, "k")
            )
        choices.append(Choice("Make no prediction.", partial(self._send, co.Skip(self._seat)), "n"))
        self._console.menu("Your prediction", choices, enter="1")

    def _own_figures(self, card: CardView) -> None:
        outcomes = self._debate.cards[card.id].outcomes
        rows: dict[str, list[float]] = {}
        with self._console.inside():
            self._console.say(f"Percents in this order: {' / '.join(outcomes.values())}.")
            for hypothesis, row in card.posted.items():
                posted = [float(whole) for whole in spread(list(row.values()), 100)]
                shown = " ".join(f"{percent:g}" for percent in posted)
                self._console.prompt(
                    f"If “{self._names.hypothesis(hypothesis)}” is right (Enter: {shown})",
                    partial(_take_row, rows, hypothesis, posted),
                )
        by_outcome = {name: dict(zip(outcomes, row, strict=True)) for name, row in rows.items()}
        self._lock(by_outcome, "your figures", co.Predict(self._seat, list(rows.values())))

    def _borrow(self) -> None:
        card = self._view.card
        if card is not None:
            self._somebody("Whose", lambda persona: self._take_over(persona, card.bets[persona].rows))

    def _take_over(self, persona: str, rows: Rows) -> None:
        whose = self._names.figures(self._seat, persona)
        self._lock(rows, whose, co.Predict(self._seat, read_as=persona))

    def _lock(self, rows: Rows, whose: str, command: co.Predict) -> None:
        """Show what rows promise before they are locked."""
        card, belief = self._view.card, self._view.belief
        if card is not None and belief is not None:
            self._table.promised(belief, rows, self._debate.cards[card.id].outcomes, whose)
            self._console.submenu("Sure", [Choice("Lock them.", partial(self._send, command))])

    def _rival(self) -> None:
        self._somebody("Whom", lambda who: self._send(co.NameRival(self._seat, who)))

    def _know(self) -> None:
        self._console.submenu("Sure", [Choice("You knew it.", partial(self._send, co.Know(self._seat)))])

    def _somebody(self, question: str, then: Callable[[str], None]) -> None:
        people = [Choice(f"{self._names.who(who)}.", partial(then, who)) for who in self._view.cast]
        self._console.submenu(question, people)

    def _update(self) -> None:
        now = self._view.belief or {}
        self._console.title("What do you believe now?")
        self._table.promise(self._view)
        belief = self._edit([100.0 * part for part in now.values()], "same: as before", untouched=False)
        self._send(co.Believe(self._seat, belief))

    def _edit(self, start: list[float], otherwise: str, *, untouched: bool = True) -> list[float]:
        """Let a belief be changed until it is right; `untouched`: Enter alone may leave it as it is."""
        hypotheses = self._debate.deck.hypotheses
        draft = [start]
        ready = [untouched]

        def take(text: str) -> None:
            if text.lower() == "same":
                draft[0] = start
            elif text:
                draft[0] = read_belief(text, hypotheses, dict(zip(hypotheses, draft[0], strict=True)))
            elif not ready[0]:
                raise Misread(f"Give {len(start)} percents; or one by its number, as 2=40; or same.")
            else:
                ready.append(True)
            ready[0] = True

        while len(ready) == 1:
            self._console.say(f"Now: {self._names.belief(draft[0])}.")
            unchanged = draft[0] is start and ready[0] == untouched
            how = otherwise if unchanged else "Enter: lock it"
            self._console.prompt(f"Percents, or one by its number as 2=40 ({how})", take)
        return draft[0]

    def _scorecard(self) -> None:
        card = self._game.scorecard(self._seat)
        told = sections(self._debate, self._started, self._seat, card)
        if self._debate.scenario.level >= BITS_FROM_LEVEL:
            told.append(Section("For experts", tuple(in_bits(card))))
        for section in told:
            self._console.title(section.title)
            for sentence in section.sentences:
                self._console.say(sentence, indent="   ")

    def _send(self, command: co.SeatCommand) -> None:
        """Carry out a command and tell what followed; Misread says why it was refused."""
        answer = self._game.send(command)
        if isinstance(answer, Refusal):
            raise Misread(str(answer))
        self._walk.follow(answer)
        self._warn()

    def _warn(self) -> None:
        """Say once that the game is not being kept, and what can be done."""
        problem = self._game.storage_problem
        if problem is not None and not self._warned:
            self._console.say(f"This game is not being kept: {problem.what}. It goes on in memory.")
            self._console.say("Type keep and a folder to keep it there.")
        self._warned = problem is not None

    def _keep(self, folder: str) -> None:
        if self._keep_elsewhere is None:
            return
        try:
            name = self._keep_elsewhere(folder)
        except StorageError as problem:
            raise Misread(f"That folder does not take it either: {problem.what}.") from None
        self._warned = False
        self._console.say(f"Kept as {name} in {folder}.")

    def _again(self) -> None:
        self._told = 0
        raise Again

    def _undo(self, *, practice: bool = False) -> None:
        try:
            self._send(co.Undo(self._seat, practice))
        except Misread as misread:
            more = " Type undo practice to go back all the same." if "practice" in str(misread) else ""
            raise Misread(f"{misread}{more}") from None
        self._again()

    def _quit(self) -> None:
        raise Left


def _take_row(rows: dict[str, list[float]], hypothesis: str, posted: list[float], text: str) -> None:
    rows[hypothesis] = read_percents(text, len(posted)) if text else posted
