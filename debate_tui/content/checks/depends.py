"""Cards that partly repeat an earlier one: exactly one form, whole tables, and no circles."""

from __future__ import annotations

from debate_tui.content.characters import quote
from debate_tui.content.checks.cycles import closing_steps
from debate_tui.content.checks.names import Known, Names, check_keys, check_reference, depends_on, keys
from debate_tui.content.checks.part import Part
from debate_tui.content.checks.tables import check_table, in_range
from debate_tui.content.faults import Faults
from debate_tui.content.scenario import Depends

FORMS = {"copies": "share", "overlaps": "share", "given": "when"}
"""The forms of `depends`, each with the other key that it needs."""


def check_depends(card: Part, rows: list[dict[str, float]], names: Names, faults: Faults) -> None:
    """Check how a card depends on another, if it does; `rows` are its own likelihoods."""
    depends = card["depends"]
    forms = [form for form in FORMS if depends[form].value is not None]
    if isinstance(depends.value, dict) and len(forms) != 1:
        message = f"exactly one of `copies`, `overlaps` and `given` is needed, not {len(forms) or 'none'}"
        faults.add(
            depends.path, "depends-forms", message, "let one of them name the earlier card", at_key=True
        )
    for form in forms:
        check_reference(depends[form], names.cards, "card", faults)
    if len(forms) == 1:
        _check_keys_of(forms[0], depends, faults)
        earlier = names.outcomes.get(depends[forms[0]].text or "")
        if forms[0] == "copies":
            _check_copy(depends["copies"], earlier, keys(card["outcomes"]), faults)
            _check_share(depends, rows, faults)
        elif forms[0] == "given":
            _check_given(depends["when"], earlier, keys(card["outcomes"]), names, faults)


def _check_keys_of(form: str, depends: Part, faults: Faults) -> None:
    needed = FORMS[form]
    other = "share" if needed == "when" else "when"
    if depends[needed].value is None:
        mend = f"add it: {Depends.model_fields[needed].description}"
        faults.add(depends[needed].path, "missing-key", f"`{form}` needs the key `{needed}`", mend)
    if depends[other].value is not None:
        message = f"`{other}` does not go with `{form}`"
        faults.add(depends[other].path, "depends-forms", message, "take it away", at_key=True)


def _check_copy(copied: Part, earlier: Known, own: Known, faults: Faults) -> None:
    if earlier is not None and own is not None and set(earlier) != set(own):
        message = f"a copy needs the outcomes of {quote(copied.text or '')}: {', '.join(map(quote, earlier))}"
        faults.add(
            copied.path, "copies-outcomes", message, "give it the same ids, or use `overlaps` or `given`"
        )


def _check_given(when: Part, earlier: Known, own: Known, names: Names, faults: Faults) -> None:
    check_keys(when, earlier, "outcome", faults)
    missing = [outcome for outcome in earlier or () if when[outcome].value is None]
    if missing and isinstance(when.value, dict):
        message = f"there is no table for {', '.join(map(quote, missing))}"
        faults.add(when.path, "given-incomplete", message, "every outcome needs one", at_key=True)
    for _, table in when.entries():
        check_table(table, names.hypotheses, own, faults)


def _check_share(depends: Part, rows: list[dict[str, float]], faults: Faults) -> None:
    """Check the least likelihood that a copy gets: of its rarest outcome, where the earlier card had another.

    It is (1 − share)·L; if that is in range, so are the others. `overlaps` needs no such check: it takes
    means of likelihoods in range and scales them up to sum to 1.
    """
    share = depends["share"].number
    rarest = min((likelihood for row in rows for likelihood in row.values()), default=0.0)
    if share is None or not 0 <= share <= 99 or not in_range(rarest):
        return
    left = (1 - share / 100) * rarest
    if not in_range(left):
        message = f"a copy leaves its rarest outcome {100 * left:.4g}%: 0.1 is the least"
        faults.add(depends["share"].path, "likelihood-range", message, "lower the share")


def check_circles(scenario: Part, names: Names, faults: Faults) -> None:
    """Report each dependence that closes a circle."""
    cards = {card["id"].text: card for card in scenario["evidence"].items()}
    for here, there in closing_steps({card: [on] for card, on in names.depends.items()}):
        message = f"{quote(there)} depends on {quote(here)} in turn"
        faults.add(depends_on(cards[here]).path, "card-cycle", message, "let the earlier card stand alone")
