"""Areas and their versions through time."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "area",
        sa.Column("id", sa.Integer(), nullable=False),
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
        sa.CheckConstraint("level <> 'branch'", name=op.f("ck_area_level_is_of_a_territory")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_area")),
    )
    op.create_table(
        "area_lineage",
        sa.Column("from_area_id", sa.Integer(), nullable=False),
        sa.Column("to_area_id", sa.Integer(), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "whole",
                "split",
                name="passage",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("is_default", sa.Boolean(), nullable=False),
        sa.Column("distance_km", sa.Double(), nullable=True),
        sa.CheckConstraint(
            "from_area_id <> to_area_id", name=op.f("ck_area_lineage_passes_into_another_area")
        ),
        sa.ForeignKeyConstraint(
            ["from_area_id"], ["area.id"], name=op.f("fk_area_lineage_from_area_id")
        ),
        sa.ForeignKeyConstraint(
            ["to_area_id"], ["area.id"], name=op.f("fk_area_lineage_to_area_id")
        ),
        sa.PrimaryKeyConstraint("from_area_id", "to_area_id", name=op.f("pk_area_lineage")),
    )
    op.create_index(
        op.f("ix_area_lineage_to_area_id"), "area_lineage", ["to_area_id"], unique=False
    )
    op.create_index(
        "uq_area_lineage_default",
        "area_lineage",
        ["from_area_id", "happened_on"],
        unique=True,
        sqlite_where=sa.text("is_default"),
        postgresql_where=sa.text("is_default"),
    )
    op.create_table(
        "area_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=10), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "country",
                "province",
                "central_city",
                "urban_district",
                "rural_district",
                "town",
                "provincial_city",
                "commune",
                "ward",
                "township",
                "special_zone",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("full_name", sa.Text(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("name_folded", sa.Text(), nullable=False),
        sa.Column("sort_key", sa.LargeBinary(), nullable=False),
        sa.Column("lat", sa.Double(), nullable=True),
        sa.Column("lon", sa.Double(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("superseded_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "parent_id <> area_id", name=op.f("ck_area_version_parent_is_another_area")
        ),
        sa.CheckConstraint(
            "valid_to >= valid_from", name=op.f("ck_area_version_valid_to_not_before_valid_from")
        ),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_area_version_area_id")),
        sa.ForeignKeyConstraint(["parent_id"], ["area.id"], name=op.f("fk_area_version_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_area_version")),
    )
    op.create_index(op.f("ix_area_version_code"), "area_version", ["code"], unique=False)
    op.create_index(
        op.f("ix_area_version_name_folded"), "area_version", ["name_folded"], unique=False
    )
    op.create_index(op.f("ix_area_version_parent_id"), "area_version", ["parent_id"], unique=False)
    op.create_index(
        "ix_area_version_path",
        "area_version",
        ["path"],
        unique=False,
        postgresql_ops={"path": "text_pattern_ops"},
    )
    op.create_index(
        "uq_area_version_area_id_valid_from",
        "area_version",
        ["area_id", "valid_from"],
        unique=True,
        sqlite_where=sa.text("superseded_at IS NULL"),
        postgresql_where=sa.text("superseded_at IS NULL"),
    )


def downgrade() -> None:
    op.drop_index(
        "uq_area_version_area_id_valid_from",
        table_name="area_version",
        sqlite_where=sa.text("superseded_at IS NULL"),
        postgresql_where=sa.text("superseded_at IS NULL"),
    )
    op.drop_index(
        "ix_area_version_path",
        table_name="area_version",
        postgresql_ops={"path": "text_pattern_ops"},
    )
    op.drop_index(op.f("ix_area_version_parent_id"), table_name="area_version")
    op.drop_index(op.f("ix_area_version_name_folded"), table_name="area_version")
    op.drop_index(op.f("ix_area_version_code"), table_name="area_version")
    op.drop_table("area_version")
    op.drop_index(
        "uq_area_lineage_default",
        table_name="area_lineage",
        sqlite_where=sa.text("is_default"),
        postgresql_where=sa.text("is_default"),
    )
    op.drop_index(op.f("ix_area_lineage_to_area_id"), table_name="area_lineage")
    op.drop_table("area_lineage")
    op.drop_table("area")
