"""Levels of learning with their yearly review, and units left out of evaluation."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "qualification",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column(
            "field",
            sa.Enum(
                "education",
                "political_theory",
                "state_management",
                name="field",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "level",
            sa.Enum(
                "primary",
                "lower_secondary",
                "upper_secondary",
                "vocational",
                "intermediate",
                "college",
                "university",
                "master",
                "doctorate",
                "theory_none",
                "theory_basic",
                "theory_intermediate",
                "theory_advanced",
                "theory_bachelor",
                "state_none",
                "state_assistant",
                "state_officer",
                "state_principal",
                "state_senior",
                name="attainment",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("obtained_on", sa.Date(), nullable=True),
        sa.Column("institution", sa.Text(), nullable=True),
        sa.Column("paper", sa.Text(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("superseded_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(field = 'education' AND level IN ('primary', 'lower_secondary', "
            "'upper_secondary', 'vocational', 'intermediate', 'college', "
            "'university', 'master', 'doctorate')) OR (field = 'political_theory' "
            "AND level IN ('theory_none', 'theory_basic', 'theory_intermediate', "
            "'theory_advanced', 'theory_bachelor')) OR (field = 'state_management' "
            "AND level IN ('state_none', 'state_assistant', 'state_officer', "
            "'state_principal', 'state_senior'))",
            name=op.f("ck_qualification_level_is_of_its_field"),
        ),
        sa.CheckConstraint(
            "superseded_at >= recorded_at", name=op.f("ck_qualification_superseded_after_recorded")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_qualification_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_qualification")),
    )
    op.create_index(
        "uq_qualification_person_id_level",
        "qualification",
        ["person_id", "level"],
        unique=True,
        sqlite_where=sa.text("superseded_at IS NULL"),
        postgresql_where=sa.text("superseded_at IS NULL"),
    )
    op.create_table(
        "qualification_review",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("reviewed_on", sa.Date(), nullable=False),
        sa.Column("reviewed_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "year BETWEEN 2000 AND 2200", name=op.f("ck_qualification_review_year_is_believable")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_qualification_review_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["reviewed_by_id"], ["person.id"], name=op.f("fk_qualification_review_reviewed_by_id")
        ),
        sa.PrimaryKeyConstraint("person_id", "year", name=op.f("pk_qualification_review")),
    )
    op.create_index(
        op.f("ix_qualification_review_reviewed_by_id"),
        "qualification_review",
        ["reviewed_by_id"],
        unique=False,
    )
    op.create_table(
        "unit_exclusion",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("org_unit_id", sa.Integer(), nullable=False),
        sa.Column(
            "reason",
            sa.Enum(
                "joint_advisory_body",
                "other",
                name="exclusionreason",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("decision", sa.Text(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("superseded_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "superseded_at >= recorded_at", name=op.f("ck_unit_exclusion_superseded_after_recorded")
        ),
        sa.CheckConstraint(
            "valid_to >= valid_from", name=op.f("ck_unit_exclusion_valid_to_not_before_valid_from")
        ),
        sa.ForeignKeyConstraint(
            ["org_unit_id"], ["org_unit.id"], name=op.f("fk_unit_exclusion_org_unit_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit_exclusion")),
    )
    op.create_index(
        "uq_unit_exclusion_org_unit_id_valid_from",
        "unit_exclusion",
        ["org_unit_id", "valid_from"],
        unique=True,
        sqlite_where=sa.text("superseded_at IS NULL"),
        postgresql_where=sa.text("superseded_at IS NULL"),
    )


def downgrade() -> None:
    op.drop_table("unit_exclusion")
    op.drop_table("qualification_review")
    op.drop_table("qualification")
