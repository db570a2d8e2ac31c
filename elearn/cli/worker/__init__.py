"""The worker: claims one job after another and does it under a lease."""

from elearn.cli.worker.loop import run

__all__ = ["run"]
