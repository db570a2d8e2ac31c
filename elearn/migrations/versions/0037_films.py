"""Films made in parts, their chapters, their storyboards, and what each rendition holds."""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None

_CHECKS = {
    "only_video_has_height": "(kind = 'video') = (height IS NOT NULL)",
    "name_tells_height": "kind <> 'video' OR name = height || 'p'",
    "aac_is_named_audio": "(kind = 'sound_aac') = (name = 'audio')",
    "opus_is_named_opus": "(kind = 'sound_opus') = (name = 'opus')",
}


def upgrade() -> None:
    op.create_table(
        "transcode_part",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("recipe", sa.String(length=64), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("number >= 0", name=op.f("ck_transcode_part_number_from_nought")),
        sa.ForeignKeyConstraint(
            ["file_id"],
            ["stored_file.id"],
            name=op.f("fk_transcode_part_file_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["medium_version.id"],
            name=op.f("fk_transcode_part_version_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_transcode_part")),
        sa.UniqueConstraint(
            "version_id", "number", name=op.f("uq_transcode_part_version_id_number")
        ),
    )
    op.create_index(op.f("ix_transcode_part_file_id"), "transcode_part", ["file_id"], unique=False)
    op.create_table(
        "storyboard",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column("tile_width", sa.Integer(), nullable=False),
        sa.Column("tile_height", sa.Integer(), nullable=False),
        sa.Column("columns", sa.Integer(), nullable=False),
        sa.Column("tiles", sa.Integer(), nullable=False),
        sa.Column("interval_ms", sa.Integer(), nullable=False),
        sa.CheckConstraint("columns > 0 AND tiles > 0", name=op.f("ck_storyboard_has_tiles")),
        sa.CheckConstraint("interval_ms > 0", name=op.f("ck_storyboard_interval_positive")),
        sa.CheckConstraint(
            "tile_width > 0 AND tile_height > 0", name=op.f("ck_storyboard_tile_has_a_size")
        ),
        sa.ForeignKeyConstraint(
            ["file_id"], ["stored_file.id"], name=op.f("fk_storyboard_file_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["medium_version.id"],
            name=op.f("fk_storyboard_version_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_storyboard")),
        sa.UniqueConstraint("version_id", name=op.f("uq_storyboard_version_id")),
    )
    op.create_index(op.f("ix_storyboard_file_id"), "storyboard", ["file_id"], unique=False)
    op.create_table(
        "chapter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("start_ms", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.CheckConstraint("start_ms >= 0", name=op.f("ck_chapter_start_not_negative")),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["medium_version.id"],
            name=op.f("fk_chapter_version_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chapter")),
        sa.UniqueConstraint("version_id", "start_ms", name=op.f("uq_chapter_version_id_start_ms")),
    )
    with op.batch_alter_table("rendition", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "kind",
                sa.Enum(
                    "video",
                    "sound_aac",
                    "sound_opus",
                    name="renditionkind",
                    native_enum=False,
                    create_constraint=True,
                    length=40,
                ),
                nullable=False,
                server_default="video",
            )
        )
        batch_op.drop_constraint("name_tells_height", type_="check")
        batch_op.drop_constraint("sound_alone_has_no_height", type_="check")
    op.execute("UPDATE rendition SET kind = 'sound_aac' WHERE height IS NULL")
    with op.batch_alter_table("rendition", schema=None) as batch_op:
        for name, told in _CHECKS.items():
            batch_op.create_check_constraint(name, told)


def downgrade() -> None:
    op.execute("DELETE FROM rendition WHERE kind = 'sound_opus'")
    with op.batch_alter_table("rendition", schema=None) as batch_op:
        for name in _CHECKS:
            batch_op.drop_constraint(name, type_="check")
        batch_op.drop_constraint("renditionkind", type_="check")
        batch_op.drop_column("kind")
        batch_op.create_check_constraint(
            "name_tells_height", "name = 'audio' OR name = height || 'p'"
        )
        batch_op.create_check_constraint(
            "sound_alone_has_no_height", "(name = 'audio') = (height IS NULL)"
        )
    op.drop_table("chapter")
    op.drop_table("storyboard")
    op.drop_table("transcode_part")
