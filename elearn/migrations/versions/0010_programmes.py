"""Programmes of the catalogue."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "programme",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.CheckConstraint("code <> ''", name=op.f("ck_programme_code_not_empty")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme")),
        sa.UniqueConstraint("code", name=op.f("uq_programme_code")),
    )
    op.create_table(
        "programme_version",
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("organiser", sa.Text(), nullable=False),
        sa.Column(
            "level",
            sa.Enum(
                "central",
                "province",
                "district",
                "commune",
                "branch",
                name="level",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
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
        sa.Column("variant_of", sa.String(length=40), nullable=True),
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
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("periods", sa.Integer(), nullable=False),
        sa.Column(
            "mode",
            sa.Enum(
                "online",
                "blended",
                "in_person",
                name="mode",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("online_percent", sa.Integer(), nullable=True),
        sa.Column(
            "certificate",
            sa.Enum(
                "certificate",
                "completion_statement",
                name="certificatekind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("min_electives", sa.Integer(), nullable=False),
        sa.Column("quiz_pass_percent", sa.Integer(), nullable=False),
        sa.Column("planned_from_year", sa.Integer(), nullable=True),
        sa.Column("planned_to_year", sa.Integer(), nullable=True),
        sa.Column("classes_per_province", sa.Integer(), nullable=True),
        sa.Column("min_class_size", sa.Integer(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("superseded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.CheckConstraint("title <> ''", name=op.f("ck_programme_version_title_not_empty")),
        sa.CheckConstraint(
            "classes_per_province > 0",
            name=op.f("ck_programme_version_classes_per_province_positive"),
        ),
        sa.CheckConstraint(
            "days > 0 AND periods > 0", name=op.f("ck_programme_version_days_and_periods_positive")
        ),
        sa.CheckConstraint(
            "length(content_hash) = 64", name=op.f("ck_programme_version_content_hash_is_sha256")
        ),
        sa.CheckConstraint(
            "min_class_size > 0", name=op.f("ck_programme_version_min_class_size_positive")
        ),
        sa.CheckConstraint(
            "min_electives >= 0", name=op.f("ck_programme_version_min_electives_not_negative")
        ),
        sa.CheckConstraint("number >= 1", name=op.f("ck_programme_version_number_from_one")),
        sa.CheckConstraint(
            "online_percent BETWEEN 0 AND 100",
            name=op.f("ck_programme_version_online_percent_is_a_share"),
        ),
        sa.CheckConstraint(
            "planned_to_year >= planned_from_year",
            name=op.f("ck_programme_version_planned_years_in_order"),
        ),
        sa.CheckConstraint(
            "quiz_pass_percent BETWEEN 0 AND 100",
            name=op.f("ck_programme_version_quiz_pass_is_a_share"),
        ),
        sa.CheckConstraint(
            "superseded_at >= recorded_at",
            name=op.f("ck_programme_version_superseded_after_recorded"),
        ),
        sa.CheckConstraint(
            "valid_to >= valid_from",
            name=op.f("ck_programme_version_valid_to_not_before_valid_from"),
        ),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programme.id"], name=op.f("fk_programme_version_programme_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme_version")),
        sa.UniqueConstraint(
            "programme_id", "number", name=op.f("uq_programme_version_programme_id_number")
        ),
    )
    op.create_index(
        "uq_programme_version_current",
        "programme_version",
        ["programme_id"],
        unique=True,
        sqlite_where=sa.text("superseded_at IS NULL"),
        postgresql_where=sa.text("superseded_at IS NULL"),
    )
    op.create_table(
        "programme_group",
        sa.Column("programme_version_id", sa.Integer(), nullable=False),
        sa.Column("group_key", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_key"],
            ["target_group.key"],
            name=op.f("fk_programme_group_group_key"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["programme_version_id"],
            ["programme_version.id"],
            name=op.f("fk_programme_group_programme_version_id"),
        ),
        sa.PrimaryKeyConstraint(
            "programme_version_id", "group_key", name=op.f("pk_programme_group")
        ),
    )
    op.create_index(
        op.f("ix_programme_group_group_key"), "programme_group", ["group_key"], unique=False
    )
    op.create_table(
        "programme_module",
        sa.Column("programme_version_id", sa.Integer(), nullable=False),
        sa.Column("module_id", sa.Integer(), nullable=False),
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
        sa.Column("is_required", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "is_required = (block <> 'elective')",
            name=op.f("ck_programme_module_elective_is_not_required"),
        ),
        sa.CheckConstraint("position >= 1", name=op.f("ck_programme_module_position_from_one")),
        sa.ForeignKeyConstraint(
            ["module_id"], ["module.id"], name=op.f("fk_programme_module_module_id")
        ),
        sa.ForeignKeyConstraint(
            ["programme_version_id"],
            ["programme_version.id"],
            name=op.f("fk_programme_module_programme_version_id"),
        ),
        sa.PrimaryKeyConstraint(
            "programme_version_id", "module_id", name=op.f("pk_programme_module")
        ),
        sa.UniqueConstraint(
            "programme_version_id",
            "position",
            name=op.f("uq_programme_module_programme_version_id_position"),
        ),
    )
    op.create_index(
        op.f("ix_programme_module_module_id"), "programme_module", ["module_id"], unique=False
    )
    op.create_table(
        "programme_tag",
        sa.Column("programme_version_id", sa.Integer(), nullable=False),
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
            ["programme_version_id"],
            ["programme_version.id"],
            name=op.f("fk_programme_tag_programme_version_id"),
        ),
        sa.PrimaryKeyConstraint("programme_version_id", "tag", name=op.f("pk_programme_tag")),
    )
    op.create_index(op.f("ix_programme_tag_tag"), "programme_tag", ["tag"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_programme_tag_tag"), table_name="programme_tag")
    op.drop_table("programme_tag")
    op.drop_index(op.f("ix_programme_module_module_id"), table_name="programme_module")
    op.drop_table("programme_module")
    op.drop_index(op.f("ix_programme_group_group_key"), table_name="programme_group")
    op.drop_table("programme_group")
    op.drop_index(
        "uq_programme_version_current",
        table_name="programme_version",
        sqlite_where=sa.text("superseded_at IS NULL"),
        postgresql_where=sa.text("superseded_at IS NULL"),
    )
    op.drop_table("programme_version")
    op.drop_table("programme")
