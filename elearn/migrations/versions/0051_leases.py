"""Leases: lectures that phones may keep, and the purse of what is played without a line."""

import sqlalchemy as sa
from alembic import op

revision = "0051"
down_revision = "0050"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "lease_rule",
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("lease_days", sa.Integer(), nullable=False),
        sa.Column("most_leases", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.CheckConstraint("lease_days >= 1", name=op.f("ck_lease_rule_lasts_a_day")),
        sa.CheckConstraint("most_leases >= 1", name=op.f("ck_lease_rule_allows_one")),
        sa.CheckConstraint(
            "valid_to >= valid_from", name=op.f("ck_lease_rule_valid_to_not_before_valid_from")
        ),
        sa.PrimaryKeyConstraint("version", name=op.f("pk_lease_rule")),
    )
    op.create_table(
        "offline_lease",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("medium_version_id", sa.Integer(), nullable=False),
        sa.Column("watch_session_id", sa.Integer(), nullable=False),
        sa.Column("lecture_id", sa.Integer(), nullable=False),
        sa.Column("weight", sa.String(length=40), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("rule_version", sa.Integer(), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "ended_by",
            sa.Enum(
                "deleted",
                "signed_out",
                "replaced",
                name="leaseend",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.CheckConstraint(
            "(ended_at IS NULL) = (ended_by IS NULL)",
            name=op.f("ck_offline_lease_an_end_has_a_reason"),
        ),
        sa.CheckConstraint(
            "ended_at >= issued_at", name=op.f("ck_offline_lease_ended_after_issue")
        ),
        sa.CheckConstraint(
            "expires_at > issued_at", name=op.f("ck_offline_lease_expires_after_issue")
        ),
        sa.ForeignKeyConstraint(
            ["lecture_id"],
            ["lecture.id"],
            name=op.f("fk_offline_lease_lecture_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["medium_version_id"],
            ["medium_version.id"],
            name=op.f("fk_offline_lease_medium_version_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_offline_lease_person_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["rule_version"],
            ["lease_rule.version"],
            name=op.f("fk_offline_lease_rule_version"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["watch_session_id"],
            ["watch_session.id"],
            name=op.f("fk_offline_lease_watch_session_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offline_lease")),
        sa.UniqueConstraint("token", name=op.f("uq_offline_lease_token")),
        sa.UniqueConstraint("watch_session_id", name=op.f("uq_offline_lease_watch_session_id")),
    )
    op.create_index(
        op.f("ix_offline_lease_lecture_id"), "offline_lease", ["lecture_id"], unique=False
    )
    op.create_index(
        op.f("ix_offline_lease_medium_version_id"),
        "offline_lease",
        ["medium_version_id"],
        unique=False,
    )
    op.create_index(
        "ix_offline_lease_person_expires",
        "offline_lease",
        ["person_id", "expires_at"],
        unique=False,
    )
    with op.batch_alter_table("watch_budget", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("leased_unspent", sa.BigInteger(), server_default="0", nullable=False)
        )
        batch_op.add_column(
            sa.Column("leased_owed", sa.BigInteger(), server_default="0", nullable=False)
        )
        batch_op.add_column(sa.Column("leased_grown_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_check_constraint(
            batch_op.f("ck_watch_budget_leased_unspent_not_negative"), "leased_unspent >= 0"
        )
        batch_op.create_check_constraint(
            batch_op.f("ck_watch_budget_leased_owed_not_negative"), "leased_owed >= 0"
        )
    with op.batch_alter_table("watch_session", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "kind",
                sa.Enum(
                    "online",
                    "offline",
                    "shared",
                    name="sessionkind",
                    native_enum=False,
                    create_constraint=True,
                    length=40,
                ),
                server_default="online",
                nullable=False,
            )
        )


def downgrade() -> None:
    with op.batch_alter_table("watch_session", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("ck_watch_session_sessionkind"), type_="check")
        batch_op.drop_column("kind")
    with op.batch_alter_table("watch_budget", schema=None) as batch_op:
        batch_op.drop_constraint(
            batch_op.f("ck_watch_budget_leased_owed_not_negative"), type_="check"
        )
        batch_op.drop_constraint(
            batch_op.f("ck_watch_budget_leased_unspent_not_negative"), type_="check"
        )
        batch_op.drop_column("leased_grown_at")
        batch_op.drop_column("leased_owed")
        batch_op.drop_column("leased_unspent")
    op.drop_table("offline_lease")
    op.drop_table("lease_rule")
