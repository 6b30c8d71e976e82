"""The command palette: every command that is possible now, found by its words."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator

from textual.binding import ActiveBinding
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider

from debate_tui.tui.screens.once import Once


class Commands(Provider):
    """The bindings of what has the focus, of its screen and of the app."""

    def _possible(self) -> list[ActiveBinding]:
        """Give them, those of the footer first."""
        return sorted(self._active(), key=lambda active: not active.binding.show)

    def _active(self) -> Iterator[ActiveBinding]:
        seen = set()
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if binding.id and active.enabled and binding.id not in seen:
                seen.add(binding.id)
                yield active

    async def discover(self) -> Hits:
        """List every command before anything is typed."""
        for active in self._possible():
            yield DiscoveryHit(active.binding.description, self._run(active), help=active.binding.tooltip)

    async def search(self, query: str) -> Hits:
        """Find commands by their words."""
        matcher = self.matcher(query)
        for active in self._possible():
            words = f"{active.binding.description}: {active.binding.tooltip}"
            score = matcher.match(words)
            if score > 0:
                yield Hit(
                    score,
                    matcher.highlight(active.binding.description),
                    self._run(active),
                    help=active.binding.tooltip,
                )

    def _run(self, active: ActiveBinding) -> Callable[[], Awaitable[None]]:
        async def run() -> None:
            if active.node.is_attached and self.app.screen is self.screen:  # as it was, and not a second time
                await self.app.run_action(active.binding.action, active.node)

        return run


class Palette(CommandPalette, Once[None]):
    """Textual's palette, whose list takes no key before it has room (see `Options`)."""

    def _action_command_list(self, action: str) -> None:
        if self.query_one(CommandList).scrollable_content_region:
            super()._action_command_list(action)
