"""Persons found by name and day of birth, and by their official number without keeping it."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("listed_tenure", schema=None) as batch_op:
        batch_op.create_index("ix_listed_tenure_spot_id_names", ["spot_id", "names"], unique=False)
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.add_column(sa.Column("official_id_hash", sa.String(length=64), nullable=True))
        batch_op.drop_index(batch_op.f("ix_person_name_folded"))
        batch_op.create_index(
            "ix_person_name_folded_born_on", ["name_folded", "born_on"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_person_official_id_hash"), ["official_id_hash"], unique=False
        )


def downgrade() -> None:
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_person_official_id_hash"))
        batch_op.drop_index("ix_person_name_folded_born_on")
        batch_op.create_index(batch_op.f("ix_person_name_folded"), ["name_folded"], unique=False)
        batch_op.drop_column("official_id_hash")
    with op.batch_alter_table("listed_tenure", schema=None) as batch_op:
        batch_op.drop_index("ix_listed_tenure_spot_id_names")
