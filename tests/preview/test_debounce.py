"""When a run begins after news of changes."""

import pytest

from sitegen.preview.debounce import LONGEST, LONGEST_OF_ALL, QUIET, TRIAL, Debounce


def test_without_news_no_run_is_due() -> None:
    assert Debounce().due() is None


def in_a_row() -> Debounce:
    """One whose run on trial has begun, at 9.5."""
    debounce = Debounce()
    debounce.news(9.5 - TRIAL)
    assert debounce.begin()
    return debounce


def test_the_first_run_after_a_pause_is_due_almost_at_once_and_on_trial() -> None:
    debounce = Debounce()
    debounce.news(10.0)
    debounce.news(10.005)
    assert debounce.due() == 10.0 + TRIAL
    assert debounce.begin()


def test_a_run_on_trial_counts_a_quiet_moment_after_the_last_news_before_it() -> None:
    debounce = Debounce()
    debounce.news(10.0)
    debounce.news(10.005)
    debounce.begin()
    assert debounce.settled == 10.005 + QUIET


def test_with_news_since_it_began_a_run_on_trial_is_for_nothing() -> None:
    debounce = in_a_row()
    debounce.news(9.52)
    assert debounce.settled is None


def test_the_next_run_is_due_a_quiet_moment_after_the_last_news() -> None:
    debounce = in_a_row()
    debounce.news(10.0)
    debounce.news(10.02)
    assert debounce.due() == 10.02 + QUIET
    assert not debounce.begin()


def test_one_run_answers_all_the_news_before_it() -> None:
    debounce = Debounce()
    debounce.news(10.0)
    debounce.news(10.01)
    debounce.begin()
    assert debounce.due() is None


def test_news_during_a_run_leads_to_one_more() -> None:
    debounce = in_a_row()
    debounce.news(10.0)
    debounce.begin()
    debounce.news(10.5)
    assert debounce.due() == 10.5 + QUIET


def test_while_news_goes_on_a_run_is_due_all_the_same() -> None:
    debounce = in_a_row()
    for step in range(100):
        debounce.news(10.0 + step * QUIET / 2)
    assert debounce.due() == 10.0 + LONGEST


def test_news_that_never_stops_costs_ever_fewer_runs() -> None:
    assert 25 <= len(_runs(seconds=60.0)) <= 31


def test_the_first_runs_of_a_long_row_come_soon() -> None:
    assert _runs(seconds=1.0) == pytest.approx([TRIAL, LONGEST, 3 * LONGEST], abs=0.05)


def test_after_a_long_row_a_single_save_is_as_quick_as_ever() -> None:
    debounce = Debounce()
    for moment in _runs(seconds=20.0, debounce=debounce):
        assert moment < 20.0 + LONGEST_OF_ALL
    debounce.begin()
    debounce.news(100.0)
    assert debounce.due() == 100.0 + TRIAL
    debounce.begin()
    debounce.news(100.5)
    assert debounce.due() == 100.5 + QUIET
    debounce.begin()
    for step in range(1000):
        debounce.news(101.0 + step / 100)
    assert debounce.due() == 101.0 + LONGEST


def test_a_gap_in_a_long_row_does_not_begin_another() -> None:
    debounce = Debounce()
    _runs(seconds=0.9, debounce=debounce)
    debounce.begin()
    debounce.news(1.2)  # the machine was busy
    for step in range(100):
        debounce.news(1.2 + step * QUIET / 2)
    due = debounce.due()
    assert due is not None
    assert due > 1.2 + LONGEST


def _runs(seconds: float, debounce: Debounce | None = None) -> list[float]:
    """When runs begin that take no time, with news every hundredth of a second."""
    debounce = debounce or Debounce()
    begun: list[float] = []
    for step in range(int(seconds * 100)):
        now = step / 100
        due = debounce.due()
        if due is not None and due <= now:
            debounce.begin()
            begun.append(now)
        debounce.news(now)
    return begun
