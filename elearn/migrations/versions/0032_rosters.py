"""Rosters: batches, what is asked once of one, and as whom files call somebody."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "roster_alias",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_roster_alias_person_id")
        ),
        sa.PrimaryKeyConstraint("person_id", "name_key", name=op.f("pk_roster_alias")),
    )
    op.create_table(
        "roster_batch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=True),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "reading",
                "columns",
                "comparing",
                "ready",
                "committing",
                "committed",
                "undoing",
                "undone",
                "discarded",
                "refused",
                name="batchstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("layout", sa.JSON(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("refusal", sa.Text(), nullable=True),
        sa.Column("covers", sa.JSON(), nullable=False),
        sa.Column("missing", sa.Integer(), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("received_by_id", sa.Integer(), nullable=True),
        sa.Column("committed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("committed_by_id", sa.Integer(), nullable=True),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_by_id", sa.Integer(), nullable=True),
        sa.Column("erased_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("seen_change", sa.Integer(), nullable=True),
        sa.CheckConstraint("file_name <> ''", name=op.f("ck_roster_batch_file_has_a_name")),
        sa.CheckConstraint(
            "committed_at >= received_at", name=op.f("ck_roster_batch_committed_after_received")
        ),
        sa.CheckConstraint(
            "undone_at >= committed_at", name=op.f("ck_roster_batch_undone_after_committed")
        ),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_roster_batch_area_id")),
        sa.ForeignKeyConstraint(
            ["committed_by_id"], ["person.id"], name=op.f("fk_roster_batch_committed_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["file_id"], ["stored_file.id"], name=op.f("fk_roster_batch_file_id")
        ),
        sa.ForeignKeyConstraint(
            ["received_by_id"], ["person.id"], name=op.f("fk_roster_batch_received_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["undone_by_id"], ["person.id"], name=op.f("fk_roster_batch_undone_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roster_batch")),
    )
    op.create_index(
        "ix_roster_batch_area_id_received_at",
        "roster_batch",
        ["area_id", "received_at", "id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_roster_batch_committed_by_id"), "roster_batch", ["committed_by_id"], unique=False
    )
    op.create_index(op.f("ix_roster_batch_file_id"), "roster_batch", ["file_id"], unique=False)
    op.create_index(
        op.f("ix_roster_batch_received_by_id"), "roster_batch", ["received_by_id"], unique=False
    )
    op.create_index(op.f("ix_roster_batch_sha256"), "roster_batch", ["sha256"], unique=False)
    op.create_index(
        op.f("ix_roster_batch_undone_by_id"), "roster_batch", ["undone_by_id"], unique=False
    )
    op.create_table(
        "roster_question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "place",
                "move",
                name="questionkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("shown", sa.Text(), nullable=False),
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["roster_batch.id"], name=op.f("fk_roster_question_batch_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roster_question")),
        sa.UniqueConstraint(
            "batch_id", "kind", "about", name=op.f("uq_roster_question_batch_id_kind_about")
        ),
    )


def downgrade() -> None:
    op.drop_table("roster_question")
    op.drop_table("roster_batch")
    op.drop_table("roster_alias")
