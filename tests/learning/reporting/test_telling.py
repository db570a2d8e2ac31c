"""What players are told, at the desk and by a page alike."""

from tests.learning.reporting.devices import report


def test_a_player_that_knows_what_is_held_is_told_little(send, device):
    hers = device()

    told = send(hers, report(hers, [0, 15], knows=15))

    assert told.keys() == {"receipts", "received", "interval", "now"}
    assert told["receipts"] == [{"session": hers.session, "seconds": 15, "lacking": 465}]
    assert told["interval"] == 60


def test_a_player_that_knows_otherwise_is_told_what_is_held(send, device):
    hers = device()

    [told] = send(hers, report(hers, [0, 15], knows=99))["receipts"]

    assert told["held"] == [[0, 15]]


def test_seconds_beyond_the_budget_are_named_at_once(send, device):
    hers = device()

    [told] = send(hers, report(hers, [0, 600], knows=600))["receipts"]

    assert told["refused"] == [[told["seconds"], 600]]
    assert 120 <= told["seconds"] < 180


def test_an_older_player_is_told_everything(send, device):
    hers = device()

    [told] = send(hers, report(hers, [0, 15]))["receipts"]

    assert (told["held"], told["length"], told["refused"]) == ([[0, 15]], 600, [])
    assert (told["interval"], told["received"]) == (60, told["received"])


def test_what_can_never_be_kept_spoils_no_other(send, device):
    hers, others = device(), device()

    told = send(
        hers,
        report(hers, [0, 15], knows=15),
        report(others, [0, 15], knows=15),
        report(hers, [600, 601], knows=16),
        report(hers, [15, 20], knows=20, closing=True),
    )["receipts"]

    assert [one.get("unknown", False) for one in told] == [False, True, True, False]
    assert told[3]["seconds"] == 20
