"""Which slips to offer first to whoever calls somebody: how they moved, and what they are prone to."""

from __future__ import annotations

from debate_tui.content.persona import Persona
from debate_tui.report.words import SLIPS

MOVEMENTS = ("over-reacting", "under-reacting", "double-counting")
"""Slips in how somebody moved, which anybody can make."""

SOMETHING_ELSE = "Something else"
"""What leads from the likely ones to the others."""


def likely(persona: Persona) -> list[str]:
    """Give the slips that somebody is the likeliest to have made."""
    return [*MOVEMENTS, *(slip for slip in SLIPS if slip in persona.slips and slip not in MOVEMENTS)]


def others(persona: Persona) -> list[str]:
    """Give all other slips: whatever somebody has said can have one of them."""
    return [slip for slip in SLIPS if slip not in likely(persona)]
