"""`elearn coverage`: the figures, what they count, and the targets, from the shell."""

import click

from elearn.cli import Group
from elearn.coverage.commands.checking import check_figures
from elearn.coverage.commands.counting import follow, rebuild, reconcile
from elearn.coverage.commands.definitions import define, indicators
from elearn.coverage.commands.reports import report
from elearn.coverage.commands.targets import targets
from elearn.coverage.commands.why import why


@click.group("coverage", cls=Group)
def group() -> None:
    """Độ phủ bồi dưỡng."""


for _command in (report, why, targets, define, indicators, check_figures):
    group.add_command(_command)
for _command in (rebuild, follow, reconcile):
    group.add_command(_command)
