"""Clocks and browsers of devices, the rule a lecture was seen by, and curves of films."""

import sqlalchemy as sa
from alembic import op

revision = "0042"
down_revision = "0041"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("watch_session", schema=None) as batch_op:
        batch_op.add_column(sa.Column("browser", sa.String(length=32), nullable=True))
        batch_op.add_column(sa.Column("clock_ahead_ms", sa.BigInteger(), nullable=True))
        batch_op.create_index(batch_op.f("ix_watch_session_browser"), ["browser"], unique=False)
        batch_op.create_index("ix_watch_session_opened_at", ["opened_at"], unique=False)
    with op.batch_alter_table("watch_map", schema=None) as batch_op:
        batch_op.add_column(sa.Column("seen_by", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_watch_map_seen_by"),
            "watch_rule",
            ["seen_by"],
            ["version"],
            ondelete="RESTRICT",
        )
    # By the newest rule that held on the day it was seen.
    op.execute(
        """
        UPDATE watch_map SET seen_by = (
            SELECT MAX(version) FROM watch_rule
            WHERE valid_from <= DATE(watch_map.seen_at)
            AND (valid_to IS NULL OR valid_to >= DATE(watch_map.seen_at))
        )
        WHERE seen_at IS NOT NULL
        """
    )
    with op.batch_alter_table("watch_evidence", schema=None) as batch_op:
        batch_op.add_column(sa.Column("device_first_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("device_last_at", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "watch_curve",
        sa.Column("medium_version_id", sa.Integer(), nullable=False),
        sa.Column("last_session_id", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("counted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("finished", sa.Integer(), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("watched", sa.LargeBinary(), nullable=False),
        sa.Column("again", sa.LargeBinary(), nullable=False),
        sa.Column("left", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint(
            "finished BETWEEN 0 AND people", name=op.f("ck_watch_curve_finished_are_people")
        ),
        sa.CheckConstraint("length >= 0", name=op.f("ck_watch_curve_length_not_negative")),
        sa.CheckConstraint("people >= 0", name=op.f("ck_watch_curve_people_not_negative")),
        sa.ForeignKeyConstraint(
            ["medium_version_id"],
            ["medium_version.id"],
            name=op.f("fk_watch_curve_medium_version_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("medium_version_id", name=op.f("pk_watch_curve")),
    )


def downgrade() -> None:
    op.drop_table("watch_curve")
    with op.batch_alter_table("watch_evidence", schema=None) as batch_op:
        batch_op.drop_column("device_last_at")
        batch_op.drop_column("device_first_at")
    with op.batch_alter_table("watch_map", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_watch_map_seen_by"), type_="foreignkey")
        batch_op.drop_column("seen_by")
    with op.batch_alter_table("watch_session", schema=None) as batch_op:
        batch_op.drop_index("ix_watch_session_opened_at")
        batch_op.drop_index(batch_op.f("ix_watch_session_browser"))
        batch_op.drop_column("clock_ahead_ms")
        batch_op.drop_column("browser")
