"""Papers that changes of areas rest on, the files they come in, and traits of areas."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_RESTING = ("area_lineage", "area_version")


def upgrade() -> None:
    op.create_table(
        "area_resolution",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=60), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.CheckConstraint(
            "decided_on <= effective_on", name=op.f("ck_area_resolution_decided_before_it_holds")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_area_resolution")),
        sa.UniqueConstraint("number", name=op.f("uq_area_resolution_number")),
    )
    op.create_table(
        "area_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("number", sa.String(length=60), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("rows", sa.Text(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("applied_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("resolution_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(applied_at IS NULL) = (resolution_id IS NULL)",
            name=op.f("ck_area_change_applied_by_a_resolution"),
        ),
        sa.CheckConstraint(
            "decided_on <= effective_on", name=op.f("ck_area_change_decided_before_it_holds")
        ),
        sa.ForeignKeyConstraint(
            ["resolution_id"], ["area_resolution.id"], name=op.f("fk_area_change_resolution_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_area_change")),
        sa.UniqueConstraint("digest", name=op.f("uq_area_change_digest")),
    )
    op.create_index(
        op.f("ix_area_change_resolution_id"), "area_change", ["resolution_id"], unique=False
    )
    op.create_table(
        "area_trait",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=False),
        sa.Column(
            "trait",
            sa.Enum(
                "mountain",
                "delta",
                "ethnic_minority",
                "zone_1",
                "zone_2",
                "zone_3",
                "island",
                "border",
                name="trait",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "valid_to >= valid_from", name=op.f("ck_area_trait_valid_to_not_before_valid_from")
        ),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_area_trait_area_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_area_trait")),
        sa.UniqueConstraint(
            "area_id", "trait", "valid_from", name=op.f("uq_area_trait_area_id_trait_valid_from")
        ),
    )
    op.create_index(op.f("ix_area_trait_trait"), "area_trait", ["trait"], unique=False)
    for name in _RESTING:
        op.execute(
            f"ALTER TABLE {name} ADD COLUMN resolution_id INTEGER"
            f" CONSTRAINT fk_{name}_resolution_id REFERENCES area_resolution (id)"
        )
        op.create_index(f"ix_{name}_resolution_id", name, ["resolution_id"])


def downgrade() -> None:
    for name in _RESTING:
        op.drop_index(f"ix_{name}_resolution_id", name)
        op.drop_column(name, "resolution_id")
    op.drop_table("area_trait")
    op.drop_table("area_change")
    op.drop_table("area_resolution")
