"""What every page of this domain asks of its request: the guard of the day, the device."""

from datetime import datetime

from flask import Blueprint, current_app, request
from flask.blueprints import BlueprintSetupState

from elearn import accounts, clock
from elearn.web import here

bp = Blueprint("accounts", __name__)


@bp.record_once
def _hand_in_passwords(state: BlueprintSetupState) -> None:
    state.app.extensions.setdefault("passwords", accounts.Passwords())


def guard(now: datetime) -> accounts.Guard:
    """Return the password tester of this application with the rule of the day."""
    return accounts.Guard(
        current_app.extensions["passwords"],
        accounts.rule_on(clock.day_of(now)),
        here().settings.secret_key,
    )


def device() -> accounts.Device:
    return accounts.Device(accounts.network_of(request.remote_addr), request.user_agent.string)


bp.add_app_template_filter(accounts.device_name, "device")
bp.add_app_template_filter(accounts.shown_network, "network")
