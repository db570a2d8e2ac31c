"""What coverage counts, in versions that are never altered."""

import sqlalchemy as sa
from alembic import op

from elearn.migrations.guarding import guard, unguard

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

_NEVER_ALTERED = ("scheme_version", "indicator_version")


def upgrade() -> None:
    op.create_table(
        "scheme_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("is_packaged", sa.Boolean(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("number >= 1", name=op.f("ck_scheme_version_number_from_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scheme_version")),
        sa.UniqueConstraint("key", "number", name=op.f("uq_scheme_version_key_number")),
    )
    op.create_table(
        "indicator_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("scheme_key", sa.String(length=40), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("number >= 1", name=op.f("ck_indicator_version_number_from_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indicator_version")),
        sa.UniqueConstraint(
            "scheme_key", "key", "number", name=op.f("uq_indicator_version_scheme_key_key_number")
        ),
    )
    guard(op.get_bind(), _NEVER_ALTERED, "UPDATE", "DELETE")


def downgrade() -> None:
    unguard(op.get_bind(), _NEVER_ALTERED, "UPDATE", "DELETE")
    op.drop_table("indicator_version")
    op.drop_table("scheme_version")
