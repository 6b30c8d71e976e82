"""The record of a game: every face and every export walks the same one."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings

from debate_tui.content.persona import Temperament
from debate_tui.engine import commands as co
from debate_tui.engine.lines import Voices, filled, size
from debate_tui.engine.percents import whole_percents
from debate_tui.engine.promise import Promise, movement, promises
from debate_tui.engine.transcript import Walk, surprises, walk
from debate_tui.engine.visitor import Movement, Visitor
from debate_tui.report.markdown import plain, transcript
from debate_tui.report.record import record
from debate_tui.report.words import points, shown_percent, signed, temper
from debate_tui.store.codec import decode, encode
from tests.engine.strategies import GAMES, summing
from tests.engine.test_session import TABLE, played
from tests.tabletop import SALON, Player, debate


class Stops(Visitor):
    """Notes every stop by name, and what was said."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.lines: list[tuple[str, str, str]] = []

    def __getattribute__(self, name: str) -> object:
        if not name.startswith("_") and name in Visitor.__dict__:
            self.names.append(name)
        return super().__getattribute__(name)

    def said(self, line) -> None:
        self.lines.append((line.persona, line.occasion, line.text))


class Still(Visitor):
    """Sees to it that nobody says otherwise than its figures at a reveal."""

    def __init__(self) -> None:
        self.moved_by: dict[str, bool] = {}

    def moved(self, _card, movements) -> None:
        self.moved_by = {
            each.persona: whole_percents(each.before) != whole_percents(each.after) for each in movements
        }

    def called(self, _event, _excuse) -> None:
        self.moved_by = {}

    def said(self, line) -> None:
        if line.occasion in ("moved", "unmoved") and line.persona in self.moved_by:
            assert self.moved_by[line.persona] == (line.occasion == "moved")


@given(GAMES)
@settings(deadline=None, max_examples=40)
def test_any_game_can_be_walked_written_down_and_told(commands):
    game = played(commands)
    assert transcript(TABLE, game.events).startswith("# The salon")
    json.dumps(record(TABLE, game.events), allow_nan=False)


@given(GAMES)
@settings(deadline=None, max_examples=20)
def test_a_walk_taken_in_pieces_is_the_walk_taken_at_once(commands):
    events = played(commands).events
    whole, pieces = Stops(), Stops()
    walk(TABLE, events, whole)
    piecemeal = Walk(TABLE, events[0], pieces)
    for event in events[1:]:
        piecemeal.follow([event])
    assert (whole.names, whole.lines) == (pieces.names, pieces.lines)


@given(GAMES)
@settings(deadline=None, max_examples=40)
def test_whoever_says_that_it_did_not_move_has_no_percent_that_changed(commands):
    stops = Still()
    walk(TABLE, played(commands).events, stops)


def test_the_cast_speaks_when_something_happens_to_it():
    player = Player.at(TABLE).open().predict().believe().predict().bare("clarify").believe()
    player.predict().believe().play_on()
    stops = Stops()
    walk(TABLE, player.game.events, stops)
    said = {(persona, occasion) for persona, occasion, _ in stops.lines}
    assert {("asker", "greeting"), ("asker", "says"), ("asker", "wins"), ("asker", "farewell")} <= said
    assert ("asker", "tripwire") in said
    texts = [text for _, _, text in stops.lines]
    assert "Good evening, friend." in texts
    assert "That I said would move me." in texts


def test_nobody_says_that_it_saw_coming_what_surprised_everybody():
    weirdest = SALON.replace(
        "prior: {holds: 15, cliff: 60, weird: 25}", "prior: {holds: 2, cliff: 3, weird: 95}"
    )
    table = debate(
        weirdest.replace(
            "moves_if: [{card: strange, outcome: broke", "moves_if: [{card: coda, outcome: broke"
        )
    )
    player = Player.at(table).open().predict().believe().predict().believe().predict()
    stops = [stop for stop in record(table, player.game.events) if stop["what"] in ("revealed", "said")]
    bits = next(stop for stop in stops if stop.get("card") == "strange")["surprise_bits"]
    assert 1.0 < bits["asker"] == min(bits.values())
    assert not [stop for stop in stops if stop.get("text") == "I saw Something strange coming."]


def test_surprises_stand_in_the_order_of_the_whole_numbers_that_are_shown(monkeypatch):
    """Made to sum to 100, they can stand the other way round than the bits."""
    bets = {"you": (0.3640, 0.3150, 0.3210), "asker": (0.3638, 0.3232, 0.3130), "skeptic": (0.3, 0.4, 0.3)}
    monkeypatch.setattr(
        "debate_tui.engine.transcript._bets",
        lambda *_: [(who, (0.5, 0.5), (row, row)) for who, row in bets.items()],
    )
    table = debate(SALON)
    state = Player.at(table).open().predict().game.state
    told = surprises(state)
    assert [(each.who, each.in_100) for each in told] == [("asker", 37), ("you", 36), ("skeptic", 30)]
    assert told[0].bits > told[1].bits


def test_whoever_is_asked_to_clarify_shows_rows_and_reading():
    player = Player.at(TABLE).open().predict().believe().predict()
    player.send(co.ArgueBare("you", "clarify", "works", "asker"))
    stops = [stop for stop in record(TABLE, player.game.events) if stop["what"] == "clarified"]
    assert stops[0]["persona"] == "asker"
    assert stops[0]["rows"]["weird"]["fine"] == pytest.approx(0.9)
    assert sum(stops[0]["reading"].values()) == pytest.approx(0)
    assert "Asker shows its figures" in transcript(TABLE, player.game.events)


def test_without_a_name_the_one_who_reads_the_card_most_differently_clarifies():
    player = Player.at(TABLE).open().predict([[95, 5], [50, 50], [5, 95]]).believe().predict()
    player.send(co.ArgueBare("you", "clarify", "works"))
    stops = [stop for stop in record(TABLE, player.game.events) if stop["what"] == "clarified"]
    assert stops[0]["persona"] == "asker"  # who hardly reads anything into it


def test_a_call_for_how_somebody_moved_says_on_which_card_it_was_right():
    player = Player.at(TABLE).open().predict().believe().predict()
    player.send(co.Call("you", "skeptic", "under-reacting"))
    told = transcript(TABLE, player.game.events)
    assert (
        "moving less than half as far as their own figures said. Right, on “It worked”: they mend it" in told
    )


def wrongly_called(player: Player, to: str, slip: str, card: str | None = None) -> str:
    player.send(co.Call("you", to, slip, card))
    assert not player.scorecard.calls[-1].right
    return transcript(player.game.debate, player.game.events)


@pytest.mark.parametrize(
    "command", [co.Concede("you", "skeptic", "works"), co.Argue("you", "fair-point", "skeptic")]
)
def test_what_is_granted_again_is_told_to_change_nothing(command):
    player = Player.at(TABLE).open().predict([[60, 40]] * 3).believe().predict()
    player.send(command)
    granted = "You granted Skeptic a point on “It worked”."
    assert granted in transcript(TABLE, player.game.events)
    player.send(command)
    told = transcript(TABLE, player.game.events)
    assert told.count(granted) == 1
    assert "You granted Skeptic the same point on “It worked” again, which changes nothing." in told


def test_a_call_that_names_a_card_is_excused_by_no_other():
    player = Player.at(TABLE).open().predict().believe().predict().argue("said-twice")
    player.bare("link", "again")
    told = wrongly_called(player, "optimist", "double-counting", "works")
    assert "That was not so, and they listen to you less." in told
    assert "Not any more" not in told


def test_a_call_that_was_kept_before_calls_told_their_cards_is_excused_by_its_own():
    player = Player.at(TABLE).open().predict().believe().predict().argue("said-twice")
    player.bare("link", "again")
    player.send(co.Call("you", "optimist", "double-counting"))
    kept = [json.loads(each) for each in encode(player.game.events)]
    for each in kept:
        each.pop("accused", None)
    assert "Not any more: they did" in transcript(TABLE, decode(kept))


def test_a_call_for_what_an_argument_has_mended_says_so():
    player = Player.at(TABLE).open().predict().believe().predict().argue("said-twice")
    player.bare("link", "again")
    told = wrongly_called(player, "optimist", "double-counting")
    assert (
        "counting the same thing twice. Not any more: they did, on “It worked again”, but what was said "
        "since has mended it. They listen to you less." in told
    )


def test_a_call_for_what_a_tripwire_kept_from_happening_says_so():
    table = debate(
        SALON.replace(
            "weird: 60}}", "weird: 60}, moves_if: [{card: works, outcome: fine, line: That moves me.}]}"
        )
    )
    player = Player.at(table).open().predict().believe().predict()
    told = wrongly_called(player, "skeptic", "under-reacting")
    assert "Not on “It worked”: their tripwire moved them in full. They listen to you less." in told


def test_a_call_for_what_is_too_small_to_judge_by_says_so():
    player = Player.at(debate(SALON.replace("share: 60", "share: 15"))).open().predict().believe().predict()
    told = wrongly_called(player, "optimist", "double-counting")
    assert "They did, on “It worked again”, but by too little to judge by. They listen to you less." in told


def test_a_call_for_what_never_was_says_that_it_was_not_so():
    player = Player.at(TABLE).open().predict().believe().predict().argue("said-twice")
    player.bare("link", "again")
    told = wrongly_called(player, "asker", "double-counting")
    assert told.rstrip().endswith("That was not so, and they listen to you less.")  # nobody shows figures


def test_whoever_says_where_it_moved_names_what_is_seen_to_rise():
    table, stops = debate(SALON), Stops()
    table.personas["asker"].lines.__dict__["moved"] = ("Towards {hypothesis}.",)
    walker = Walk(table, table.start(seed=7), stops)
    walker._tell_movement(Movement("asker", (0.300, 0.444, 0.256), (0.303, 0.446, 0.251), "reveal"), "")
    assert stops.lines == [
        ("asker", "moved", "Towards Holds until it breaks.")
    ]  # 44 to 45%; Holds stays at 30


def test_a_line_comes_back_only_after_all_others():
    voices = Voices(debate(SALON), seed=3)
    voices._debate.personas["asker"].lines.__dict__["moved"] = ("a", "b", "c")
    said = [voices.say("asker", "moved").text for _ in range(6)]
    assert sorted(said[:3]) == ["a", "b", "c"]
    assert said[3:] == said[:3]


def test_a_line_that_needs_what_is_not_known_is_passed_over():
    voices = Voices(debate(SALON), seed=3)
    assert voices.say("asker", "shocked") is None
    assert voices.say("asker", "shocked", bits="2.0").text == "2.0 bits!"
    assert voices.say("optimist", "shocked", bits="2.0") is None


def test_braces_that_mean_nothing_are_just_braces():
    assert filled("{name} {x} {0} {name!r} {", {"name": "N"}) == "N {x} {0} {name!r} {"


def test_sizes_in_words():
    assert [size(db) for db in (0.0, 0.99, 1.0, 5.0, 5.01)] == [
        "a nudge",
        "a nudge",
        "a step",
        "a step",
        "a leap",
    ]


def test_promises_say_where_each_outcome_leads_or_that_none_does():
    belief = {"a": 0.5, "b": 0.5}
    told = promises(belief, {"a": {"yes": 0.9, "no": 0.1}, "b": {"yes": 0.6, "no": 0.4}})
    assert (told["yes"].hypothesis, told["yes"].size) == ("a", "a step")
    assert (told["no"].hypothesis, told["no"].size) == ("b", "a leap")
    assert promises(belief, {"a": {"yes": 0.7, "no": 0.3}, "b": {"yes": 0.7, "no": 0.3}}) == {}


def test_how_far_a_belief_moved_is_told_as_a_promise_is():
    belief = {"a": 0.5, "b": 0.5}
    assert movement(belief, {"a": 0.6, "b": 0.4}) == Promise("a", "a step")
    assert movement(belief, {"a": 0.2, "b": 0.8}) == Promise("b", "a leap")
    assert movement(belief, belief) is None


def test_a_movement_that_mainly_takes_from_one_is_told_as_away_from_it():
    before = {"a": 0.2, "b": 0.2, "c": 0.2, "d": 0.4}
    assert movement(before, {"a": 0.25, "b": 0.25, "c": 0.25, "d": 0.25}) == Promise("d", "a step", away=True)
    assert movement(before, {"a": 0.3, "b": 0.2, "c": 0.2, "d": 0.3}).direction == "towards"


@given(summing(4))
def test_whole_percents_sum_to_a_hundred_and_are_never_a_point_off(percents):
    whole = whole_percents(percents)
    assert sum(whole) == 100
    assert all(abs(rounded - exact) < 1 for rounded, exact in zip(whole, percents, strict=True))


def test_a_temper_is_told_with_the_mistakes_it_is_prone_to():
    own = {"responsiveness": 130, "prior_weight": 80, "openness": 20}
    persona = (
        debate(SALON)
        .personas["asker"]
        .model_copy(update={"temperament": Temperament(**own), "slips": ("hindsight", "streetlight")})
    )
    assert temper(persona) == (
        "Moves by more than its own figures say, lets go of earlier beliefs and is hard to persuade. "
        "Prone to claiming to have known it all along and taking what is easy to see for what is there."
    )


def test_nothing_is_called_certain():
    assert [shown_percent(whole) for whole in (0, 50, 100)] == ["under 1%", "50%", "over 99%"]


def test_there_is_no_minus_nothing():
    assert [points(figure) for figure in (-0.4, 0.4, -15.2)] == ["0", "0", "−15"]
    assert [signed(figure, 1) for figure in (-0.04, 0.04, -1.2, 1.2)] == ["0.0", "0.0", "−1.2", "+1.2"]


def test_markup_in_what_people_wrote_is_shown_and_not_obeyed():
    assert plain("# [x](y) <b> *a* `c`") == r"\# \[x\](y) \<b\> \*a\* \`c\`"
