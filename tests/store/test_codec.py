"""Events out of a file: what they say is theirs, what a terminal would obey is not."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest

from debate_tui.content.characters import FORBIDDEN
from debate_tui.engine import commands as co
from debate_tui.engine.events import Event
from debate_tui.errors import StorageError
from debate_tui.store.codec import decode
from tests.tabletop import SALON, Player, debate


def a_game() -> list[Event]:
    player = Player.at(debate(SALON)).open().predict().believe().predict().argue("expected")
    player.send(co.Concede("you", "skeptic"))
    player.send(co.Call("you", "asker", "hindsight"))
    return list(player.play_on().game.events)


def poisoned(value: Any) -> Any:
    """Put what a terminal would obey into every string but the kinds."""
    match value:
        case str():
            return f"\x1b\x9b{value}\x07\u202e"
        case dict():
            return {key: each if key == "kind" else poisoned(each) for key, each in value.items()}
        case list() | tuple():
            return [poisoned(each) for each in value]
    return value


def test_no_text_of_any_event_can_steer_the_terminal() -> None:
    events = a_game()
    assert {"called", "conceded", "argued"} <= {event.kind for event in events}
    assert decode([poisoned(msgspec.to_builtins(event)) for event in events]) == events


@pytest.mark.parametrize(
    "event",
    [
        {"kind": "x\x1b]0;HACK\x07\u202e" + "y" * 200},
        {"kind": "argued", "speaker": "you", "verb": "x\x1b]0;HACK\x07\u202e\n"},
        {"kind": "ended", "ending": json.loads("[" * 900 + "]" * 900)},
    ],
)
def test_what_is_no_event_is_named_on_one_line_without_what_steers_a_terminal(event: dict[str, Any]) -> None:
    with pytest.raises(StorageError, match="event 0 ") as caught:
        decode([event])
    assert not FORBIDDEN.search(caught.value.what)
    assert "\n" not in caught.value.what
    assert len(caught.value.what) < 200
