"""Whom a new rule would touch."""

import sqlalchemy as sa
from alembic import op

revision = "0045"
down_revision = "0044"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "rule_trial_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rule_draft_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("lecture_id", sa.Integer(), nullable=True),
        sa.Column("programme_version_id", sa.Integer(), nullable=True),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("has", sa.Integer(), nullable=False),
        sa.Column("gains", sa.Integer(), nullable=False),
        sa.Column("loses", sa.Integer(), nullable=False),
        sa.Column("keeps", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(lecture_id IS NULL) <> (programme_version_id IS NULL)",
            name=op.f("ck_rule_trial_line_of_one_thing"),
        ),
        sa.CheckConstraint(
            "gains BETWEEN 0 AND people - has",
            name=op.f("ck_rule_trial_line_gains_among_the_others"),
        ),
        sa.CheckConstraint(
            "keeps >= 0 AND keeps <= people", name=op.f("ck_rule_trial_line_keeps_among_people")
        ),
        sa.CheckConstraint(
            "loses BETWEEN 0 AND has", name=op.f("ck_rule_trial_line_loses_among_those_who_have")
        ),
        sa.ForeignKeyConstraint(
            ["lecture_id"],
            ["lecture.id"],
            name=op.f("fk_rule_trial_line_lecture_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["programme_version_id"],
            ["programme_version.id"],
            name=op.f("fk_rule_trial_line_programme_version_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["rule_draft_id"], ["rule_draft.id"], name=op.f("fk_rule_trial_line_rule_draft_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rule_trial_line")),
        sa.UniqueConstraint(
            "rule_draft_id", "position", name=op.f("uq_rule_trial_line_rule_draft_id_position")
        ),
    )
    op.create_index(
        op.f("ix_rule_trial_line_lecture_id"), "rule_trial_line", ["lecture_id"], unique=False
    )
    op.create_index(
        op.f("ix_rule_trial_line_programme_version_id"),
        "rule_trial_line",
        ["programme_version_id"],
        unique=False,
    )
    op.create_table(
        "rule_trial_person",
        sa.Column("rule_trial_line_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column(
            "effect",
            sa.Enum(
                "gains",
                "loses",
                "keeps",
                name="effect",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_rule_trial_person_person_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["rule_trial_line_id"],
            ["rule_trial_line.id"],
            name=op.f("fk_rule_trial_person_rule_trial_line_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "rule_trial_line_id", "person_id", name=op.f("pk_rule_trial_person")
        ),
    )
    op.create_index(
        op.f("ix_rule_trial_person_person_id"), "rule_trial_person", ["person_id"], unique=False
    )


def downgrade() -> None:
    op.drop_table("rule_trial_person")
    op.drop_table("rule_trial_line")
