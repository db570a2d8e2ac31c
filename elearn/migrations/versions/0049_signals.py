"""What a person should look at."""

import sqlalchemy as sa
from alembic import op

revision = "0049"
down_revision = "0048"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "signal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "speed",
                "device",
                "traces",
                "clock",
                name="signalkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "open",
                "kept",
                "judged",
                "gone",
                name="signalstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.Column("measure", sa.Integer(), nullable=False),
        sa.Column("measures_version", sa.Integer(), nullable=False),
        sa.Column("numbers", sa.JSON(), nullable=False),
        sa.Column("first_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("outage_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("last_at >= first_at", name=op.f("ck_signal_in_order_of_time")),
        sa.CheckConstraint("weight >= 1", name=op.f("ck_signal_weighs_something")),
        sa.ForeignKeyConstraint(
            ["outage_id"], ["outage.id"], name=op.f("fk_signal_outage_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signal")),
        sa.UniqueConstraint("kind", "key", name=op.f("uq_signal_kind_key")),
    )
    op.create_index("ix_signal_last_at", "signal", ["last_at"], unique=False)
    op.create_index(op.f("ix_signal_outage_id"), "signal", ["outage_id"], unique=False)
    op.create_index("ix_signal_state_found_at", "signal", ["state", "found_at"], unique=False)
    op.create_table(
        "signal_person",
        sa.Column("signal_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_signal_person_person_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["signal_id"], ["signal.id"], name=op.f("fk_signal_person_signal_id")
        ),
        sa.PrimaryKeyConstraint("signal_id", "person_id", name=op.f("pk_signal_person")),
    )
    op.create_index(
        op.f("ix_signal_person_person_id"), "signal_person", ["person_id"], unique=False
    )
    op.create_table(
        "signal_session",
        sa.Column("signal_id", sa.Integer(), nullable=False),
        sa.Column("watch_session_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["signal_id"], ["signal.id"], name=op.f("fk_signal_session_signal_id")
        ),
        sa.ForeignKeyConstraint(
            ["watch_session_id"],
            ["watch_session.id"],
            name=op.f("fk_signal_session_watch_session_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("signal_id", "watch_session_id", name=op.f("pk_signal_session")),
    )
    op.create_index(
        op.f("ix_signal_session_watch_session_id"),
        "signal_session",
        ["watch_session_id"],
        unique=False,
    )
    op.create_table(
        "signal_judgement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("signal_id", sa.Integer(), nullable=False),
        sa.Column(
            "verdict",
            sa.Enum(
                "nothing",
                "explained",
                "again",
                name="verdict",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.Column("judged_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("judged_by_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["judged_by_id"],
            ["person.id"],
            name=op.f("fk_signal_judgement_judged_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["signal_id"], ["signal.id"], name=op.f("fk_signal_judgement_signal_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signal_judgement")),
    )
    op.create_index(
        op.f("ix_signal_judgement_judged_by_id"), "signal_judgement", ["judged_by_id"], unique=False
    )
    op.create_index(
        op.f("ix_signal_judgement_signal_id"), "signal_judgement", ["signal_id"], unique=False
    )


def downgrade() -> None:
    op.drop_table("signal_judgement")
    op.drop_table("signal_session")
    op.drop_table("signal_person")
    op.drop_table("signal")
