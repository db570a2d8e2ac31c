"""Classes, the electives they offer, and who takes part."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "training_class",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=80), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("programme_version_id", sa.Integer(), nullable=False),
        sa.Column("completion_rule_id", sa.Integer(), nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=False),
        sa.Column("organiser", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("decision_number", sa.Text(), nullable=True),
        sa.Column("decision_on", sa.Date(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "planned",
                "open",
                "closed",
                "cancelled",
                name="classstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("state_reason", sa.Text(), nullable=True),
        sa.Column("state_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("name <> ''", name=op.f("ck_training_class_name_not_empty")),
        sa.CheckConstraint("organiser <> ''", name=op.f("ck_training_class_organiser_not_empty")),
        sa.CheckConstraint(
            "state <> 'cancelled' OR state_reason IS NOT NULL",
            name=op.f("ck_training_class_cancelled_for_a_reason"),
        ),
        sa.CheckConstraint(
            "(decision_number IS NULL) = (decision_on IS NULL)",
            name=op.f("ck_training_class_decision_has_number_and_day"),
        ),
        sa.CheckConstraint(
            "ends_on >= starts_on", name=op.f("ck_training_class_ends_not_before_it_starts")
        ),
        sa.ForeignKeyConstraint(
            ["area_id"], ["area.id"], name=op.f("fk_training_class_area_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["completion_rule_id"],
            ["completion_rule.id"],
            name=op.f("fk_training_class_completion_rule_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["programme_version_id"],
            ["programme_version.id"],
            name=op.f("fk_training_class_programme_version_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["state_by_id"],
            ["person.id"],
            name=op.f("fk_training_class_state_by_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_class")),
        sa.UniqueConstraint("code", name=op.f("uq_training_class_code")),
    )
    op.create_index(op.f("ix_training_class_area_id"), "training_class", ["area_id"], unique=False)
    op.create_index(
        op.f("ix_training_class_completion_rule_id"),
        "training_class",
        ["completion_rule_id"],
        unique=False,
    )
    op.create_index(
        "ix_training_class_state", "training_class", ["state", "starts_on"], unique=False
    )
    op.create_index(
        op.f("ix_training_class_state_by_id"), "training_class", ["state_by_id"], unique=False
    )
    op.create_index(
        "uq_training_class_same",
        "training_class",
        ["programme_version_id", "area_id", "starts_on", "name"],
        unique=True,
        sqlite_where=sa.text("state <> 'cancelled'"),
        postgresql_where=sa.text("state <> 'cancelled'"),
    )
    op.create_table(
        "class_elective",
        sa.Column("training_class_id", sa.Integer(), nullable=False),
        sa.Column("module_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["module_id"],
            ["module.id"],
            name=op.f("fk_class_elective_module_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["training_class_id"],
            ["training_class.id"],
            name=op.f("fk_class_elective_training_class_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("training_class_id", "module_id", name=op.f("pk_class_elective")),
    )
    op.create_index(
        op.f("ix_class_elective_module_id"), "class_elective", ["module_id"], unique=False
    )
    op.create_table(
        "participation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("training_class_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("tenure_id", sa.Integer(), nullable=True),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("left_reason", sa.Text(), nullable=True),
        sa.Column(
            "outcome",
            sa.Enum(
                "completed",
                "not_completed",
                name="result",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("completed_on", sa.Date(), nullable=True),
        sa.Column("completion_id", sa.Integer(), nullable=True),
        sa.Column("review", sa.JSON(none_as_null=True), nullable=True),
        sa.CheckConstraint(
            "(completed_on IS NOT NULL) = (COALESCE(outcome, '') = 'completed')",
            name=op.f("ck_participation_completed_on_a_day"),
        ),
        sa.CheckConstraint(
            "(completion_id IS NOT NULL) = (COALESCE(outcome, '') = 'completed')",
            name=op.f("ck_participation_completed_by_a_completion"),
        ),
        sa.CheckConstraint(
            "(left_at IS NULL) = (left_reason IS NULL)",
            name=op.f("ck_participation_left_for_a_reason"),
        ),
        sa.CheckConstraint(
            "left_at IS NULL OR outcome IS NULL",
            name=op.f("ck_participation_who_left_has_no_outcome"),
        ),
        sa.ForeignKeyConstraint(
            ["completion_id"],
            ["completion.id"],
            name=op.f("fk_participation_completion_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_participation_person_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["tenure_id"],
            ["tenure.id"],
            name=op.f("fk_participation_tenure_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["training_class_id"],
            ["training_class.id"],
            name=op.f("fk_participation_training_class_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participation")),
        sa.UniqueConstraint(
            "training_class_id",
            "person_id",
            name=op.f("uq_participation_training_class_id_person_id"),
        ),
    )
    op.create_index(
        op.f("ix_participation_completion_id"), "participation", ["completion_id"], unique=False
    )
    op.create_index(
        op.f("ix_participation_person_id"), "participation", ["person_id"], unique=False
    )
    op.create_index(
        op.f("ix_participation_tenure_id"), "participation", ["tenure_id"], unique=False
    )


def downgrade() -> None:
    op.drop_table("participation")
    op.drop_table("class_elective")
    op.drop_table("training_class")
