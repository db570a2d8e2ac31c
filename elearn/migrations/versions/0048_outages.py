"""Outages that are known, and what was looked at for signals."""

import sqlalchemy as sa
from alembic import op

revision = "0048"
down_revision = "0047"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "outage",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=True),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column(
            "source",
            sa.Enum(
                "entered",
                "found",
                name="outagesource",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_by_id", sa.Integer(), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(source = 'found') = (what = '')",
            name=op.f("ck_outage_what_was_entered_says_what_happened"),
        ),
        sa.CheckConstraint("ended_at > began_at", name=op.f("ck_outage_in_order_of_time")),
        sa.ForeignKeyConstraint(
            ["area_id"], ["area.id"], name=op.f("fk_outage_area_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["entered_by_id"],
            ["person.id"],
            name=op.f("fk_outage_entered_by_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outage")),
    )
    op.create_index(op.f("ix_outage_area_id"), "outage", ["area_id"], unique=False)
    op.create_index("ix_outage_ended_at", "outage", ["ended_at", "began_at"], unique=False)
    op.create_index(op.f("ix_outage_entered_by_id"), "outage", ["entered_by_id"], unique=False)
    op.create_table(
        "watch_twin",
        sa.Column("first_session_id", sa.Integer(), nullable=False),
        sa.Column("second_session_id", sa.Integer(), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "first_session_id < second_session_id", name=op.f("ck_watch_twin_the_earlier_is_first")
        ),
        sa.ForeignKeyConstraint(
            ["first_session_id"],
            ["watch_session.id"],
            name=op.f("fk_watch_twin_first_session_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["second_session_id"],
            ["watch_session.id"],
            name=op.f("fk_watch_twin_second_session_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint(
            "first_session_id", "second_session_id", name=op.f("pk_watch_twin")
        ),
    )
    op.create_index(op.f("ix_watch_twin_began_at"), "watch_twin", ["began_at"], unique=False)
    op.create_index(
        op.f("ix_watch_twin_second_session_id"), "watch_twin", ["second_session_id"], unique=False
    )
    op.create_table(
        "signal_look",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("looked_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("beat_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_signal_look_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signal_look")),
    )


def downgrade() -> None:
    op.drop_table("signal_look")
    op.drop_table("watch_twin")
    op.drop_table("outage")
