"""What completing a programme takes, and the fact that somebody has done it."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("watch_map", sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True))
    # By the rule of the first release, the only one until now: 80 % of the seconds.
    op.execute(
        "UPDATE watch_map SET seen_at = changed_at"
        " WHERE seconds * 100 >= length * 80 AND length > 0"
    )
    op.create_table(
        "completion_rule",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.CheckConstraint("number >= 1", name=op.f("ck_completion_rule_number_from_one")),
        sa.CheckConstraint(
            "valid_to >= valid_from", name=op.f("ck_completion_rule_valid_to_not_before_valid_from")
        ),
        sa.ForeignKeyConstraint(
            ["programme_id"],
            ["programme.id"],
            name=op.f("fk_completion_rule_programme_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_completion_rule")),
        sa.UniqueConstraint(
            "programme_id", "number", name=op.f("uq_completion_rule_programme_id_number")
        ),
    )
    op.create_index(
        "uq_completion_rule_for_all",
        "completion_rule",
        ["number"],
        unique=True,
        sqlite_where=sa.text("programme_id IS NULL"),
        postgresql_where=sa.text("programme_id IS NULL"),
    )
    op.create_table(
        "completion_condition",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("completion_rule_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "lectures",
                "required_modules",
                "electives",
                "modules",
                "quiz",
                "attendance",
                name="conditionkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("at_least", sa.Integer(), nullable=True),
        sa.Column("percent", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "at_least >= 0", name=op.f("ck_completion_condition_at_least_not_negative")
        ),
        sa.CheckConstraint(
            "percent BETWEEN 1 AND 100", name=op.f("ck_completion_condition_percent_is_a_share")
        ),
        sa.CheckConstraint("position >= 1", name=op.f("ck_completion_condition_position_from_one")),
        sa.ForeignKeyConstraint(
            ["completion_rule_id"],
            ["completion_rule.id"],
            name=op.f("fk_completion_condition_completion_rule_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_completion_condition")),
        sa.UniqueConstraint(
            "completion_rule_id",
            "position",
            name=op.f("uq_completion_condition_completion_rule_id_position"),
        ),
    )
    op.create_table(
        "completion_condition_module",
        sa.Column("completion_condition_id", sa.Integer(), nullable=False),
        sa.Column("module_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["completion_condition_id"],
            ["completion_condition.id"],
            name=op.f("fk_completion_condition_module_completion_condition_id"),
        ),
        sa.ForeignKeyConstraint(
            ["module_id"],
            ["module.id"],
            name=op.f("fk_completion_condition_module_module_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint(
            "completion_condition_id", "module_id", name=op.f("pk_completion_condition_module")
        ),
    )
    op.create_index(
        op.f("ix_completion_condition_module_module_id"),
        "completion_condition_module",
        ["module_id"],
        unique=False,
    )
    op.create_table(
        "completion",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("programme_version_id", sa.Integer(), nullable=False),
        sa.Column("completion_rule_id", sa.Integer(), nullable=True),
        sa.Column(
            "form",
            sa.Enum(
                "online",
                "in_person",
                "blended",
                "shared",
                "external",
                "earlier_paper",
                name="completionform",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("completed_on", sa.Date(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("superseded_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "form NOT IN ('external', 'earlier_paper') OR source IS NOT NULL",
            name=op.f("ck_completion_what_was_done_elsewhere_names_its_source"),
        ),
        sa.CheckConstraint(
            "superseded_at >= recorded_at", name=op.f("ck_completion_superseded_after_recorded")
        ),
        sa.ForeignKeyConstraint(
            ["completion_rule_id"],
            ["completion_rule.id"],
            name=op.f("fk_completion_completion_rule_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_completion_person_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["programme_version_id"],
            ["programme_version.id"],
            name=op.f("fk_completion_programme_version_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_completion")),
    )
    op.create_index(
        op.f("ix_completion_completion_rule_id"), "completion", ["completion_rule_id"], unique=False
    )
    op.create_index(
        "ix_completion_person_id", "completion", ["person_id", "completed_on"], unique=False
    )
    op.create_index(
        "ix_completion_programme_version_id",
        "completion",
        ["programme_version_id", "completed_on"],
        unique=False,
    )


def downgrade() -> None:
    op.drop_table("completion")
    op.drop_table("completion_condition_module")
    op.drop_table("completion_condition")
    op.drop_table("completion_rule")
    op.drop_column("watch_map", "seen_at")
