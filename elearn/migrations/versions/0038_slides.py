"""Slides of films: sets that never change, and documents given for them."""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "slide_deck",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column("file_name", sa.String(length=255), nullable=False),
        sa.Column("is_in_order", sa.Boolean(), nullable=False),
        sa.Column("uploaded_by_id", sa.Integer(), nullable=True),
        sa.Column("uploaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "waiting",
                "done",
                "failed",
                name="deckstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("reason", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("outcome", sa.JSON(none_as_null=True), nullable=True),
        sa.CheckConstraint(
            "(state = 'failed') = (reason IS NOT NULL)",
            name=op.f("ck_slide_deck_failed_for_a_reason"),
        ),
        sa.ForeignKeyConstraint(
            ["file_id"], ["stored_file.id"], name=op.f("fk_slide_deck_file_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["uploaded_by_id"],
            ["person.id"],
            name=op.f("fk_slide_deck_uploaded_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["medium_version.id"],
            name=op.f("fk_slide_deck_version_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slide_deck")),
    )
    op.create_index(op.f("ix_slide_deck_file_id"), "slide_deck", ["file_id"], unique=False)
    op.create_index(
        op.f("ix_slide_deck_uploaded_by_id"), "slide_deck", ["uploaded_by_id"], unique=False
    )
    op.create_index(op.f("ix_slide_deck_version_id"), "slide_deck", ["version_id"], unique=False)
    op.create_table(
        "slide_set",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("size_bytes", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("number >= 1", name=op.f("ck_slide_set_number_from_one")),
        sa.CheckConstraint("size_bytes >= 0", name=op.f("ck_slide_set_size_not_negative")),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["person.id"], name=op.f("fk_slide_set_made_by_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["medium_version.id"],
            name=op.f("fk_slide_set_version_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slide_set")),
        sa.UniqueConstraint("version_id", "number", name=op.f("uq_slide_set_version_id_number")),
    )
    op.create_index(op.f("ix_slide_set_made_by_id"), "slide_set", ["made_by_id"], unique=False)
    op.create_table(
        "slide",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("set_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at_ms", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column(
            "origin",
            sa.Enum(
                "found",
                "film",
                "picture",
                "pdf",
                name="slideorigin",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("text", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "(number = 1) = (at_ms = 0)", name=op.f("ck_slide_first_from_the_beginning")
        ),
        sa.CheckConstraint("at_ms >= 0", name=op.f("ck_slide_not_before_the_film")),
        sa.CheckConstraint("number >= 1", name=op.f("ck_slide_number_from_one")),
        sa.ForeignKeyConstraint(
            ["file_id"], ["stored_file.id"], name=op.f("fk_slide_file_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["set_id"], ["slide_set.id"], name=op.f("fk_slide_set_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slide")),
        sa.UniqueConstraint("set_id", "at_ms", name=op.f("uq_slide_set_id_at_ms")),
        sa.UniqueConstraint("set_id", "number", name=op.f("uq_slide_set_id_number")),
    )
    op.create_index(op.f("ix_slide_file_id"), "slide", ["file_id"], unique=False)


def downgrade() -> None:
    op.drop_table("slide")
    op.drop_table("slide_set")
    op.drop_table("slide_deck")
