"""Files on their way to us, in pieces."""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "file_upload",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("origin", sa.String(length=60), nullable=False),
        sa.Column("medium_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("file_name", sa.String(length=255), nullable=False),
        sa.Column("fingerprint", sa.String(length=100), nullable=False),
        sa.Column("told", sa.Text(), nullable=False),
        sa.Column("length", sa.BigInteger(), nullable=False),
        sa.Column("received", sa.BigInteger(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "receiving",
                "whole",
                "taken",
                "refused",
                "removed",
                "expired",
                name="uploadstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("reason", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("writer", sa.String(length=40), nullable=True),
        sa.Column("writer_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("cleared_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(state = 'refused') = (reason IS NOT NULL)",
            name=op.f("ck_file_upload_refused_for_a_reason"),
        ),
        sa.CheckConstraint(
            "(state = 'taken') = (version_id IS NOT NULL)",
            name=op.f("ck_file_upload_taken_as_a_version"),
        ),
        sa.CheckConstraint(
            "cleared_at IS NULL OR state IN ('taken', 'removed', 'expired')",
            name=op.f("ck_file_upload_cleared_ended"),
        ),
        sa.CheckConstraint(
            "state NOT IN ('whole', 'taken', 'refused') OR received = length",
            name=op.f("ck_file_upload_whole_is_all"),
        ),
        sa.CheckConstraint(
            "(writer IS NULL) = (writer_until IS NULL)",
            name=op.f("ck_file_upload_writer_for_so_long"),
        ),
        sa.CheckConstraint(
            "received BETWEEN 0 AND length", name=op.f("ck_file_upload_received_within_length")
        ),
        sa.ForeignKeyConstraint(
            ["medium_id"], ["medium.id"], name=op.f("fk_file_upload_medium_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_file_upload_person_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["medium_version.id"],
            name=op.f("fk_file_upload_version_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_file_upload")),
        sa.UniqueConstraint("token", name=op.f("uq_file_upload_token")),
    )
    op.create_index(op.f("ix_file_upload_medium_id"), "file_upload", ["medium_id"], unique=False)
    op.create_index(
        "ix_file_upload_person_id_state", "file_upload", ["person_id", "state"], unique=False
    )
    op.create_index(
        "ix_file_upload_state_expires_at", "file_upload", ["state", "expires_at"], unique=False
    )
    op.create_index(op.f("ix_file_upload_version_id"), "file_upload", ["version_id"], unique=False)
    op.create_table(
        "upload_piece",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("upload_id", sa.Integer(), nullable=False),
        sa.Column("start", sa.BigInteger(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.CheckConstraint("size >= 1", name=op.f("ck_upload_piece_size_some")),
        sa.ForeignKeyConstraint(
            ["upload_id"],
            ["file_upload.id"],
            name=op.f("fk_upload_piece_upload_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_upload_piece")),
        sa.UniqueConstraint("upload_id", "start", name=op.f("uq_upload_piece_upload_id_start")),
    )


def downgrade() -> None:
    op.drop_table("upload_piece")
    op.drop_table("file_upload")
