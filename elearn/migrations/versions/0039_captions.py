"""Captions with whose they are, and those they replaced."""

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "caption_revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column(
            "origin",
            sa.Enum(
                "person",
                "container",
                "machine",
                name="captionorigin",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_caption_revision_revision_from_one")),
        sa.ForeignKeyConstraint(
            ["changed_by_id"],
            ["person.id"],
            name=op.f("fk_caption_revision_changed_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["medium_version.id"],
            name=op.f("fk_caption_revision_version_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_caption_revision")),
        sa.UniqueConstraint(
            "version_id",
            "language",
            "revision",
            name=op.f("uq_caption_revision_version_id_language_revision"),
        ),
    )
    op.create_index(
        op.f("ix_caption_revision_changed_by_id"),
        "caption_revision",
        ["changed_by_id"],
        unique=False,
    )
    with op.batch_alter_table("caption", schema=None) as batch_op:
        batch_op.add_column(sa.Column("changed_by_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("revision", sa.Integer(), nullable=False, server_default="1"))
        batch_op.add_column(
            sa.Column(
                "origin",
                sa.Enum(
                    "person",
                    "container",
                    "machine",
                    name="captionorigin",
                    native_enum=False,
                    create_constraint=True,
                    length=40,
                ),
                nullable=False,
                server_default="person",
            )
        )
        batch_op.create_check_constraint("revision_from_one", "revision >= 1")
        batch_op.create_index(
            batch_op.f("ix_caption_changed_by_id"), ["changed_by_id"], unique=False
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_caption_changed_by_id"),
            "person",
            ["changed_by_id"],
            ["id"],
            ondelete="RESTRICT",
        )


def downgrade() -> None:
    with op.batch_alter_table("caption", schema=None) as batch_op:
        batch_op.drop_constraint("revision_from_one", type_="check")
        batch_op.drop_constraint("captionorigin", type_="check")
        batch_op.drop_constraint(batch_op.f("fk_caption_changed_by_id"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_caption_changed_by_id"))
        batch_op.drop_column("origin")
        batch_op.drop_column("revision")
        batch_op.drop_column("changed_by_id")
    op.drop_table("caption_revision")
