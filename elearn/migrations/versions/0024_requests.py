"""What people ask to have put right or erased of what is held of them."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "correction_request",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column(
            "field",
            sa.Enum(
                "full_name",
                "birth",
                "gender",
                "phone",
                "other",
                name="correctedfield",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("wanted", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "waiting",
                "applied",
                "refused",
                name="correctionstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("asked_by_id", sa.Integer(), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by_id", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "(state = 'waiting') = (decided_at IS NULL)",
            name=op.f("ck_correction_request_waiting_or_decided"),
        ),
        sa.CheckConstraint(
            "state <> 'refused' OR answer <> ''",
            name=op.f("ck_correction_request_refused_with_reason"),
        ),
        sa.CheckConstraint("wanted <> ''", name=op.f("ck_correction_request_something_is_wanted")),
        sa.CheckConstraint(
            "decided_at >= asked_at", name=op.f("ck_correction_request_decided_after_asked")
        ),
        sa.ForeignKeyConstraint(
            ["asked_by_id"],
            ["person.id"],
            name=op.f("fk_correction_request_asked_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["decided_by_id"],
            ["person.id"],
            name=op.f("fk_correction_request_decided_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_correction_request_person_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction_request")),
    )
    op.create_index(
        op.f("ix_correction_request_asked_by_id"),
        "correction_request",
        ["asked_by_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_correction_request_decided_by_id"),
        "correction_request",
        ["decided_by_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_correction_request_person_id"), "correction_request", ["person_id"], unique=False
    )
    op.create_index(
        "ix_correction_request_state_asked_at",
        "correction_request",
        ["state", "asked_at", "id"],
        unique=False,
    )
    op.create_table(
        "erasure_request",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "waiting",
                "withdrawn",
                "refused",
                "done",
                name="erasurestate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by_id", sa.Integer(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "(state = 'refused') = (answer IS NOT NULL)",
            name=op.f("ck_erasure_request_refused_with_reason"),
        ),
        sa.CheckConstraint(
            "(state = 'waiting') = (decided_at IS NULL)",
            name=op.f("ck_erasure_request_waiting_or_decided"),
        ),
        sa.CheckConstraint(
            "decided_at >= asked_at", name=op.f("ck_erasure_request_decided_after_asked")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by_id"],
            ["person.id"],
            name=op.f("fk_erasure_request_decided_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_erasure_request_person_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasure_request")),
    )
    op.create_index(
        op.f("ix_erasure_request_decided_by_id"), "erasure_request", ["decided_by_id"], unique=False
    )
    op.create_index(
        op.f("ix_erasure_request_person_id"), "erasure_request", ["person_id"], unique=False
    )
    op.create_index(
        "ix_erasure_request_state_asked_at", "erasure_request", ["state", "asked_at"], unique=False
    )
    op.create_index(
        "uq_erasure_request_waiting",
        "erasure_request",
        ["person_id"],
        unique=True,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )


def downgrade() -> None:
    op.drop_table("erasure_request")
    op.drop_table("correction_request")
