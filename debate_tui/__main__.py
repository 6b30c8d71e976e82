"""`python -m debate_tui` is the same program as `debate-tui`."""

from debate_tui.cli import main

if __name__ == "__main__":
    main()
