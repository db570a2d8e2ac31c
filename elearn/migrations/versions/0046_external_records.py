"""What was learned elsewhere."""

import sqlalchemy as sa
from alembic import op

revision = "0046"
down_revision = "0045"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "external_record",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("course", sa.Text(), nullable=False),
        sa.Column("programme_version_id", sa.Integer(), nullable=True),
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
        sa.Column("organiser", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("first_on", sa.Date(), nullable=True),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.Column("hours", sa.Integer(), nullable=True),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("number_key", sa.String(length=100), nullable=True),
        sa.Column("paper_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "waiting",
                "confirmed",
                "refused",
                "withdrawn",
                "taken_back",
                name="recordstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("entered_by_id", sa.Integer(), nullable=True),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by_id", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("completion_id", sa.Integer(), nullable=True),
        sa.Column("ended_by_id", sa.Integer(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("replaces_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(state = 'taken_back') = (ended_at IS NOT NULL)",
            name=op.f("ck_external_record_ended_is_dated"),
        ),
        sa.CheckConstraint(
            "(state = 'waiting') = (decided_at IS NULL)",
            name=op.f("ck_external_record_waiting_or_decided"),
        ),
        sa.CheckConstraint(
            "(state IN ('confirmed', 'taken_back')) = (completion_id IS NOT NULL)",
            name=op.f("ck_external_record_confirmed_counts"),
        ),
        sa.CheckConstraint("course <> ''", name=op.f("ck_external_record_course_not_empty")),
        sa.CheckConstraint(
            "form IN ('external', 'earlier_paper')",
            name=op.f("ck_external_record_form_of_elsewhere"),
        ),
        sa.CheckConstraint("organiser <> ''", name=op.f("ck_external_record_organiser_not_empty")),
        sa.CheckConstraint(
            "state NOT IN ('refused', 'taken_back') OR answer <> ''",
            name=op.f("ck_external_record_ended_with_reason"),
        ),
        sa.CheckConstraint(
            "completion_id IS NULL OR (decided_by_id <> person_id"
            " AND (entered_by_id IS NULL OR decided_by_id <> entered_by_id))",
            name=op.f("ck_external_record_confirmed_by_a_second_person"),
        ),
        sa.CheckConstraint(
            "completion_id IS NULL OR programme_version_id IS NOT NULL",
            name=op.f("ck_external_record_what_counts_names_its_programme"),
        ),
        sa.CheckConstraint(
            "decided_at >= entered_at", name=op.f("ck_external_record_decided_after_entered")
        ),
        sa.CheckConstraint("hours > 0", name=op.f("ck_external_record_hours_positive")),
        sa.CheckConstraint("last_on >= first_on", name=op.f("ck_external_record_days_in_order")),
        sa.CheckConstraint("replaces_id <> id", name=op.f("ck_external_record_replaces_another")),
        sa.ForeignKeyConstraint(
            ["completion_id"],
            ["completion.id"],
            name=op.f("fk_external_record_completion_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["decided_by_id"],
            ["person.id"],
            name=op.f("fk_external_record_decided_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["ended_by_id"],
            ["person.id"],
            name=op.f("fk_external_record_ended_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["entered_by_id"],
            ["person.id"],
            name=op.f("fk_external_record_entered_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_external_record_person_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["programme_version_id"],
            ["programme_version.id"],
            name=op.f("fk_external_record_programme_version_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["replaces_id"],
            ["external_record.id"],
            name=op.f("fk_external_record_replaces_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_external_record")),
        sa.UniqueConstraint("completion_id", name=op.f("uq_external_record_completion_id")),
    )
    op.create_index(
        op.f("ix_external_record_decided_by_id"), "external_record", ["decided_by_id"], unique=False
    )
    op.create_index(
        op.f("ix_external_record_ended_by_id"), "external_record", ["ended_by_id"], unique=False
    )
    op.create_index(
        op.f("ix_external_record_entered_by_id"), "external_record", ["entered_by_id"], unique=False
    )
    op.create_index(
        op.f("ix_external_record_number_key"), "external_record", ["number_key"], unique=False
    )
    op.create_index(
        op.f("ix_external_record_person_id"), "external_record", ["person_id"], unique=False
    )
    op.create_index(
        op.f("ix_external_record_programme_version_id"),
        "external_record",
        ["programme_version_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_external_record_replaces_id"), "external_record", ["replaces_id"], unique=False
    )
    op.create_index("ix_external_record_state", "external_record", ["state", "id"], unique=False)
    op.create_index(
        "uq_external_record_replaces_id",
        "external_record",
        ["replaces_id"],
        unique=True,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )


def downgrade() -> None:
    op.drop_table("external_record")
