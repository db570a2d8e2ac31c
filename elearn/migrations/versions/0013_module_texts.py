"""What a module is for, drafts of modules, and what the folder last said."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


_THINGS = ("lecture", "module", "programme")
_NO_OBJECTIVES = '{"knowledge": [], "skills": [], "attitude": []}'


def upgrade() -> None:
    for name in _THINGS:
        op.add_column(name, sa.Column("loaded_hash", sa.String(length=64), nullable=True))
        op.add_column(
            name,
            sa.Column("is_packaged", sa.Boolean(), nullable=False, server_default=sa.false()),
        )
        # Until now nothing could be edited but in the folder that came with the product.
        op.execute(
            f"UPDATE {name} SET is_packaged = TRUE, loaded_hash = (SELECT content_hash"  # noqa: S608  # names of ours
            f" FROM {name}_version WHERE {name}_id = {name}.id AND superseded_at IS NULL)"
        )
    op.add_column(
        "module_version",
        sa.Column("objectives", sa.JSON(), nullable=False, server_default=_NO_OBJECTIVES),
    )
    op.create_table(
        "module_tag",
        sa.Column("module_version_id", sa.Integer(), nullable=False),
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
            ["module_version_id"],
            ["module_version.id"],
            name=op.f("fk_module_tag_module_version_id"),
        ),
        sa.PrimaryKeyConstraint("module_version_id", "tag", name=op.f("pk_module_tag")),
    )
    op.create_index(op.f("ix_module_tag_tag"), "module_tag", ["tag"], unique=False)
    op.create_table(
        "module_group",
        sa.Column("module_version_id", sa.Integer(), nullable=False),
        sa.Column("group_key", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_key"],
            ["target_group.key"],
            name=op.f("fk_module_group_group_key"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["module_version_id"],
            ["module_version.id"],
            name=op.f("fk_module_group_module_version_id"),
        ),
        sa.PrimaryKeyConstraint("module_version_id", "group_key", name=op.f("pk_module_group")),
    )
    op.create_index(op.f("ix_module_group_group_key"), "module_group", ["group_key"], unique=False)
    op.create_table(
        "module_draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("module_id", sa.Integer(), nullable=True),
        sa.Column("began_from_id", sa.Integer(), nullable=True),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("writer", sa.String(length=40), nullable=False),
        sa.Column("writer_since", sa.Integer(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_by_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "began_from_id IS NULL OR module_id IS NOT NULL",
            name=op.f("ck_module_draft_began_from_own"),
        ),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_module_draft_revision_from_one")),
        sa.CheckConstraint(
            "writer_since BETWEEN 1 AND revision",
            name=op.f("ck_module_draft_writer_since_a_revision"),
        ),
        sa.ForeignKeyConstraint(
            ["began_from_id"],
            ["module_version.id"],
            name=op.f("fk_module_draft_began_from_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["module_id"],
            ["module.id"],
            name=op.f("fk_module_draft_module_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["person.id"], name=op.f("fk_module_draft_owner_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["saved_by_id"],
            ["person.id"],
            name=op.f("fk_module_draft_saved_by_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_module_draft")),
        sa.UniqueConstraint("module_id", name=op.f("uq_module_draft_module_id")),
    )
    op.create_index(
        op.f("ix_module_draft_began_from_id"), "module_draft", ["began_from_id"], unique=False
    )
    op.create_index(op.f("ix_module_draft_owner_id"), "module_draft", ["owner_id"], unique=False)
    op.create_index(
        op.f("ix_module_draft_saved_by_id"), "module_draft", ["saved_by_id"], unique=False
    )


def downgrade() -> None:
    op.drop_table("module_draft")
    op.drop_table("module_group")
    op.drop_table("module_tag")
    op.drop_column("module_version", "objectives")
    for name in _THINGS:
        op.drop_column(name, "is_packaged")
        op.drop_column(name, "loaded_hash")
