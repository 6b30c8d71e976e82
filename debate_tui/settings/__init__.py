"""How somebody likes to play: a small file of their own, read before the first frame.

Reading it imports nothing heavy, collects every fault, and takes the default for what is faulty alone.
Writing it changes what was changed, and keeps the comments and the order of all else.
"""

from debate_tui.settings.reading import Loaded, load
from debate_tui.settings.values import PACES, Pace, Settings, settings_file
from debate_tui.settings.writing import save

__all__ = ["PACES", "Loaded", "Pace", "Settings", "load", "save", "settings_file"]
