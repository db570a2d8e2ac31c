"""Media, their versions and renditions."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "medium",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("title_folded", sa.Text(), nullable=False),
        sa.Column("created_by_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["created_by_id"],
            ["person.id"],
            name=op.f("fk_medium_created_by_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_medium")),
    )
    op.create_index(op.f("ix_medium_created_by_id"), "medium", ["created_by_id"], unique=False)
    op.create_table(
        "medium_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("medium_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("file_name", sa.String(length=255), nullable=False),
        sa.Column("uploaded_by_id", sa.Integer(), nullable=True),
        sa.Column("uploaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "waiting",
                "at_work",
                "ready",
                "failed",
                name="versionstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("reason", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("remark", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("duration_ms", sa.Integer(), nullable=True),
        sa.Column("poster_id", sa.Integer(), nullable=True),
        sa.Column("ready_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(state = 'failed') = (reason IS NOT NULL)",
            name=op.f("ck_medium_version_failed_for_a_reason"),
        ),
        sa.CheckConstraint(
            "(state = 'ready') = (ready_at IS NOT NULL)",
            name=op.f("ck_medium_version_ready_at_a_time"),
        ),
        sa.CheckConstraint(
            "state <> 'ready' OR duration_ms >= 1000",
            name=op.f("ck_medium_version_ready_has_length"),
        ),
        sa.CheckConstraint("number >= 1", name=op.f("ck_medium_version_number_from_one")),
        sa.ForeignKeyConstraint(
            ["medium_id"],
            ["medium.id"],
            name=op.f("fk_medium_version_medium_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["poster_id"],
            ["stored_file.id"],
            name=op.f("fk_medium_version_poster_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["source_id"],
            ["stored_file.id"],
            name=op.f("fk_medium_version_source_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["uploaded_by_id"],
            ["person.id"],
            name=op.f("fk_medium_version_uploaded_by_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_medium_version")),
        sa.UniqueConstraint("medium_id", "number", name=op.f("uq_medium_version_medium_id_number")),
    )
    op.create_index(
        op.f("ix_medium_version_poster_id"), "medium_version", ["poster_id"], unique=False
    )
    op.create_index(
        op.f("ix_medium_version_source_id"), "medium_version", ["source_id"], unique=False
    )
    op.create_index(
        op.f("ix_medium_version_uploaded_by_id"), "medium_version", ["uploaded_by_id"], unique=False
    )
    op.create_table(
        "caption",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["medium_version.id"],
            name=op.f("fk_caption_version_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_caption")),
        sa.UniqueConstraint("version_id", "language", name=op.f("uq_caption_version_id_language")),
    )
    op.create_table(
        "rendition",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=10), nullable=False),
        sa.Column("width", sa.Integer(), nullable=True),
        sa.Column("height", sa.Integer(), nullable=True),
        sa.Column("size_bytes", sa.Integer(), nullable=False),
        sa.Column("bandwidth", sa.Integer(), nullable=False),
        sa.Column("average_bandwidth", sa.Integer(), nullable=False),
        sa.Column("codecs", sa.String(length=60), nullable=False),
        sa.Column("playlist", sa.Text(), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(name = 'audio') = (height IS NULL)",
            name=op.f("ck_rendition_sound_alone_has_no_height"),
        ),
        sa.CheckConstraint(
            "name = 'audio' OR name = height || 'p'", name=op.f("ck_rendition_name_tells_height")
        ),
        sa.CheckConstraint(
            "(width IS NULL) = (height IS NULL)", name=op.f("ck_rendition_width_with_height")
        ),
        sa.CheckConstraint("size_bytes > 0", name=op.f("ck_rendition_size_positive")),
        sa.ForeignKeyConstraint(
            ["file_id"], ["stored_file.id"], name=op.f("fk_rendition_file_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["medium_version.id"],
            name=op.f("fk_rendition_version_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rendition")),
        sa.UniqueConstraint("version_id", "name", name=op.f("uq_rendition_version_id_name")),
    )
    op.create_index(op.f("ix_rendition_file_id"), "rendition", ["file_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_rendition_file_id"), table_name="rendition")
    op.drop_table("rendition")
    op.drop_table("caption")
    op.drop_index(op.f("ix_medium_version_uploaded_by_id"), table_name="medium_version")
    op.drop_index(op.f("ix_medium_version_source_id"), table_name="medium_version")
    op.drop_index(op.f("ix_medium_version_poster_id"), table_name="medium_version")
    op.drop_table("medium_version")
    op.drop_index(op.f("ix_medium_created_by_id"), table_name="medium")
    op.drop_table("medium")
