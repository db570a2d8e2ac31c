"""Modules of the catalogue."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "module",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.CheckConstraint("code <> ''", name=op.f("ck_module_code_not_empty")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_module")),
        sa.UniqueConstraint("code", name=op.f("uq_module_code")),
    )
    op.create_table(
        "module_version",
        sa.Column("module_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
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
            "block",
            sa.Enum(
                "common",
                "group",
                "general_knowledge",
                "working_skills",
                "required",
                "elective",
                name="block",
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
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("superseded_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("title <> ''", name=op.f("ck_module_version_title_not_empty")),
        sa.CheckConstraint(
            "length(content_hash) = 64", name=op.f("ck_module_version_content_hash_is_sha256")
        ),
        sa.CheckConstraint("number >= 1", name=op.f("ck_module_version_number_from_one")),
        sa.CheckConstraint(
            "superseded_at >= recorded_at", name=op.f("ck_module_version_superseded_after_recorded")
        ),
        sa.ForeignKeyConstraint(
            ["module_id"], ["module.id"], name=op.f("fk_module_version_module_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_module_version")),
        sa.UniqueConstraint("module_id", "number", name=op.f("uq_module_version_module_id_number")),
    )
    op.create_index(
        "uq_module_version_current",
        "module_version",
        ["module_id"],
        unique=True,
        sqlite_where=sa.text("superseded_at IS NULL"),
        postgresql_where=sa.text("superseded_at IS NULL"),
    )
    op.create_table(
        "module_lecture",
        sa.Column("module_version_id", sa.Integer(), nullable=False),
        sa.Column("lecture_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint("position >= 1", name=op.f("ck_module_lecture_position_from_one")),
        sa.ForeignKeyConstraint(
            ["lecture_id"], ["lecture.id"], name=op.f("fk_module_lecture_lecture_id")
        ),
        sa.ForeignKeyConstraint(
            ["module_version_id"],
            ["module_version.id"],
            name=op.f("fk_module_lecture_module_version_id"),
        ),
        sa.PrimaryKeyConstraint("module_version_id", "lecture_id", name=op.f("pk_module_lecture")),
        sa.UniqueConstraint(
            "module_version_id",
            "position",
            name=op.f("uq_module_lecture_module_version_id_position"),
        ),
    )
    op.create_index(
        op.f("ix_module_lecture_lecture_id"), "module_lecture", ["lecture_id"], unique=False
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_module_lecture_lecture_id"), table_name="module_lecture")
    op.drop_table("module_lecture")
    op.drop_index(
        "uq_module_version_current",
        table_name="module_version",
        sqlite_where=sa.text("superseded_at IS NULL"),
        postgresql_where=sa.text("superseded_at IS NULL"),
    )
    op.drop_table("module_version")
    op.drop_table("module")
