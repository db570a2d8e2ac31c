"""Posts, target groups and organisation units."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "org_unit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "union_central",
                "union_province",
                "union_district",
                "union_commune",
                "branch",
                "women_group",
                "agency",
                "school",
                name="unitkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.CheckConstraint("parent_id <> id", name=op.f("ck_org_unit_parent_is_another_unit")),
        sa.CheckConstraint(
            "valid_to >= valid_from", name=op.f("ck_org_unit_valid_to_not_before_valid_from")
        ),
        sa.ForeignKeyConstraint(["parent_id"], ["org_unit.id"], name=op.f("fk_org_unit_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_org_unit")),
    )
    op.create_index(op.f("ix_org_unit_parent_id"), "org_unit", ["parent_id"], unique=False)
    op.create_table(
        "post",
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
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
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_post")),
        sa.UniqueConstraint("name", name=op.f("uq_post_name")),
    )
    op.create_table(
        "target_group",
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_target_group")),
    )
    op.create_table(
        "org_unit_place",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("org_unit_id", sa.Integer(), nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "valid_to >= valid_from", name=op.f("ck_org_unit_place_valid_to_not_before_valid_from")
        ),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_org_unit_place_area_id")),
        sa.ForeignKeyConstraint(
            ["org_unit_id"], ["org_unit.id"], name=op.f("fk_org_unit_place_org_unit_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_org_unit_place")),
        sa.UniqueConstraint(
            "org_unit_id", "valid_from", name=op.f("uq_org_unit_place_org_unit_id_valid_from")
        ),
    )
    op.create_index(op.f("ix_org_unit_place_area_id"), "org_unit_place", ["area_id"], unique=False)
    op.create_table(
        "post_group",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("post_key", sa.String(length=40), nullable=False),
        sa.Column("group_key", sa.String(length=40), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "valid_to >= valid_from", name=op.f("ck_post_group_valid_to_not_before_valid_from")
        ),
        sa.ForeignKeyConstraint(
            ["group_key"], ["target_group.key"], name=op.f("fk_post_group_group_key")
        ),
        sa.ForeignKeyConstraint(["post_key"], ["post.key"], name=op.f("fk_post_group_post_key")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_post_group")),
        sa.UniqueConstraint(
            "post_key",
            "group_key",
            "valid_from",
            name=op.f("uq_post_group_post_key_group_key_valid_from"),
        ),
    )
    op.create_index(op.f("ix_post_group_group_key"), "post_group", ["group_key"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_post_group_group_key"), table_name="post_group")
    op.drop_table("post_group")
    op.drop_index(op.f("ix_org_unit_place_area_id"), table_name="org_unit_place")
    op.drop_table("org_unit_place")
    op.drop_table("target_group")
    op.drop_table("post")
    op.drop_index(op.f("ix_org_unit_parent_id"), table_name="org_unit")
    op.drop_table("org_unit")
