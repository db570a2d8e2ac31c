"""Report files: what phones without a line had played, as somebody brought it."""

import sqlalchemy as sa
from alembic import op

revision = "0052"
down_revision = "0051"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "report_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("host", sa.String(length=100), nullable=False),
        sa.Column("announced", sa.Integer(), nullable=True),
        sa.Column("brought_by_id", sa.Integer(), nullable=False),
        sa.Column("brought_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["brought_by_id"],
            ["person.id"],
            name=op.f("fk_report_file_brought_by_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_file")),
    )
    op.create_index(
        op.f("ix_report_file_brought_by_id"), "report_file", ["brought_by_id"], unique=False
    )
    op.create_index(op.f("ix_report_file_sha256"), "report_file", ["sha256"], unique=False)
    op.create_table(
        "report_envelope",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_file_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "taken",
                "known",
                "refused",
                "quarantined",
                name="envelopestate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=True),
        sa.Column("offline_lease_id", sa.Integer(), nullable=True),
        sa.Column("claimed_seconds", sa.Integer(), nullable=False),
        sa.Column("credited_seconds", sa.Integer(), nullable=False),
        sa.Column("refused_seconds", sa.Integer(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("tried_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("retry_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(raw IS NULL) = (state IN ('taken', 'known'))",
            name=op.f("ck_report_envelope_keeps_what_waits"),
        ),
        sa.CheckConstraint(
            "(reason = '') = (state IN ('taken', 'known'))",
            name=op.f("ck_report_envelope_says_why_not"),
        ),
        sa.CheckConstraint(
            "(retry_at IS NULL) = (state <> 'quarantined')",
            name=op.f("ck_report_envelope_waits_for_a_moment"),
        ),
        sa.ForeignKeyConstraint(
            ["offline_lease_id"],
            ["offline_lease.id"],
            name=op.f("fk_report_envelope_offline_lease_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["report_file_id"],
            ["report_file.id"],
            name=op.f("fk_report_envelope_report_file_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_envelope")),
        sa.UniqueConstraint(
            "report_file_id", "place", name=op.f("uq_report_envelope_report_file_id_place")
        ),
    )
    op.create_index(
        op.f("ix_report_envelope_offline_lease_id"),
        "report_envelope",
        ["offline_lease_id"],
        unique=False,
    )
    op.create_index("ix_report_envelope_retry_at", "report_envelope", ["retry_at"], unique=False)


def downgrade() -> None:
    op.drop_table("report_envelope")
    op.drop_table("report_file")
