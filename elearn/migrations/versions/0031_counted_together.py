"""What is counted of a person is kept once for all maps; room to add to what is counted."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("coverage_build", schema=None) as batch_op:
        batch_op.add_column(sa.Column("lead_id", sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f("ix_coverage_build_lead_id"), ["lead_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_coverage_build_lead_id"), "coverage_build", ["lead_id"], ["id"]
        )
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE coverage_event SET (fillfactor = 75)")


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE coverage_event RESET (fillfactor)")
    with op.batch_alter_table("coverage_build", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_coverage_build_lead_id"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_coverage_build_lead_id"))
        batch_op.drop_column("lead_id")
