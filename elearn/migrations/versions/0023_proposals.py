"""Changes of posts that wait until they are confirmed."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "tenure_proposal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "begin",
                "end",
                name="proposalkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "state",
            sa.Enum(
                "waiting",
                "confirmed",
                "refused",
                "withdrawn",
                name="proposalstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("area_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("new_name", sa.Text(), nullable=True),
        sa.Column("new_birth_year", sa.Integer(), nullable=True),
        sa.Column(
            "new_gender",
            sa.Enum(
                "female",
                "male",
                name="gender",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("new_phone", sa.String(length=20), nullable=True),
        sa.Column("post_key", sa.String(length=40), nullable=False),
        sa.Column("org_unit_id", sa.Integer(), nullable=False),
        sa.Column("tenure_id", sa.Integer(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=True),
        sa.Column(
            "end_reason",
            sa.Enum(
                "term_ended",
                "transferred",
                "rotated",
                "seconded",
                "elected",
                "retired",
                "resigned",
                "downsized",
                "relieved",
                "dismissed",
                "died",
                "unit_ended",
                "other",
                name="endreason",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("about", sa.String(length=300), nullable=False),
        sa.Column("proposed_by_id", sa.Integer(), nullable=True),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by_id", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("refusal", sa.Text(), nullable=True),
        sa.Column("result_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(kind = 'end') = (end_reason IS NOT NULL)",
            name=op.f("ck_tenure_proposal_an_end_has_a_reason"),
        ),
        sa.CheckConstraint(
            "(kind = 'end') = (tenure_id IS NOT NULL)",
            name=op.f("ck_tenure_proposal_an_end_ends_a_tenure"),
        ),
        sa.CheckConstraint(
            "(state = 'confirmed') = (result_id IS NOT NULL)",
            name=op.f("ck_tenure_proposal_confirmed_counts"),
        ),
        sa.CheckConstraint(
            "(state = 'refused') = (refusal IS NOT NULL)",
            name=op.f("ck_tenure_proposal_refused_with_reason"),
        ),
        sa.CheckConstraint(
            "(state = 'waiting') = (decided_at IS NULL)",
            name=op.f("ck_tenure_proposal_waiting_or_decided"),
        ),
        sa.CheckConstraint(
            "person_id IS NOT NULL OR new_name <> ''",
            name=op.f("ck_tenure_proposal_is_about_somebody"),
        ),
        sa.CheckConstraint(
            "decided_at >= proposed_at", name=op.f("ck_tenure_proposal_decided_after_proposed")
        ),
        sa.ForeignKeyConstraint(
            ["area_id"], ["area.id"], name=op.f("fk_tenure_proposal_area_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["decided_by_id"],
            ["person.id"],
            name=op.f("fk_tenure_proposal_decided_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["org_unit_id"],
            ["org_unit.id"],
            name=op.f("fk_tenure_proposal_org_unit_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_tenure_proposal_person_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["post_key"], ["post.key"], name=op.f("fk_tenure_proposal_post_key")
        ),
        sa.ForeignKeyConstraint(
            ["proposed_by_id"],
            ["person.id"],
            name=op.f("fk_tenure_proposal_proposed_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["result_id"],
            ["tenure.id"],
            name=op.f("fk_tenure_proposal_result_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["tenure_id"],
            ["tenure.id"],
            name=op.f("fk_tenure_proposal_tenure_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tenure_proposal")),
    )
    op.create_index(
        op.f("ix_tenure_proposal_area_id"), "tenure_proposal", ["area_id"], unique=False
    )
    op.create_index(
        op.f("ix_tenure_proposal_decided_by_id"), "tenure_proposal", ["decided_by_id"], unique=False
    )
    op.create_index(
        op.f("ix_tenure_proposal_org_unit_id"), "tenure_proposal", ["org_unit_id"], unique=False
    )
    op.create_index(
        op.f("ix_tenure_proposal_person_id"), "tenure_proposal", ["person_id"], unique=False
    )
    op.create_index(
        op.f("ix_tenure_proposal_post_key"), "tenure_proposal", ["post_key"], unique=False
    )
    op.create_index(
        op.f("ix_tenure_proposal_proposed_by_id"),
        "tenure_proposal",
        ["proposed_by_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_tenure_proposal_result_id"), "tenure_proposal", ["result_id"], unique=False
    )
    op.create_index(
        "ix_tenure_proposal_state_proposed_at",
        "tenure_proposal",
        ["state", "proposed_at", "id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_tenure_proposal_tenure_id"), "tenure_proposal", ["tenure_id"], unique=False
    )
    op.create_index(
        "uq_tenure_proposal_about",
        "tenure_proposal",
        ["about"],
        unique=True,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )


def downgrade() -> None:
    op.drop_table("tenure_proposal")
