"""Lectures of the catalogue."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "lecture",
        sa.Column("medium_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.CheckConstraint("code <> ''", name=op.f("ck_lecture_code_not_empty")),
        sa.ForeignKeyConstraint(
            ["medium_id"], ["medium.id"], name=op.f("fk_lecture_medium_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lecture")),
        sa.UniqueConstraint("code", name=op.f("uq_lecture_code")),
    )
    op.create_index(op.f("ix_lecture_medium_id"), "lecture", ["medium_id"], unique=False)
    op.create_table(
        "lecture_version",
        sa.Column("lecture_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("planned_minutes", sa.Integer(), nullable=False),
        sa.Column(
            "region",
            sa.Enum(
                "all",
                "delta",
                "mountain",
                name="region",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "origin",
            sa.Enum(
                "verbatim",
                "seed_phrase",
                "external",
                "composed",
                "composed_title_seed_content",
                name="origin",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("is_illustrative", sa.Boolean(), nullable=False),
        sa.Column("objectives", sa.JSON(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("slides", sa.JSON(), nullable=False),
        sa.Column("captions", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("superseded_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("title <> ''", name=op.f("ck_lecture_version_title_not_empty")),
        sa.CheckConstraint(
            "length(content_hash) = 64", name=op.f("ck_lecture_version_content_hash_is_sha256")
        ),
        sa.CheckConstraint("number >= 1", name=op.f("ck_lecture_version_number_from_one")),
        sa.CheckConstraint(
            "planned_minutes > 0", name=op.f("ck_lecture_version_planned_minutes_positive")
        ),
        sa.CheckConstraint(
            "superseded_at >= recorded_at",
            name=op.f("ck_lecture_version_superseded_after_recorded"),
        ),
        sa.ForeignKeyConstraint(
            ["lecture_id"], ["lecture.id"], name=op.f("fk_lecture_version_lecture_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lecture_version")),
        sa.UniqueConstraint(
            "lecture_id", "number", name=op.f("uq_lecture_version_lecture_id_number")
        ),
    )
    op.create_index(
        "uq_lecture_version_current",
        "lecture_version",
        ["lecture_id"],
        unique=True,
        sqlite_where=sa.text("superseded_at IS NULL"),
        postgresql_where=sa.text("superseded_at IS NULL"),
    )
    op.create_table(
        "lecture_group",
        sa.Column("lecture_version_id", sa.Integer(), nullable=False),
        sa.Column("group_key", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_key"],
            ["target_group.key"],
            name=op.f("fk_lecture_group_group_key"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["lecture_version_id"],
            ["lecture_version.id"],
            name=op.f("fk_lecture_group_lecture_version_id"),
        ),
        sa.PrimaryKeyConstraint("lecture_version_id", "group_key", name=op.f("pk_lecture_group")),
    )
    op.create_index(
        op.f("ix_lecture_group_group_key"), "lecture_group", ["group_key"], unique=False
    )
    op.create_table(
        "lecture_tag",
        sa.Column("lecture_version_id", sa.Integer(), nullable=False),
        sa.Column(
            "tag",
            sa.Enum(
                "union_duty",
                "social_work",
                "position_skills",
                "topical_update",
                name="contenttag",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["lecture_version_id"],
            ["lecture_version.id"],
            name=op.f("fk_lecture_tag_lecture_version_id"),
        ),
        sa.PrimaryKeyConstraint("lecture_version_id", "tag", name=op.f("pk_lecture_tag")),
    )
    op.create_index(op.f("ix_lecture_tag_tag"), "lecture_tag", ["tag"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_lecture_tag_tag"), table_name="lecture_tag")
    op.drop_table("lecture_tag")
    op.drop_index(op.f("ix_lecture_group_group_key"), table_name="lecture_group")
    op.drop_table("lecture_group")
    op.drop_index(
        "uq_lecture_version_current",
        table_name="lecture_version",
        sqlite_where=sa.text("superseded_at IS NULL"),
        postgresql_where=sa.text("superseded_at IS NULL"),
    )
    op.drop_table("lecture_version")
    op.drop_index(op.f("ix_lecture_medium_id"), table_name="lecture")
    op.drop_table("lecture")
