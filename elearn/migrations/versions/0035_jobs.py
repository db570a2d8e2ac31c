"""What a job waits for, who works, and jobs that were cancelled."""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None

_STATES = ("queued", "running", "done", "failed", "cancelled")


def upgrade() -> None:
    op.create_table(
        "job_worker",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("host", sa.String(length=255), nullable=False),
        sa.Column("process", sa.Integer(), nullable=False),
        sa.Column("least_priority", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("free_bytes", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "seen_at >= started_at", name=op.f("ck_job_worker_seen_not_before_start")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job_worker")),
        sa.UniqueConstraint("name", name=op.f("uq_job_worker_name")),
    )
    with op.batch_alter_table("job", schema=None) as batch_op:
        batch_op.add_column(sa.Column("run_after", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("started_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("moved_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("cancel_asked_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(
            sa.Column(
                "obstacle",
                sa.Enum(
                    "room",
                    "database",
                    "away",
                    "killed",
                    name="obstacle",
                    native_enum=False,
                    create_constraint=True,
                    length=40,
                ),
                nullable=True,
            )
        )
        batch_op.add_column(
            sa.Column("times_put_off", sa.Integer(), nullable=False, server_default="0")
        )
        batch_op.add_column(sa.Column("free_bytes", sa.BigInteger(), nullable=True))
        batch_op.drop_constraint("jobstate", type_="check")
        batch_op.create_check_constraint("jobstate", sa.column("state").in_(_STATES))
        batch_op.create_check_constraint("times_put_off_not_negative", "times_put_off >= 0")
        batch_op.create_check_constraint(
            "open_has_obstacle", "obstacle IS NULL OR state IN ('queued', 'running')"
        )
        batch_op.create_index("ix_job_ended", ["state", "finished_at"], unique=False)


def downgrade() -> None:
    op.execute("UPDATE job SET state = 'failed' WHERE state = 'cancelled'")
    with op.batch_alter_table("job", schema=None) as batch_op:
        batch_op.drop_constraint("jobstate", type_="check")
        batch_op.drop_constraint("times_put_off_not_negative", type_="check")
        batch_op.drop_constraint("open_has_obstacle", type_="check")
        batch_op.drop_constraint("obstacle", type_="check")
        batch_op.create_check_constraint("jobstate", sa.column("state").in_(_STATES[:-1]))
        batch_op.drop_index("ix_job_ended")
        batch_op.drop_column("free_bytes")
        batch_op.drop_column("times_put_off")
        batch_op.drop_column("obstacle")
        batch_op.drop_column("cancel_asked_at")
        batch_op.drop_column("moved_at")
        batch_op.drop_column("started_at")
        batch_op.drop_column("run_after")
    op.drop_table("job_worker")
