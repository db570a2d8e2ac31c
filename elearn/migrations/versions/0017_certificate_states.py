"""States and files of certificates, failed checks, and what keeps all as it was issued."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

_NEVER_ALTERED = ("certificate", "certificate_file", "certificate_state", "decision")
_REFUSE = (
    "CREATE OR REPLACE FUNCTION refuse_alteration() RETURNS trigger LANGUAGE plpgsql AS $$"
    " BEGIN RAISE EXCEPTION USING MESSAGE = TG_TABLE_NAME || ' is never altered',"
    " ERRCODE = 'integrity_constraint_violation'; END $$"
)


def upgrade() -> None:
    op.create_table(
        "certificate_state",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("certificate_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "valid",
                "replaced",
                "revoked",
                name="state",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("replaced_by_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(state = 'replaced') = (replaced_by_id IS NOT NULL)",
            name=op.f("ck_certificate_state_replaced_names_the_other"),
        ),
        sa.CheckConstraint(
            "(state = 'valid') = (reason = '')",
            name=op.f("ck_certificate_state_an_end_has_a_reason"),
        ),
        sa.CheckConstraint("number >= 1", name=op.f("ck_certificate_state_number_from_one")),
        sa.ForeignKeyConstraint(
            ["certificate_id"],
            ["certificate.id"],
            name=op.f("fk_certificate_state_certificate_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"],
            ["decision.id"],
            name=op.f("fk_certificate_state_decision_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["replaced_by_id"],
            ["certificate.id"],
            name=op.f("fk_certificate_state_replaced_by_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificate_state")),
        sa.UniqueConstraint(
            "certificate_id", "number", name=op.f("uq_certificate_state_certificate_id_number")
        ),
        sa.UniqueConstraint("replaced_by_id", name=op.f("uq_certificate_state_replaced_by_id")),
    )
    op.create_index(
        op.f("ix_certificate_state_decision_id"), "certificate_state", ["decision_id"], unique=False
    )
    op.create_index(
        op.f("ix_certificate_state_state"), "certificate_state", ["state"], unique=False
    )
    op.create_table(
        "certificate_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("certificate_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "rendered",
                "sealed",
                "signed",
                name="filekind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["certificate_id"],
            ["certificate.id"],
            name=op.f("fk_certificate_file_certificate_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["file_id"],
            ["stored_file.id"],
            name=op.f("fk_certificate_file_file_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificate_file")),
        sa.UniqueConstraint(
            "certificate_id", "kind", name=op.f("uq_certificate_file_certificate_id_kind")
        ),
    )
    op.create_index(
        op.f("ix_certificate_file_file_id"), "certificate_file", ["file_id"], unique=False
    )
    op.create_table(
        "failed_check",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=60), nullable=False),
        sa.Column("network", sa.String(length=50), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_failed_check")),
    )
    op.create_index(op.f("ix_failed_check_at"), "failed_check", ["at"], unique=False)
    op.create_index("ix_failed_check_network_at", "failed_check", ["network", "at"], unique=False)
    op.create_index("ix_failed_check_number_at", "failed_check", ["number", "at"], unique=False)
    _guard()


def _guard() -> None:
    """Have the database itself refuse to alter or remove what was issued."""
    is_postgresql = op.get_bind().dialect.name == "postgresql"
    if is_postgresql:
        op.execute(_REFUSE)
    for name in _NEVER_ALTERED:
        if is_postgresql:
            op.execute(
                f"CREATE TRIGGER never_altered BEFORE UPDATE OR DELETE ON {name}"
                " FOR EACH ROW EXECUTE FUNCTION refuse_alteration()"
            )
            continue
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {name}_no_{act} BEFORE {act} ON {name}"
                f" BEGIN SELECT RAISE(ABORT, '{name} is never altered'); END"
            )


def downgrade() -> None:
    _unguard_what_stays()
    op.drop_table("failed_check")
    op.drop_table("certificate_file")
    op.drop_table("certificate_state")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION refuse_alteration()")


def _unguard_what_stays() -> None:
    """Take the guards from the tables of the steps before, which go with those."""
    for name in ("certificate", "decision"):
        if op.get_bind().dialect.name == "postgresql":
            op.execute(f"DROP TRIGGER never_altered ON {name}")
            continue
        for act in ("UPDATE", "DELETE"):
            op.execute(f"DROP TRIGGER {name}_no_{act}")
