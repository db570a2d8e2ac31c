"""Rows of rosters, and what they wrote."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "roster_row",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("sheet", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "new",
                "changed",
                "unchanged",
                "doubtful",
                "error",
                "skipped",
                name="rowstatus",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("entry", sa.JSON(), nullable=False),
        sa.Column("verdict", sa.JSON(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column(
            "answer",
            sa.Enum(
                "same_keep_name",
                "same_take_name",
                "another_person",
                "second_post",
                "transfer",
                "skip",
                name="answer",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("answered_by_id", sa.Integer(), nullable=True),
        sa.Column("question_id", sa.Integer(), nullable=True),
        sa.Column("applied_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("stays", sa.JSON(none_as_null=True), nullable=True),
        sa.CheckConstraint("number >= 1", name=op.f("ck_roster_row_rows_count_from_one")),
        sa.ForeignKeyConstraint(
            ["answered_by_id"], ["person.id"], name=op.f("fk_roster_row_answered_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["roster_batch.id"], name=op.f("fk_roster_row_batch_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_roster_row_person_id")),
        sa.ForeignKeyConstraint(
            ["question_id"], ["roster_question.id"], name=op.f("fk_roster_row_question_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roster_row")),
    )
    op.create_index(
        op.f("ix_roster_row_answered_by_id"), "roster_row", ["answered_by_id"], unique=False
    )
    op.create_index(
        "ix_roster_row_applied",
        "roster_row",
        ["batch_id", "id"],
        unique=False,
        sqlite_where=sa.text("applied_at IS NOT NULL"),
        postgresql_where=sa.text("applied_at IS NOT NULL"),
    )
    op.create_index(
        "ix_roster_row_batch_id_sheet",
        "roster_row",
        ["batch_id", "sheet", "number"],
        unique=False,
    )
    op.create_index(
        "ix_roster_row_batch_id_status", "roster_row", ["batch_id", "status", "id"], unique=False
    )
    op.create_index(
        "ix_roster_row_not_applied",
        "roster_row",
        ["batch_id", "id"],
        unique=False,
        sqlite_where=sa.text("applied_at IS NULL"),
        postgresql_where=sa.text("applied_at IS NULL"),
    )
    op.create_index(op.f("ix_roster_row_person_id"), "roster_row", ["person_id"], unique=False)
    op.create_index(op.f("ix_roster_row_question_id"), "roster_row", ["question_id"], unique=False)
    op.create_table(
        "roster_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column(
            "act",
            sa.Enum(
                "insert",
                "edit",
                "supersede",
                name="changeact",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("of_table", sa.String(length=40), nullable=False),
        sa.Column("of_id", sa.Integer(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["roster_batch.id"], name=op.f("fk_roster_change_batch_id")
        ),
        sa.ForeignKeyConstraint(
            ["row_id"], ["roster_row.id"], name=op.f("fk_roster_change_row_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roster_change")),
    )
    op.create_index("ix_roster_change_batch_id", "roster_change", ["batch_id", "id"], unique=False)
    op.create_index("ix_roster_change_of_row", "roster_change", ["of_table", "of_id"], unique=False)
    op.create_index(op.f("ix_roster_change_row_id"), "roster_change", ["row_id"], unique=False)


def downgrade() -> None:
    op.drop_table("roster_change")
    op.drop_table("roster_row")
