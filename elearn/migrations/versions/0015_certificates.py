"""Issuers and their registers, decisions, certificates, their states and files."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
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
    op.create_table(
        "certificate",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("issuer_id", sa.Integer(), nullable=False),
        sa.Column("register_id", sa.Integer(), nullable=False),
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
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("shown_number", sa.String(length=60), nullable=False),
        sa.Column("token", sa.String(length=20), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("participation_id", sa.Integer(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("name_folded", sa.Text(), nullable=False),
        sa.Column("full_name", sa.Text(), nullable=False),
        sa.Column("born", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("programme_title", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("periods", sa.Integer(), nullable=False),
        sa.Column("decision_number", sa.Text(), nullable=False),
        sa.Column("decision_on", sa.Date(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("issuer_name", sa.Text(), nullable=False),
        sa.Column("issuer_parent", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("signer_prefix", sa.Text(), nullable=False),
        sa.Column("signer_title", sa.Text(), nullable=False),
        sa.Column("signer_name", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.CheckConstraint("full_name <> ''", name=op.f("ck_certificate_full_name_not_empty")),
        sa.CheckConstraint("edition >= 1", name=op.f("ck_certificate_edition_from_one")),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_certificate_ends_after_start")),
        sa.CheckConstraint(
            "issued_on >= decision_on", name=op.f("ck_certificate_issued_after_decision")
        ),
        sa.CheckConstraint("number >= 1", name=op.f("ck_certificate_number_from_one")),
        sa.CheckConstraint("periods > 0", name=op.f("ck_certificate_periods_positive")),
        sa.ForeignKeyConstraint(
            ["decision_id"],
            ["decision.id"],
            name=op.f("fk_certificate_decision_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["issuer_id"], ["issuer.id"], name=op.f("fk_certificate_issuer_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["participation_id"],
            ["participation.id"],
            name=op.f("fk_certificate_participation_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_certificate_person_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["register_id"],
            ["register.id"],
            name=op.f("fk_certificate_register_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificate")),
        sa.UniqueConstraint(
            "participation_id", "edition", name=op.f("uq_certificate_participation_id_edition")
        ),
        sa.UniqueConstraint(
            "register_id", "number", name=op.f("uq_certificate_register_id_number")
        ),
        sa.UniqueConstraint("shown_number", name=op.f("uq_certificate_shown_number")),
        sa.UniqueConstraint("token", name=op.f("uq_certificate_token")),
    )
    op.create_index(
        op.f("ix_certificate_decision_id"), "certificate", ["decision_id"], unique=False
    )
    op.create_index(op.f("ix_certificate_issuer_id"), "certificate", ["issuer_id"], unique=False)
    op.create_index(
        op.f("ix_certificate_name_folded"), "certificate", ["name_folded"], unique=False
    )
    op.create_index(op.f("ix_certificate_person_id"), "certificate", ["person_id"], unique=False)
    op.create_index(op.f("ix_certificate_year"), "certificate", ["year"], unique=False)
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
    op.drop_table("failed_check")
    op.drop_table("certificate_file")
    op.drop_table("certificate_state")
    op.drop_table("certificate")
    op.drop_table("decision")
    op.drop_table("register")
    op.drop_table("issuer_version")
    op.drop_table("issuer")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION refuse_alteration()")
