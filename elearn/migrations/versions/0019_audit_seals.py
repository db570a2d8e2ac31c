"""The chain of seals over the audit, and what keeps both as they were written."""

import sqlalchemy as sa
from alembic import op

from elearn.migrations.guarding import guard, unguard

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

_NEVER_ALTERED = ("audit_entry", "audit_seal", "audit_sealed")


def upgrade() -> None:
    op.create_table(
        "audit_seal",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("previous_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("sealed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("count >= 1", name=op.f("ck_audit_seal_seals_something")),
        sa.CheckConstraint("number >= 1", name=op.f("ck_audit_seal_number_from_one")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_audit_seal")),
        sa.UniqueConstraint("hash", name=op.f("uq_audit_seal_hash")),
        sa.UniqueConstraint("previous_hash", name=op.f("uq_audit_seal_previous_hash")),
    )
    op.create_table(
        "audit_sealed",
        sa.Column("seal_number", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.CheckConstraint("place >= 1", name=op.f("ck_audit_sealed_place_from_one")),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["audit_entry.id"], name=op.f("fk_audit_sealed_entry_id")
        ),
        sa.ForeignKeyConstraint(
            ["seal_number"], ["audit_seal.number"], name=op.f("fk_audit_sealed_seal_number")
        ),
        sa.PrimaryKeyConstraint("seal_number", "place", name=op.f("pk_audit_sealed")),
        sa.UniqueConstraint("entry_id", name=op.f("uq_audit_sealed_entry_id")),
    )
    op.create_table(
        "audit_pending",
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["audit_entry.id"], name=op.f("fk_audit_pending_entry_id")
        ),
        sa.PrimaryKeyConstraint("entry_id", name=op.f("pk_audit_pending")),
    )
    op.add_column(
        "audit_entry", sa.Column("personal", sa.JSON(), nullable=False, server_default="{}")
    )
    op.add_column("audit_personal_value", sa.Column("person_id", sa.Integer(), nullable=True))
    op.add_column(
        "audit_personal_value",
        sa.Column("salt", sa.String(length=32), nullable=False, server_default=""),
    )
    op.create_index(
        op.f("ix_audit_personal_value_person_id"), "audit_personal_value", ["person_id"]
    )
    # What was written before there were seals is sealed by the first.
    op.execute("INSERT INTO audit_pending (entry_id) SELECT id FROM audit_entry")
    guard(op.get_bind(), _NEVER_ALTERED, "UPDATE", "DELETE")
    guard(op.get_bind(), ("audit_personal_value",), "UPDATE")


def downgrade() -> None:
    unguard(op.get_bind(), ("audit_personal_value",), "UPDATE")
    unguard(op.get_bind(), _NEVER_ALTERED, "UPDATE", "DELETE")
    op.drop_index(op.f("ix_audit_personal_value_person_id"), "audit_personal_value")
    op.drop_column("audit_personal_value", "salt")
    op.drop_column("audit_personal_value", "person_id")
    op.drop_column("audit_entry", "personal")
    op.drop_table("audit_pending")
    op.drop_table("audit_sealed")
    op.drop_table("audit_seal")
