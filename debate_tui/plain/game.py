"""A game at a prompt: one step after the other, to the scorecard."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TextIO

from debate_tui.engine import commands as co
from debate_tui.engine.events import SELF, Started
from debate_tui.engine.hand import Option
from debate_tui.engine.refusals import Refusal
from debate_tui.engine.transcript import Walk
from debate_tui.engine.view import View
from debate_tui.errors import StorageError
from debate_tui.game import Game
from debate_tui.plain.console import Choice, Console, Left
from debate_tui.plain.reading import Misread, read_belief, read_percents
from debate_tui.plain.table import TableTalk
from debate_tui.plain.voice import PlainVoice
from debate_tui.report.scorecard import sections
from debate_tui.report.words import SLIPS, VERBS, Names, joined, strength_word

HELP = """\
At every prompt you can type:
  help           these lines
  card           the card's question, rows and bets again
  beliefs        what everybody at the table believes
  map            what has been said, and how strong it is now
  words          the glossary
  undo           take your last step back
  undo practice  the same across a reveal: the rest is then practice
  quit           leave; the game is kept, and `continue` goes on with it
  keep FOLDER    keep the game in another folder"""


class TakenBack(Exception):
    """Something was taken back: the step under way is not the one that it was."""


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
        self._names = Names(game.debate, first)
        self._console = Console(out, ask)
        self._table = TableTalk(game.debate, self._names, self._console)
        self._console.anywhere = {
            "help": lambda: self._console.raw(HELP),
            "card": lambda: self._table.card(self._view),
            "beliefs": lambda: self._table.beliefs(self._view),
            "map": lambda: self._table.map(self._view),
            "words": self._table.words,
            "undo": self._undo,
            "undo practice": partial(self._undo, practice=True),
            "quit": self._quit,
        }
        self._console.anywhere_with = {"keep": self._keep} if keep_elsewhere else {}
        self._keep_elsewhere = keep_elsewhere
        self._voice = PlainVoice(game.debate, self._console)
        self._voice.muted = bool(rest)
        self._walk = Walk(game.debate, first, self._voice)
        self._walk.follow(rest)
        self._voice.muted = False
        self._told = 0
        self._warned = False
        self._warn()

    @property
    def _view(self) -> View:
        return self._game.view(self._seat)

    def play(self) -> None:
        """Play to the end and tell the scorecard; raises Left where the player leaves before."""
        steps = {
            "briefing": self._briefing,
            "predict": self._predict,
            "floor": self._floor,
            "update": self._update,
        }
        self._console.say("Type help at any prompt.")
        if self._game.state.cards:
            self._recap()
        while not self._game.over:
            try:
                steps[self._game.state.step]()
            except TakenBack:
                self._told = 0
        self._scorecard()

    def _recap(self) -> None:
        """Say where a game that is taken up again stands."""
        cards = self._game.state.cards
        self._console.title(f"You go on at card {len(cards)}: {self._names.card(cards[-1])}")
        belief = self._view.belief or {}
        self._console.say(f"You believe: {self._names.belief(list(belief.values()))}.")

    def _briefing(self) -> None:
        scenario = self._debate.scenario
        self._console.title("The hypotheses")
        self._console.numbered(
            [
                " ".join(part for part in (f"{each.name}.", each.says, _settled(each.settled_by)) if part)
                for each in scenario.hypotheses
            ]
        )
        self._console.title("At the table")
        for persona in self._view.cast:
            self._introduce(persona)
        role = self._view.role
        default = self._debate.deck.prior
        if role != SELF:
            self._console.title(f"You play {self._names.who(role)}")
            self._console.say(self._debate.members[role].brief or self._debate.personas[role].about)
            default = self._debate.mind[role].prior
        self._console.title("Before any evidence")
        self._console.say(f"Enter takes: {self._names.belief(default)}.")
        hypotheses = self._debate.deck.hypotheses
        now = dict(zip(hypotheses, default, strict=True))
        self._console.prompt(
            f"What do you believe ({len(hypotheses)} percents)",
            lambda text: self._send(
                co.Open(self._seat, read_belief(text, hypotheses, now) if text else None)
            ),
        )

    def _introduce(self, persona: str) -> None:
        known = self._debate.personas[persona]
        self._console.say(f"{known.name}. {known.tagline}", indent="   ")
        for wire in self._debate.members[persona].moves_if:
            card = self._debate.cards[wire.card]
            self._console.say(f"Would change its mind on {card.name}, if: {card.outcomes[wire.outcome]}.")

    def _predict(self) -> None:
        if self._told != len(self._game.state.cards):
            self._told = len(self._game.state.cards)
            self._table.rows(self._view)
        card = self._view.card
        choices = [Choice("Take the posted rows.", partial(self._send, co.Predict(self._seat)))]
        if card is not None and card.rows_open:
            choices += [
                Choice("Give rows of your own.", self._own_rows),
                Choice("Read it as somebody else does.", self._read_as),
            ]
        choices += [
            Choice("Name a rival: a duel on who foresees this better.", self._rival),
            Choice(
                "Say that you knew this one: it becomes practice.", partial(self._send, co.Know(self._seat))
            ),
            Choice("Make no prediction.", partial(self._send, co.Skip(self._seat))),
        ]
        self._console.menu("Your prediction", choices, default=1)

    def _own_rows(self) -> None:
        card = self._view.card
        if card is None:
            return
        outcomes = self._debate.cards[card.id].outcomes
        self._console.say(f"Percents in this order: {'; '.join(outcomes.values())}.")
        rows: list[list[float]] = []
        for hypothesis, row in card.posted.items():
            posted = [100.0 * chance for chance in row.values()]
            shown = " ".join(f"{percent:.0f}" for percent in posted)
            question = f"If “{self._names.hypothesis(hypothesis)}” is right (Enter: {shown})"
            self._console.prompt(question, partial(_take_row, rows, posted))
        self._send(co.Predict(self._seat, rows))

    def _read_as(self) -> None:
        self._somebody("Whose reading", lambda who: self._send(co.Predict(self._seat, read_as=who)))

    def _rival(self) -> None:
        self._somebody("Your rival", lambda who: self._send(co.NameRival(self._seat, who)))

    def _floor(self) -> None:
        view = self._view
        left = view.exchanges_left
        self._console.title(f"The floor is open: {left} exchange{'s' * (left != 1)} left in this round")
        choices = [
            Choice(self._words_of(option), partial(self._play, option))
            for option in view.hand
            if not option.why_not
        ]
        if view.cast:
            choices.append(Choice("Concede: grant somebody their reading of this card.", self._concede))
        if view.cast and view.may_call:
            choices.append(Choice("Call somebody for a slip.", self._call))
        choices.append(Choice("Say nothing more.", partial(self._send, co.Pass(self._seat))))
        self._console.menu("What do you say", choices, default=len(choices))

    def _words_of(self, option: Option) -> str:
        moves = joined([self._names.who(persona) for persona in option.moves])
        reach = f" Would move {moves}." if moves else ""
        if option.argument is None:
            return f"{VERBS[option.verb]}.{reach}"
        text = self._debate.arguments[option.argument].text
        return f"{text} ({option.verb}, {strength_word(option.strength)}.{reach})"

    def _play(self, option: Option) -> None:
        argument = option.argument
        if argument is None:
            self._send(co.ArgueBare(self._seat, option.verb, option.card))
        elif option.verb in ("call", "concede"):
            self._somebody("To whom", lambda who: self._send(co.Argue(self._seat, argument, who)))
        else:
            self._send(co.Argue(self._seat, argument))

    def _concede(self) -> None:
        self._somebody("To whom", lambda who: self._send(co.Concede(self._seat, who)))

    def _call(self) -> None:
        self._somebody("Whom", self._call_for)

    def _call_for(self, who: str) -> None:
        self._console.menu(
            "For what",
            [
                Choice(f"For {words}.", partial(self._send, co.Call(self._seat, who, slip)))
                for slip, words in SLIPS.items()
            ],
        )

    def _somebody(self, question: str, then: Callable[[str], None]) -> None:
        self._console.menu(
            question,
            [Choice(f"{self._names.who(persona)}.", partial(then, persona)) for persona in self._view.cast],
        )

    def _update(self) -> None:
        hypotheses = self._debate.deck.hypotheses
        now = self._view.belief or {}
        same = [100.0 * now[hypothesis] for hypothesis in hypotheses]
        self._console.title("What do you believe now")
        self._table.promise(self._view)
        self._console.say(f"Before: {self._names.belief(same)}.")
        self._console.prompt(
            "All percents, or one by its number (2=40); Enter: as before",
            lambda text: self._send(
                co.Believe(self._seat, read_belief(text, hypotheses, now) if text else same)
            ),
        )

    def _scorecard(self) -> None:
        card = self._game.scorecard(self._seat)
        for section in sections(self._debate, self._started, self._seat, card):
            self._console.title(section.title)
            for sentence in section.sentences:
                self._console.say(sentence)

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

    def _undo(self, *, practice: bool = False) -> None:
        try:
            self._send(co.Undo(self._seat, practice))
        except Misread as misread:
            more = " Type undo practice to go back all the same." if "practice" in str(misread) else ""
            raise Misread(f"{misread}{more}") from None
        raise TakenBack

    def _quit(self) -> None:
        raise Left


def _take_row(rows: list[list[float]], posted: list[float], text: str) -> None:
    rows.append(read_percents(text, len(posted)) if text else posted)


def _settled(by: str) -> str:
    return f"Settled by: {by}" if by else ""
