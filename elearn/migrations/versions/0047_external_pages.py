"""The papers that say what was learned elsewhere."""

import sqlalchemy as sa
from alembic import op

revision = "0047"
down_revision = "0046"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "external_page",
        sa.Column("external_record_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("number >= 1", name=op.f("ck_external_page_number_from_one")),
        sa.ForeignKeyConstraint(
            ["external_record_id"],
            ["external_record.id"],
            name=op.f("fk_external_page_external_record_id"),
        ),
        sa.ForeignKeyConstraint(
            ["file_id"],
            ["stored_file.id"],
            name=op.f("fk_external_page_file_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("external_record_id", "number", name=op.f("pk_external_page")),
    )
    op.create_index(op.f("ix_external_page_file_id"), "external_page", ["file_id"], unique=False)


def downgrade() -> None:
    op.drop_table("external_page")
