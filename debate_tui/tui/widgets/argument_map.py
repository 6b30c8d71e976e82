"""The argument map: what has been said as a tree of attacks and supports, with strengths."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static, Tree
from textual.widgets.tree import TreeNode

from debate_tui.report import figures

ATTACKS, SUPPORTS = "✗", "+"
SEE_ABOVE = "(see above)"


class Node(NamedTuple):
    """One thing said: its words, who said it (a glyph and a name), what it attacks and supports."""

    words: str
    speaker: str
    strength: float
    attacks: Sequence[str]
    supports: Sequence[str]


class ArgumentMap(Tree[str]):
    """Each thing said, and below it what attacks (✗) and what supports (+) it."""

    DEFAULT_CSS = """
    ArgumentMap { height: 1fr; min-width: 12; background: transparent; overflow-x: hidden; }
    """

    HELP = (
        "Below each argument: what attacks it (✗) and what supports it (+). The blocks are its strength now."
    )

    def __init__(self, nodes: Mapping[str, Node], *, id: str | None = None) -> None:
        super().__init__("", id=id)
        self.nodes = nodes
        self.show_root = False
        self.guide_depth = 3
        self.auto_expand = False

    def on_mount(self) -> None:
        self.show(self.nodes)

    def show(self, nodes: Mapping[str, Node]) -> None:
        """Show what has been said by now."""
        self.nodes = nodes
        self.clear()
        answers: dict[str, list[tuple[str, str]]] = {name: [] for name in nodes}
        for name, node in nodes.items():
            for mark, targets in ((ATTACKS, node.attacks), (SUPPORTS, node.supports)):
                for target in dict.fromkeys(targets):
                    if target in nodes:
                        answers[target].append((name, f"{mark} "))
        grown: set[str] = set()
        for name, node in nodes.items():
            if not any(target in nodes for target in (*node.attacks, *node.supports)):
                self._grow(self.root, name, "", answers, grown)
        self.root.expand_all()

    def _grow(
        self,
        parent: TreeNode[str],
        name: str,
        mark: str,
        answers: Mapping[str, Sequence[tuple[str, str]]],
        grown: set[str],
    ) -> None:
        """Hang something said below what it answers, and below it its answers where it stands first.

        Where it answers more than one thing, all its answers below each would be more than anybody reads,
        and in a long debate more than can be drawn.
        """
        node = self.nodes[name]
        below = answers[name] if name not in grown else ()
        again = f"{SEE_ABOVE} " if answers[name] and not below else ""
        grown.add(name)
        label = Text(f"{mark}{figures.level(node.strength)} {again}{node.speaker}: {node.words}")
        branch = parent.add(label, data=name, allow_expand=bool(below))
        for other, how in below:
            self._grow(branch, other, how, answers, grown)


class ArgumentReader(Vertical):
    """The map, and below it all the words of what is highlighted: a line of the tree holds but a few."""

    DEFAULT_CSS = """
    ArgumentReader {
        height: 1fr;
        VerticalScroll { height: auto; max-height: 40%; border-top: solid $primary 50%; }
        Static { height: auto; }
    }
    """

    def __init__(self, nodes: Mapping[str, Node]) -> None:
        super().__init__()
        self.nodes = nodes

    def compose(self) -> ComposeResult:
        yield ArgumentMap(self.nodes)
        with VerticalScroll(can_focus=False):
            yield Static(id="whole")

    def on_mount(self) -> None:
        tree = self.query_one(ArgumentMap)
        tree.focus()
        tree.cursor_line = 0

    @on(Tree.NodeHighlighted)
    def _highlighted(self, event: Tree.NodeHighlighted[str]) -> None:
        node = self.nodes.get(event.node.data or "")  # the root, which is not shown, has nothing to say
        if node is not None:
            self.query_one("#whole", Static).update(Content(f"{node.speaker}: {node.words}"))
