"""Versions given to learners, and what becomes of what was watched of those before."""

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "release",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("replaces_id", sa.Integer(), nullable=True),
        sa.Column(
            "policy",
            sa.Enum(
                "stays_valid",
                "only_new_parts",
                "must_repeat",
                name="replacementpolicy",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column("released_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("released_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(policy IS NULL) = (replaces_id IS NULL)",
            name=op.f("ck_release_policy_where_replacing"),
        ),
        sa.CheckConstraint("replaces_id < version_id", name=op.f("ck_release_replaces_an_older")),
        sa.ForeignKeyConstraint(
            ["released_by_id"],
            ["person.id"],
            name=op.f("fk_release_released_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["replaces_id"],
            ["medium_version.id"],
            name=op.f("fk_release_replaces_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["medium_version.id"],
            name=op.f("fk_release_version_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("version_id", name=op.f("pk_release")),
        sa.UniqueConstraint("replaces_id", name=op.f("uq_release_replaces_id")),
    )
    op.create_index(op.f("ix_release_released_by_id"), "release", ["released_by_id"], unique=False)
    # Whatever was ready was played, each version in place of the one before.
    op.execute(
        """
        INSERT INTO release (version_id, replaces_id, policy, note, released_at)
        SELECT id, earlier, CASE WHEN earlier IS NULL THEN NULL ELSE 'stays_valid' END, '', ready_at
        FROM (
            SELECT id, ready_at, LAG(id) OVER (PARTITION BY medium_id ORDER BY id) AS earlier
            FROM medium_version WHERE state = 'ready'
        ) AS ready
        """
    )
    op.create_table(
        "release_change",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("old_start", sa.Integer(), nullable=False),
        sa.Column("old_end", sa.Integer(), nullable=False),
        sa.Column("new_start", sa.Integer(), nullable=False),
        sa.Column("new_end", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "new_start BETWEEN 0 AND new_end", name=op.f("ck_release_change_new_in_order")
        ),
        sa.CheckConstraint(
            "old_start < old_end OR new_start < new_end",
            name=op.f("ck_release_change_something_changed"),
        ),
        sa.CheckConstraint(
            "old_start BETWEEN 0 AND old_end", name=op.f("ck_release_change_old_in_order")
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["release.version_id"],
            name=op.f("fk_release_change_version_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("version_id", "number", name=op.f("pk_release_change")),
    )
    with op.batch_alter_table("watch_map", schema=None) as batch_op:
        batch_op.add_column(sa.Column("required", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("watch_map", schema=None) as batch_op:
        batch_op.drop_column("required")
    op.drop_table("release_change")
    op.drop_table("release")
