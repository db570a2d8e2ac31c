"""Issuers, the registers they keep, and their decisions."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "issuer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sign", sa.String(length=20), nullable=False),
        sa.CheckConstraint("sign <> ''", name=op.f("ck_issuer_sign_not_empty")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issuer")),
        sa.UniqueConstraint("sign", name=op.f("uq_issuer_sign")),
    )
    op.create_table(
        "issuer_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("issuer_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("parent", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("signer_prefix", sa.Text(), nullable=False),
        sa.Column("signer_title", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "name <> '' AND place <> '' AND signer_title <> ''",
            name=op.f("ck_issuer_version_named_in_full"),
        ),
        sa.CheckConstraint(
            "valid_to >= valid_from", name=op.f("ck_issuer_version_valid_to_not_before_valid_from")
        ),
        sa.ForeignKeyConstraint(
            ["issuer_id"],
            ["issuer.id"],
            name=op.f("fk_issuer_version_issuer_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issuer_version")),
        sa.UniqueConstraint(
            "issuer_id", "valid_from", name=op.f("uq_issuer_version_issuer_id_valid_from")
        ),
    )
    op.create_table(
        "register",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("issuer_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "certificate",
                "completion_statement",
                name="certificatekind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("last_number", sa.Integer(), nullable=False),
        sa.CheckConstraint("last_number >= 0", name=op.f("ck_register_last_number_not_negative")),
        sa.CheckConstraint(
            "year BETWEEN 2000 AND 2999", name=op.f("ck_register_year_is_believable")
        ),
        sa.ForeignKeyConstraint(
            ["issuer_id"], ["issuer.id"], name=op.f("fk_register_issuer_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_register")),
        sa.UniqueConstraint(
            "issuer_id", "kind", "year", name=op.f("uq_register_issuer_id_kind_year")
        ),
    )
    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("issuer_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("training_class_id", sa.Integer(), nullable=False),
        sa.Column("recorded_by_id", sa.Integer(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("number <> ''", name=op.f("ck_decision_number_not_empty")),
        sa.ForeignKeyConstraint(
            ["issuer_id"], ["issuer.id"], name=op.f("fk_decision_issuer_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["person.id"], name=op.f("fk_decision_recorded_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["training_class_id"],
            ["training_class.id"],
            name=op.f("fk_decision_training_class_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
        sa.UniqueConstraint(
            "issuer_id",
            "number",
            "decided_on",
            "training_class_id",
            name=op.f("uq_decision_issuer_id_number_decided_on_training_class_id"),
        ),
    )
    op.create_index(
        op.f("ix_decision_recorded_by_id"), "decision", ["recorded_by_id"], unique=False
    )
    op.create_index(
        op.f("ix_decision_training_class_id"), "decision", ["training_class_id"], unique=False
    )


def downgrade() -> None:
    op.drop_table("decision")
    op.drop_table("register")
    op.drop_table("issuer_version")
    op.drop_table("issuer")
