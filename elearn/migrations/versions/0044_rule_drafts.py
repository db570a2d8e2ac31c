"""New rules before they hold."""

import sqlalchemy as sa
from alembic import op

revision = "0044"
down_revision = "0043"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "rule_draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "watch",
                "completion",
                name="rulekind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("programme_id", sa.Integer(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("seen_share_percent", sa.Integer(), nullable=True),
        sa.Column("conditions", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("drafted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("drafted_by_id", sa.Integer(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "adopted",
                "discarded",
                name="draftstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("state_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state_by_id", sa.Integer(), nullable=True),
        sa.Column("tried_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tried_against", sa.String(length=200), nullable=True),
        sa.Column("watch_rule_version", sa.Integer(), nullable=True),
        sa.Column("completion_rule_id", sa.Integer(), nullable=True),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("given", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(kind = 'completion') = (conditions IS NOT NULL)",
            name=op.f("ck_rule_draft_completion_has_conditions"),
        ),
        sa.CheckConstraint(
            "(kind = 'watch') = (seen_share_percent IS NOT NULL)",
            name=op.f("ck_rule_draft_watch_rule_has_a_share"),
        ),
        sa.CheckConstraint(
            "(state = 'adopted')"
            " = (watch_rule_version IS NOT NULL OR completion_rule_id IS NOT NULL)",
            name=op.f("ck_rule_draft_adopted_is_a_rule"),
        ),
        sa.CheckConstraint(
            "kind = 'completion' OR programme_id IS NULL",
            name=op.f("ck_rule_draft_watching_is_for_all"),
        ),
        sa.CheckConstraint("note <> ''", name=op.f("ck_rule_draft_note_not_empty")),
        sa.CheckConstraint(
            "state <> 'adopted' OR tried_at IS NOT NULL",
            name=op.f("ck_rule_draft_nothing_is_adopted_untried"),
        ),
        sa.CheckConstraint(
            "(tried_at IS NULL) = (tried_against IS NULL)",
            name=op.f("ck_rule_draft_tried_against_one"),
        ),
        sa.CheckConstraint("given >= 0", name=op.f("ck_rule_draft_given_not_negative")),
        sa.CheckConstraint(
            "seen_share_percent BETWEEN 1 AND 100", name=op.f("ck_rule_draft_seen_share_is_a_share")
        ),
        sa.ForeignKeyConstraint(
            ["completion_rule_id"],
            ["completion_rule.id"],
            name=op.f("fk_rule_draft_completion_rule_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["drafted_by_id"],
            ["person.id"],
            name=op.f("fk_rule_draft_drafted_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["programme_id"],
            ["programme.id"],
            name=op.f("fk_rule_draft_programme_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["state_by_id"],
            ["person.id"],
            name=op.f("fk_rule_draft_state_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["watch_rule_version"],
            ["watch_rule.version"],
            name=op.f("fk_rule_draft_watch_rule_version"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rule_draft")),
        sa.UniqueConstraint("completion_rule_id", name=op.f("uq_rule_draft_completion_rule_id")),
        sa.UniqueConstraint("watch_rule_version", name=op.f("uq_rule_draft_watch_rule_version")),
    )
    op.create_index(
        op.f("ix_rule_draft_drafted_by_id"), "rule_draft", ["drafted_by_id"], unique=False
    )
    op.create_index(
        op.f("ix_rule_draft_programme_id"), "rule_draft", ["programme_id"], unique=False
    )
    op.create_index(op.f("ix_rule_draft_state_by_id"), "rule_draft", ["state_by_id"], unique=False)


def downgrade() -> None:
    op.drop_table("rule_draft")
