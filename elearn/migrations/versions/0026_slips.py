"""Codes for a first sign-in and the slips they are printed on."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "slip_batch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by_id", sa.Integer(), nullable=True),
        sa.Column("anew", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["area_id"], ["area.id"], name=op.f("fk_slip_batch_area_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["made_by_id"],
            ["person.id"],
            name=op.f("fk_slip_batch_made_by_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slip_batch")),
    )
    op.create_index(op.f("ix_slip_batch_area_id"), "slip_batch", ["area_id"], unique=False)
    op.create_index(op.f("ix_slip_batch_made_by_id"), "slip_batch", ["made_by_id"], unique=False)
    op.create_table(
        "slip_sheet",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=False),
        sa.Column("slips", sa.Integer(), nullable=False),
        sa.Column("drawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("fetched_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("file_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "drawn_at IS NOT NULL OR file_id IS NULL", name=op.f("ck_slip_sheet_file_was_drawn")
        ),
        sa.CheckConstraint(
            "removed_at IS NULL OR file_id IS NULL", name=op.f("ck_slip_sheet_removed_has_no_file")
        ),
        sa.CheckConstraint("slips >= 0", name=op.f("ck_slip_sheet_slips_not_negative")),
        sa.ForeignKeyConstraint(
            ["area_id"], ["area.id"], name=op.f("fk_slip_sheet_area_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"],
            ["slip_batch.id"],
            name=op.f("fk_slip_sheet_batch_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["file_id"], ["stored_file.id"], name=op.f("fk_slip_sheet_file_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slip_sheet")),
        sa.UniqueConstraint("batch_id", "area_id", name=op.f("uq_slip_sheet_batch_id_area_id")),
    )
    op.create_index(op.f("ix_slip_sheet_area_id"), "slip_sheet", ["area_id"], unique=False)
    op.create_index(op.f("ix_slip_sheet_file_id"), "slip_sheet", ["file_id"], unique=False)
    op.create_table(
        "activation_code",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by_id", sa.Integer(), nullable=True),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "expires_at > made_at", name=op.f("ck_activation_code_expires_after_made")
        ),
        sa.CheckConstraint(
            "used_at IS NULL OR revoked_at IS NULL", name=op.f("ck_activation_code_used_or_revoked")
        ),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_activation_code_account_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["made_by_id"],
            ["person.id"],
            name=op.f("fk_activation_code_made_by_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activation_code")),
        sa.UniqueConstraint("digest", name=op.f("uq_activation_code_digest")),
    )
    op.create_index(
        op.f("ix_activation_code_account_id"), "activation_code", ["account_id"], unique=False
    )
    op.create_index(
        op.f("ix_activation_code_made_by_id"), "activation_code", ["made_by_id"], unique=False
    )
    op.create_index(
        "uq_activation_code_open",
        "activation_code",
        ["account_id"],
        unique=True,
        sqlite_where=sa.text("used_at IS NULL AND revoked_at IS NULL"),
        postgresql_where=sa.text("used_at IS NULL AND revoked_at IS NULL"),
    )


def downgrade() -> None:
    op.drop_table("activation_code")
    op.drop_table("slip_sheet")
    op.drop_table("slip_batch")
