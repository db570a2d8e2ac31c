"""Receipts that were signed, the keys they were signed by, and moments kept in a lecture."""

import sqlalchemy as sa
from alembic import op

revision = "0043"
down_revision = "0042"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "receipt_key",
        sa.Column("id", sa.String(length=43), nullable=False),
        sa.Column("public", sa.String(length=43), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_receipt_key")),
    )
    op.create_table(
        "signed_receipt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_signed_receipt_person_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signed_receipt")),
        sa.UniqueConstraint("token", name=op.f("uq_signed_receipt_token")),
    )
    op.create_index(
        op.f("ix_signed_receipt_person_id"), "signed_receipt", ["person_id"], unique=False
    )
    op.create_table(
        "bookmark",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("medium_version_id", sa.Integer(), nullable=False),
        sa.Column("second", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("second >= 0", name=op.f("ck_bookmark_second_not_negative")),
        sa.ForeignKeyConstraint(
            ["medium_version_id"],
            ["medium_version.id"],
            name=op.f("fk_bookmark_medium_version_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_bookmark_person_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bookmark")),
    )
    op.create_index(
        op.f("ix_bookmark_medium_version_id"), "bookmark", ["medium_version_id"], unique=False
    )
    op.create_index(
        "ix_bookmark_person_id", "bookmark", ["person_id", "medium_version_id"], unique=False
    )


def downgrade() -> None:
    op.drop_table("bookmark")
    op.drop_table("signed_receipt")
    op.drop_table("receipt_key")
