"""How many of a group there are where nobody wrote down who, and since when places are known."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

_KNOWN = ("recorded_at", "end_recorded_at")


def upgrade() -> None:
    op.create_table(
        "headcount",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("org_unit_id", sa.Integer(), nullable=True),
        sa.Column("area_id", sa.Integer(), nullable=True),
        sa.Column("group_key", sa.String(length=40), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("recorded_by_id", sa.Integer(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("superseded_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(org_unit_id IS NULL) <> (area_id IS NULL)",
            name=op.f("ck_headcount_of_a_unit_or_an_area"),
        ),
        sa.CheckConstraint("number >= 0", name=op.f("ck_headcount_number_not_negative")),
        sa.CheckConstraint(
            "superseded_at >= recorded_at", name=op.f("ck_headcount_superseded_after_recorded")
        ),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_headcount_area_id")),
        sa.ForeignKeyConstraint(
            ["group_key"], ["target_group.key"], name=op.f("fk_headcount_group_key")
        ),
        sa.ForeignKeyConstraint(
            ["org_unit_id"], ["org_unit.id"], name=op.f("fk_headcount_org_unit_id")
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["person.id"], name=op.f("fk_headcount_recorded_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_headcount")),
    )
    op.create_index(op.f("ix_headcount_group_key"), "headcount", ["group_key"], unique=False)
    op.create_index(
        op.f("ix_headcount_recorded_by_id"), "headcount", ["recorded_by_id"], unique=False
    )
    op.create_index(
        "uq_headcount_area",
        "headcount",
        ["area_id", "group_key", "as_of"],
        unique=True,
        sqlite_where=sa.text("superseded_at IS NULL"),
        postgresql_where=sa.text("superseded_at IS NULL"),
    )
    op.create_index(
        "uq_headcount_org_unit",
        "headcount",
        ["org_unit_id", "group_key", "as_of"],
        unique=True,
        sqlite_where=sa.text("superseded_at IS NULL"),
        postgresql_where=sa.text("superseded_at IS NULL"),
    )
    for name in _KNOWN:
        op.add_column("org_unit_place", sa.Column(name, sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    for name in _KNOWN:
        op.drop_column("org_unit_place", name)
    op.drop_table("headcount")
