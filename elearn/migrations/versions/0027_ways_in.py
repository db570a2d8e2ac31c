"""Rights that follow a post, second factors, other ways in, and the notice read."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "linked_identity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("issuer", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("linked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_linked_identity_account_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_linked_identity")),
        sa.UniqueConstraint(
            "account_id", "issuer", name=op.f("uq_linked_identity_account_id_issuer")
        ),
        sa.UniqueConstraint("issuer", "subject", name=op.f("uq_linked_identity_issuer_subject")),
    )
    op.create_table(
        "privacy_acceptance",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_privacy_acceptance_account_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_privacy_acceptance")),
        sa.UniqueConstraint(
            "account_id", "version", name=op.f("uq_privacy_acceptance_account_id_version")
        ),
    )
    op.create_table(
        "recovery_code",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_recovery_code_account_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recovery_code")),
        sa.UniqueConstraint(
            "account_id", "digest", name=op.f("uq_recovery_code_account_id_digest")
        ),
    )
    op.create_table(
        "second_factor",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_counter", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(confirmed_at IS NULL) = (last_counter IS NULL)",
            name=op.f("ck_second_factor_confirmed_by_a_first_code"),
        ),
        sa.CheckConstraint(
            "confirmed_at >= created_at", name=op.f("ck_second_factor_confirmed_after_created")
        ),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_second_factor_account_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_second_factor")),
    )
    op.create_table(
        "carry_link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token_sha256", sa.String(length=64), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("expires_at > made_at", name=op.f("ck_carry_link_expires_after_made")),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["sign_in_session.id"],
            name=op.f("fk_carry_link_session_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_carry_link")),
        sa.UniqueConstraint("token_sha256", name=op.f("uq_carry_link_token_sha256")),
    )
    op.create_index(op.f("ix_carry_link_session_id"), "carry_link", ["session_id"], unique=False)
    op.execute(
        "ALTER TABLE role_grant ADD COLUMN post_key VARCHAR(40)"
        " CONSTRAINT fk_role_grant_post_key REFERENCES post (key)"
    )
    op.execute(
        "ALTER TABLE role_grant ADD COLUMN org_unit_id INTEGER"
        " CONSTRAINT fk_role_grant_org_unit_id REFERENCES org_unit (id)"
        " CONSTRAINT ck_role_grant_follows_a_post_of_a_unit_or_none"
        " CHECK ((post_key IS NULL) = (org_unit_id IS NULL))"
    )
    op.create_index(op.f("ix_role_grant_org_unit_id"), "role_grant", ["org_unit_id"])
    op.add_column(
        "sign_in_session", sa.Column("proved_at", sa.DateTime(timezone=True), nullable=True)
    )


def downgrade() -> None:
    op.drop_column("sign_in_session", "proved_at")
    op.drop_index(op.f("ix_role_grant_org_unit_id"), "role_grant")
    op.drop_column("role_grant", "org_unit_id")
    op.drop_column("role_grant", "post_key")
    op.drop_table("carry_link")
    op.drop_table("second_factor")
    op.drop_table("recovery_code")
    op.drop_table("privacy_acceptance")
    op.drop_table("linked_identity")
