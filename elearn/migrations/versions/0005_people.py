"""People and their tenures."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("full_name", sa.Text(), nullable=False),
        sa.Column("given_name", sa.Text(), nullable=False),
        sa.Column("name_folded", sa.Text(), nullable=False),
        sa.Column("sort_key", sa.LargeBinary(), nullable=False),
        sa.Column("born_on", sa.Date(), nullable=True),
        sa.Column("birth_year", sa.Integer(), nullable=True),
        sa.Column(
            "gender",
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
        sa.Column("phone", sa.String(length=20), nullable=True),
        sa.Column("same_as_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("full_name <> ''", name=op.f("ck_person_full_name_not_empty")),
        sa.CheckConstraint(
            "birth_year BETWEEN 1900 AND 2100", name=op.f("ck_person_birth_year_is_believable")
        ),
        sa.CheckConstraint("same_as_id <> id", name=op.f("ck_person_same_as_is_another_entry")),
        sa.ForeignKeyConstraint(["same_as_id"], ["person.id"], name=op.f("fk_person_same_as_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    op.create_index(op.f("ix_person_name_folded"), "person", ["name_folded"], unique=False)
    op.create_index(op.f("ix_person_phone"), "person", ["phone"], unique=False)
    op.create_index(op.f("ix_person_same_as_id"), "person", ["same_as_id"], unique=False)
    op.create_index(op.f("ix_person_sort_key"), "person", ["sort_key"], unique=False)
    op.create_table(
        "tenure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("post_key", sa.String(length=40), nullable=False),
        sa.Column("org_unit_id", sa.Integer(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=True),
        sa.Column(
            "end_reason",
            sa.Enum(
                "term_ended",
                "transferred",
                "retired",
                "resigned",
                "unit_ended",
                "other",
                name="endreason",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("superseded_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "end_reason IS NULL OR valid_to IS NOT NULL", name=op.f("ck_tenure_reason_needs_an_end")
        ),
        sa.CheckConstraint(
            "superseded_at >= recorded_at", name=op.f("ck_tenure_superseded_after_recorded")
        ),
        sa.CheckConstraint(
            "valid_to >= valid_from", name=op.f("ck_tenure_valid_to_not_before_valid_from")
        ),
        sa.ForeignKeyConstraint(
            ["org_unit_id"], ["org_unit.id"], name=op.f("fk_tenure_org_unit_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_tenure_person_id")),
        sa.ForeignKeyConstraint(["post_key"], ["post.key"], name=op.f("fk_tenure_post_key")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tenure")),
    )
    op.create_index(op.f("ix_tenure_org_unit_id"), "tenure", ["org_unit_id"], unique=False)
    op.create_index(op.f("ix_tenure_post_key"), "tenure", ["post_key"], unique=False)
    op.create_index(
        "uq_tenure_person_id_post_key_org_unit_id_valid_from",
        "tenure",
        ["person_id", "post_key", "org_unit_id", "valid_from"],
        unique=True,
        sqlite_where=sa.text("superseded_at IS NULL"),
        postgresql_where=sa.text("superseded_at IS NULL"),
    )


def downgrade() -> None:
    op.drop_index(
        "uq_tenure_person_id_post_key_org_unit_id_valid_from",
        table_name="tenure",
        sqlite_where=sa.text("superseded_at IS NULL"),
        postgresql_where=sa.text("superseded_at IS NULL"),
    )
    op.drop_index(op.f("ix_tenure_post_key"), table_name="tenure")
    op.drop_index(op.f("ix_tenure_org_unit_id"), table_name="tenure")
    op.drop_table("tenure")
    op.drop_index(op.f("ix_person_sort_key"), table_name="person")
    op.drop_index(op.f("ix_person_same_as_id"), table_name="person")
    op.drop_index(op.f("ix_person_phone"), table_name="person")
    op.drop_index(op.f("ix_person_name_folded"), table_name="person")
    op.drop_table("person")
