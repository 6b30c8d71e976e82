"""The floor at a prompt: what can be said, to whom, and for what."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from debate_tui.content.moves import CALLS_OUT
from debate_tui.engine import commands as co
from debate_tui.engine.debate import Debate
from debate_tui.engine.hand import Option
from debate_tui.engine.view import View
from debate_tui.plain.console import Choice, Console
from debate_tui.report.left import left
from debate_tui.report.reach import reach
from debate_tui.report.slips import SOMETHING_ELSE, likely, others
from debate_tui.report.words import SLIPS, VERBS, Names, strength_word

KEYS = {"press": "p", "deflate": "d", "link": "l", "clarify": "c"}
"""The letters of the bare verbs: the same wherever they are offered."""

Send = Callable[[co.SeatCommand], None]


class FloorTalk:
    """Asks what a seat wants to say."""

    def __init__(self, debate: Debate, names: Names, console: Console, send: Send) -> None:
        self._debate = debate
        self._names = names
        self._console = console
        self._send = send

    def ask(self, view: View) -> None:
        """Offer everything that can be said now, and say what is chosen."""
        self._console.title(left(view))
        choices = [
            Choice(
                self._words_of(option, view),
                partial(self._say, option, view),
                KEYS[option.verb] if option.argument is None else "",
            )
            for option in view.hand
            if not option.why_not
        ]
        if view.may_concede_to:
            choices.append(Choice("Grant somebody their view of this card.", partial(self._grant, view), "g"))
        if view.may_call:
            choices.append(Choice("Call somebody for a slip: once a round.", partial(self._call, view), "x"))
        choices.append(Choice("Say nothing more.", partial(self._send, co.Pass(view.seat)), "s"))
        self._console.menu("What do you say", choices, enter="s")

    def _words_of(self, option: Option, view: View) -> str:
        if option.argument is None:
            return " ".join(filter(None, [f"{VERBS[option.verb]}.", self._reach(option, view)]))
        argument = self._debate.arguments[option.argument]
        if option.verb == "call":
            slip = SLIPS[CALLS_OUT[argument.move][0]]
            return f"“{argument.text}” (Calls somebody for {slip}.)"
        if option.verb == "concede":
            return f"“{argument.text}” (Grants somebody a point.)"
        strength = strength_word(option.strength)
        said = " ".join(filter(None, [f"{option.verb.capitalize()}, {strength}.", self._reach(option, view)]))
        return f"“{argument.text}” ({said})"

    def _reach(self, option: Option, view: View) -> str:
        return reach(option, view, self._names)

    def _say(self, option: Option, view: View) -> None:
        argument = option.argument
        if argument is None:
            self._send(co.ArgueBare(view.seat, option.verb, option.card))
        elif option.verb in ("call", "concede"):
            self._somebody("To whom", view.cast, lambda who: self._send(co.Argue(view.seat, argument, who)))
        else:
            self._send(co.Argue(view.seat, argument))

    def _grant(self, view: View) -> None:
        self._somebody("To whom", view.may_concede_to, lambda who: self._send(co.Concede(view.seat, who)))

    def _call(self, view: View) -> None:
        self._somebody("Whom", view.cast, partial(self._call_for, view))

    def _call_for(self, view: View, who: str) -> None:
        persona = self._debate.personas[who]
        further = partial(self._console.submenu, "For what", self._slips(others(persona), view, who))
        near = self._slips(likely(persona), view, who)
        self._console.submenu("For what", [*near, Choice(f"{SOMETHING_ELSE}.", further)])

    def _slips(self, slips: Iterable[str], view: View, who: str) -> list[Choice]:
        send = self._send
        return [Choice(f"For {SLIPS[slip]}.", partial(send, co.Call(view.seat, who, slip))) for slip in slips]

    def _somebody(self, question: str, among: Iterable[str], then: Callable[[str], None]) -> None:
        self._console.submenu(
            question,
            [Choice(f"{self._names.who(persona)}.", partial(then, persona)) for persona in among],
        )
