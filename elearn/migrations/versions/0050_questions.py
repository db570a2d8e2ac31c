"""Questions under lectures, and their answers."""

import sqlalchemy as sa
from alembic import op

revision = "0050"
down_revision = "0049"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "lecture_question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("lecture_id", sa.Integer(), nullable=False),
        sa.Column("medium_version_id", sa.Integer(), nullable=True),
        sa.Column("second", sa.Integer(), nullable=True),
        sa.Column("text", sa.String(length=1000), nullable=False),
        sa.Column("asked_by_id", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("hidden_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("hidden_by_id", sa.Integer(), nullable=True),
        sa.Column("hidden_reason", sa.String(length=300), nullable=False),
        sa.CheckConstraint(
            "(text = '') = (withdrawn_at IS NOT NULL)",
            name=op.f("ck_lecture_question_words_till_withdrawn"),
        ),
        sa.CheckConstraint(
            "hidden_at IS NULL OR hidden_reason <> ''",
            name=op.f("ck_lecture_question_hidden_for_a_reason"),
        ),
        sa.CheckConstraint(
            "(hidden_at IS NULL) = (hidden_by_id IS NULL)",
            name=op.f("ck_lecture_question_hidden_by_somebody"),
        ),
        sa.CheckConstraint("second >= 0", name=op.f("ck_lecture_question_second_not_negative")),
        sa.CheckConstraint(
            "second IS NULL OR medium_version_id IS NOT NULL",
            name=op.f("ck_lecture_question_second_of_some_film"),
        ),
        sa.ForeignKeyConstraint(
            ["asked_by_id"],
            ["person.id"],
            name=op.f("fk_lecture_question_asked_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["hidden_by_id"],
            ["person.id"],
            name=op.f("fk_lecture_question_hidden_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["lecture_id"],
            ["lecture.id"],
            name=op.f("fk_lecture_question_lecture_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["medium_version_id"],
            ["medium_version.id"],
            name=op.f("fk_lecture_question_medium_version_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lecture_question")),
    )
    op.create_index(
        op.f("ix_lecture_question_asked_by_id"), "lecture_question", ["asked_by_id"], unique=False
    )
    op.create_index(
        op.f("ix_lecture_question_hidden_by_id"), "lecture_question", ["hidden_by_id"], unique=False
    )
    op.create_index(
        "ix_lecture_question_lecture_id_answered_at",
        "lecture_question",
        ["lecture_id", "answered_at"],
        unique=False,
    )
    op.create_index(
        op.f("ix_lecture_question_medium_version_id"),
        "lecture_question",
        ["medium_version_id"],
        unique=False,
    )
    op.create_table(
        "lecture_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(length=2000), nullable=False),
        sa.Column("answered_by_id", sa.Integer(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(text = '') = (withdrawn_at IS NOT NULL)",
            name=op.f("ck_lecture_answer_words_till_withdrawn"),
        ),
        sa.ForeignKeyConstraint(
            ["answered_by_id"],
            ["person.id"],
            name=op.f("fk_lecture_answer_answered_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["lecture_question.id"],
            name=op.f("fk_lecture_answer_question_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lecture_answer")),
    )
    op.create_index(
        op.f("ix_lecture_answer_answered_by_id"), "lecture_answer", ["answered_by_id"], unique=False
    )
    op.create_index(
        op.f("ix_lecture_answer_question_id"), "lecture_answer", ["question_id"], unique=False
    )


def downgrade() -> None:
    op.drop_table("lecture_answer")
    op.drop_table("lecture_question")
