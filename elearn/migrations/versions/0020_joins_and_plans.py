"""Entries joined and parted, names units bore, posts people are planned for."""

import unicodedata

import sqlalchemy as sa
from alembic import op

from elearn.migrations.widening import widen

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

_REASONS = ("term_ended", "transferred", "retired", "resigned", "unit_ended", "other")
_MORE_REASONS = (
    *("term_ended", "transferred", "rotated", "seconded", "elected", "retired", "resigned"),
    *("downsized", "relieved", "dismissed", "died", "unit_ended", "other"),
)


def upgrade() -> None:
    op.create_table(
        "org_unit_name",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("org_unit_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "valid_to >= valid_from", name=op.f("ck_org_unit_name_valid_to_not_before_valid_from")
        ),
        sa.ForeignKeyConstraint(
            ["org_unit_id"], ["org_unit.id"], name=op.f("fk_org_unit_name_org_unit_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_org_unit_name")),
        sa.UniqueConstraint(
            "org_unit_id", "valid_from", name=op.f("uq_org_unit_name_org_unit_id_valid_from")
        ),
    )
    op.create_table(
        "person_join",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("whole_id", sa.Integer(), nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("joined_by_id", sa.Integer(), nullable=True),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "person_id <> whole_id", name=op.f("ck_person_join_joined_to_another_entry")
        ),
        sa.CheckConstraint(
            "undone_at >= joined_at", name=op.f("ck_person_join_undone_after_joined")
        ),
        sa.ForeignKeyConstraint(
            ["joined_by_id"], ["person.id"], name=op.f("fk_person_join_joined_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_person_join_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["undone_by_id"], ["person.id"], name=op.f("fk_person_join_undone_by_id")
        ),
        sa.ForeignKeyConstraint(["whole_id"], ["person.id"], name=op.f("fk_person_join_whole_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_join")),
    )
    op.create_index(
        op.f("ix_person_join_joined_by_id"), "person_join", ["joined_by_id"], unique=False
    )
    op.create_index(op.f("ix_person_join_person_id"), "person_join", ["person_id"], unique=False)
    op.create_index(
        op.f("ix_person_join_undone_by_id"), "person_join", ["undone_by_id"], unique=False
    )
    op.create_index(op.f("ix_person_join_whole_id"), "person_join", ["whole_id"], unique=False)
    op.create_table(
        "person_join_follower",
        sa.Column("join_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["join_id"], ["person_join.id"], name=op.f("fk_person_join_follower_join_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_person_join_follower_person_id")
        ),
        sa.PrimaryKeyConstraint("join_id", "person_id", name=op.f("pk_person_join_follower")),
    )
    op.create_index(
        op.f("ix_person_join_follower_person_id"),
        "person_join_follower",
        ["person_id"],
        unique=False,
    )
    op.create_table(
        "planned_post",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("post_key", sa.String(length=40), nullable=False),
        sa.Column("org_unit_id", sa.Integer(), nullable=False),
        sa.Column("term", sa.String(length=40), nullable=True),
        sa.Column("decision", sa.Text(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("superseded_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "superseded_at >= recorded_at", name=op.f("ck_planned_post_superseded_after_recorded")
        ),
        sa.CheckConstraint(
            "valid_to >= valid_from", name=op.f("ck_planned_post_valid_to_not_before_valid_from")
        ),
        sa.ForeignKeyConstraint(
            ["org_unit_id"], ["org_unit.id"], name=op.f("fk_planned_post_org_unit_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_planned_post_person_id")
        ),
        sa.ForeignKeyConstraint(["post_key"], ["post.key"], name=op.f("fk_planned_post_post_key")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_planned_post")),
    )
    op.create_index(
        op.f("ix_planned_post_org_unit_id"), "planned_post", ["org_unit_id"], unique=False
    )
    op.create_index(op.f("ix_planned_post_post_key"), "planned_post", ["post_key"], unique=False)
    op.create_index(
        "uq_planned_post_person_id_post_key_org_unit_id_valid_from",
        "planned_post",
        ["person_id", "post_key", "org_unit_id", "valid_from"],
        unique=True,
        sqlite_where=sa.text("superseded_at IS NULL"),
        postgresql_where=sa.text("superseded_at IS NULL"),
    )
    op.add_column(
        "org_unit", sa.Column("name_folded", sa.Text(), nullable=False, server_default="")
    )
    _fold_names()
    # So that joins of before can be undone, too: known from the audit since when they stand.
    op.execute(
        "INSERT INTO person_join (person_id, whole_id, joined_at)"
        " SELECT id, same_as_id, coalesce((SELECT max(at) FROM audit_entry WHERE action = 'merge'"
        " AND subject = 'person' AND subject_id = person.id), CURRENT_TIMESTAMP)"
        " FROM person WHERE same_as_id IS NOT NULL"
    )
    op.execute(
        "ALTER TABLE tenure ADD COLUMN end_decision TEXT"
        " CONSTRAINT ck_tenure_end_decision_needs_an_end"
        " CHECK (end_decision IS NULL OR valid_to IS NOT NULL)"
    )
    widen("tenure", "end_reason", "ck_tenure_endreason", _MORE_REASONS, _REASONS)


def _fold_names() -> None:
    unit = sa.table("org_unit", sa.column("id"), sa.column("name"), sa.column("name_folded"))
    connection = op.get_bind()
    folded = [
        {"key": key, "folded": _folded(name)}
        for key, name in connection.execute(sa.select(unit.c.id, unit.c.name))
    ]
    if folded:
        told = sa.update(unit).where(unit.c.id == sa.bindparam("key"))
        connection.execute(told.values(name_folded=sa.bindparam("folded")), folded)


def _folded(name: str) -> str:
    """Return the name in plain lower-case letters, as it was folded when this was written."""
    signs = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
    return "".join(sign for sign in signs if not unicodedata.combining(sign)).lower()


def downgrade() -> None:
    op.execute(
        "UPDATE tenure SET end_reason = 'other' WHERE end_reason NOT IN ('term_ended',"
        " 'transferred', 'retired', 'resigned', 'unit_ended', 'other')"
    )
    widen("tenure", "end_reason", "ck_tenure_endreason", _REASONS, _MORE_REASONS)
    op.drop_column("tenure", "end_decision")
    op.drop_column("org_unit", "name_folded")
    op.drop_table("planned_post")
    op.drop_table("person_join_follower")
    op.drop_table("person_join")
    op.drop_table("org_unit_name")
