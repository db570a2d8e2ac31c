"""Maps, counts and how far they were followed; all of it can be made again."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

_ALL_THAT_IS_ASKED = ["person_id", "completed_on", "programme_version_id", "superseded_at"]


def upgrade() -> None:
    op.create_table(
        "coverage_map",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "as_it_was",
                "restated",
                name="mapkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "valid_to >= valid_from", name=op.f("ck_coverage_map_valid_to_not_before_valid_from")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_coverage_map")),
        sa.UniqueConstraint("kind", "valid_from", name=op.f("uq_coverage_map_kind_valid_from")),
    )
    op.create_table(
        "unit_on_map",
        sa.Column("map_id", sa.Integer(), nullable=False),
        sa.Column("org_unit_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("country_id", sa.Integer(), nullable=False),
        sa.Column("province_id", sa.Integer(), nullable=False),
        sa.Column("district_id", sa.Integer(), nullable=False),
        sa.Column("commune_id", sa.Integer(), nullable=False),
        sa.Column("estimated", sa.SmallInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["map_id"], ["coverage_map.id"], name=op.f("fk_unit_on_map_map_id")
        ),
        sa.PrimaryKeyConstraint("map_id", "org_unit_id", name=op.f("pk_unit_on_map")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "coverage_build",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("indicator_version_id", sa.Integer(), nullable=False),
        sa.Column("map_id", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "writing",
                "current",
                "retired",
                name="buildstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("built_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("stale_since", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(state = 'writing') = (built_at IS NULL)",
            name=op.f("ck_coverage_build_built_when_written"),
        ),
        sa.ForeignKeyConstraint(
            ["indicator_version_id"],
            ["indicator_version.id"],
            name=op.f("fk_coverage_build_indicator_version_id"),
        ),
        sa.ForeignKeyConstraint(
            ["map_id"], ["coverage_map.id"], name=op.f("fk_coverage_build_map_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_coverage_build")),
    )
    op.create_index(
        op.f("ix_coverage_build_indicator_version_id"),
        "coverage_build",
        ["indicator_version_id"],
        unique=False,
    )
    op.create_index(op.f("ix_coverage_build_map_id"), "coverage_build", ["map_id"], unique=False)
    op.create_index(
        "uq_coverage_build_current",
        "coverage_build",
        ["indicator_version_id", "map_id"],
        unique=True,
        sqlite_where=sa.text("state = 'current'"),
        postgresql_where=sa.text("state = 'current'"),
    )
    op.create_table(
        "counted_person",
        sa.Column("build_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("person_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("facts", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("build_id", "person_id", name=op.f("pk_counted_person")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "counted_unit",
        sa.Column("build_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.Column("country_id", sa.Integer(), nullable=False),
        sa.Column("province_id", sa.Integer(), nullable=False),
        sa.Column("district_id", sa.Integer(), nullable=False),
        sa.Column("commune_id", sa.Integer(), nullable=False),
        sa.Column("estimated", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint("build_id", "key", "number", name=op.f("pk_counted_unit")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "coverage_event",
        sa.Column("build_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("area_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("span", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("in_post", sa.Integer(), nullable=False),
        sa.Column("reached", sa.Integer(), nullable=False),
        sa.Column("under_way", sa.Integer(), nullable=False),
        sa.Column("new_in_post", sa.Integer(), nullable=False),
        sa.Column("estimated", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(
            "build_id", "area_id", "span", "day", name=op.f("pk_coverage_event")
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "coverage_cursor",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("followed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_coverage_cursor_there_is_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_coverage_cursor")),
    )
    op.drop_index("ix_completion_person_id", "completion")
    op.create_index("ix_completion_person_id", "completion", _ALL_THAT_IS_ASKED)
    op.create_index("ix_tenure_person_id", "tenure", ["person_id"])


def downgrade() -> None:
    op.drop_index("ix_tenure_person_id", "tenure")
    op.drop_index("ix_completion_person_id", "completion")
    op.create_index("ix_completion_person_id", "completion", _ALL_THAT_IS_ASKED[:2])
    op.drop_table("coverage_cursor")
    op.drop_table("coverage_event")
    op.drop_table("counted_unit")
    op.drop_table("counted_person")
    op.drop_table("coverage_build")
    op.drop_table("unit_on_map")
    op.drop_table("coverage_map")
