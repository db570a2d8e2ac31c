"""Places on programmes and what was watched."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "watch_rule",
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seen_share_percent", sa.Integer(), nullable=False),
        sa.Column("rate_percent", sa.Integer(), nullable=False),
        sa.Column("unspent_seconds", sa.Integer(), nullable=False),
        sa.Column("unspent_intervals", sa.Integer(), nullable=False),
        sa.Column("idle_seconds", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "rate_percent >= 100", name=op.f("ck_watch_rule_rate_allows_plain_watching")
        ),
        sa.CheckConstraint(
            "seen_share_percent BETWEEN 1 AND 100", name=op.f("ck_watch_rule_seen_share_is_a_share")
        ),
        sa.CheckConstraint(
            "valid_to >= valid_from", name=op.f("ck_watch_rule_valid_to_not_before_valid_from")
        ),
        sa.PrimaryKeyConstraint("version", name=op.f("pk_watch_rule")),
    )
    op.create_table(
        "watch_budget",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("unspent", sa.Integer(), nullable=False),
        sa.Column("grown_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("told_interval", sa.Integer(), nullable=False),
        sa.CheckConstraint("unspent >= 0", name=op.f("ck_watch_budget_unspent_not_negative")),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_watch_budget_person_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_watch_budget")),
    )
    op.create_table(
        "enrolment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("programme_version_id", sa.Integer(), nullable=False),
        sa.Column("enrolled_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_enrolment_person_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["programme_version_id"],
            ["programme_version.id"],
            name=op.f("fk_enrolment_programme_version_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enrolment")),
        sa.UniqueConstraint(
            "person_id",
            "programme_version_id",
            name=op.f("uq_enrolment_person_id_programme_version_id"),
        ),
    )
    op.create_index(
        op.f("ix_enrolment_programme_version_id"),
        "enrolment",
        ["programme_version_id"],
        unique=False,
    )
    op.create_table(
        "watch_map",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("medium_version_id", sa.Integer(), nullable=False),
        sa.Column("bits", sa.LargeBinary(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "position BETWEEN 0 AND length", name=op.f("ck_watch_map_position_within_length")
        ),
        sa.CheckConstraint(
            "seconds BETWEEN 0 AND length", name=op.f("ck_watch_map_seconds_within_length")
        ),
        sa.ForeignKeyConstraint(
            ["medium_version_id"],
            ["medium_version.id"],
            name=op.f("fk_watch_map_medium_version_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_watch_map_person_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("person_id", "medium_version_id", name=op.f("pk_watch_map")),
    )
    op.create_index(
        op.f("ix_watch_map_medium_version_id"), "watch_map", ["medium_version_id"], unique=False
    )
    op.create_table(
        "watch_session",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("medium_version_id", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("device", sa.String(length=200), nullable=False),
        sa.CheckConstraint(
            "closed_at >= opened_at", name=op.f("ck_watch_session_closed_after_opened")
        ),
        sa.ForeignKeyConstraint(
            ["medium_version_id"],
            ["medium_version.id"],
            name=op.f("fk_watch_session_medium_version_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_watch_session_person_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_watch_session")),
        sa.UniqueConstraint("token", name=op.f("uq_watch_session_token")),
    )
    op.create_index(
        op.f("ix_watch_session_medium_version_id"),
        "watch_session",
        ["medium_version_id"],
        unique=False,
    )
    op.create_index(
        "ix_watch_session_open", "watch_session", ["person_id", "closed_at"], unique=False
    )
    op.create_table(
        "watch_evidence",
        sa.Column("watch_session_id", sa.Integer(), nullable=False),
        sa.Column(
            "form",
            sa.Enum(
                "video",
                "slides",
                "sound",
                name="form",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("claimed", sa.LargeBinary(), nullable=False),
        sa.Column("refused", sa.LargeBinary(), nullable=False),
        sa.Column("credited_seconds", sa.Integer(), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("first_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["watch_session_id"],
            ["watch_session.id"],
            name=op.f("fk_watch_evidence_watch_session_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("watch_session_id", "form", name=op.f("pk_watch_evidence")),
    )


def downgrade() -> None:
    op.drop_table("watch_evidence")
    op.drop_index("ix_watch_session_open", table_name="watch_session")
    op.drop_index(op.f("ix_watch_session_medium_version_id"), table_name="watch_session")
    op.drop_table("watch_session")
    op.drop_index(op.f("ix_watch_map_medium_version_id"), table_name="watch_map")
    op.drop_table("watch_map")
    op.drop_index(op.f("ix_enrolment_programme_version_id"), table_name="enrolment")
    op.drop_table("enrolment")
    op.drop_table("watch_budget")
    op.drop_table("watch_rule")
