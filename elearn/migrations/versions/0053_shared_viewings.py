"""Shared viewings: what was played before whom, and who confirmed it."""

import sqlalchemy as sa
from alembic import op

revision = "0053"
down_revision = "0052"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "shared_viewing_rule",
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("most_present", sa.Integer(), nullable=False),
        sa.Column("most_a_day", sa.Integer(), nullable=False),
        sa.Column(
            "confirmation",
            sa.Enum(
                "statement",
                "code",
                name="confirmation",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("confirm_days", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.CheckConstraint("confirm_days >= 1", name=op.f("ck_shared_viewing_rule_leaves_a_day")),
        sa.CheckConstraint("most_a_day >= 1", name=op.f("ck_shared_viewing_rule_allows_one_a_day")),
        sa.CheckConstraint(
            "most_present BETWEEN 1 AND 1000",
            name=op.f("ck_shared_viewing_rule_present_in_measure"),
        ),
        sa.CheckConstraint(
            "valid_to >= valid_from",
            name=op.f("ck_shared_viewing_rule_valid_to_not_before_valid_from"),
        ),
        sa.PrimaryKeyConstraint("version", name=op.f("pk_shared_viewing_rule")),
    )
    op.create_table(
        "shared_viewing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(length=32), nullable=False),
        sa.Column("lecture_id", sa.Integer(), nullable=False),
        sa.Column("medium_version_id", sa.Integer(), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("led_by_id", sa.Integer(), nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=False),
        sa.Column("rule_version", sa.Integer(), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("stated_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "ended_at >= opened_at", name=op.f("ck_shared_viewing_ended_after_opened")
        ),
        sa.CheckConstraint(
            "stated_at IS NULL OR ended_at IS NOT NULL",
            name=op.f("ck_shared_viewing_stated_once_ended"),
        ),
        sa.ForeignKeyConstraint(
            ["area_id"], ["area.id"], name=op.f("fk_shared_viewing_area_id"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["lecture_id"],
            ["lecture.id"],
            name=op.f("fk_shared_viewing_lecture_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["led_by_id"],
            ["person.id"],
            name=op.f("fk_shared_viewing_led_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["medium_version_id"],
            ["medium_version.id"],
            name=op.f("fk_shared_viewing_medium_version_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["rule_version"],
            ["shared_viewing_rule.version"],
            name=op.f("fk_shared_viewing_rule_version"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shared_viewing")),
        sa.UniqueConstraint("token", name=op.f("uq_shared_viewing_token")),
    )
    op.create_index(
        "ix_shared_viewing_area_opened_at", "shared_viewing", ["area_id", "opened_at"], unique=False
    )
    op.create_index(
        op.f("ix_shared_viewing_lecture_id"), "shared_viewing", ["lecture_id"], unique=False
    )
    op.create_index(
        "ix_shared_viewing_led_by_opened_at",
        "shared_viewing",
        ["led_by_id", "opened_at"],
        unique=False,
    )
    op.create_index(
        op.f("ix_shared_viewing_medium_version_id"),
        "shared_viewing",
        ["medium_version_id"],
        unique=False,
    )
    op.create_table(
        "shared_presence",
        sa.Column("viewing_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "confirmed_by",
            sa.Enum(
                "statement",
                "code",
                name="confirmation",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("watch_session_id", sa.Integer(), nullable=True),
        sa.Column("credited_seconds", sa.Integer(), nullable=False),
        sa.Column("wrong_codes", sa.Integer(), nullable=False),
        sa.Column("struck_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("objected_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("objection", sa.String(length=500), nullable=False),
        sa.CheckConstraint(
            "objected_at IS NULL OR objection <> ''",
            name=op.f("ck_shared_presence_objected_in_words"),
        ),
        sa.CheckConstraint(
            "(confirmed_at IS NULL) = (confirmed_by IS NULL)",
            name=op.f("ck_shared_presence_confirmed_by_some"),
        ),
        sa.CheckConstraint(
            "(watch_session_id IS NULL) = (confirmed_at IS NULL)",
            name=op.f("ck_shared_presence_credited_once_confirmed"),
        ),
        sa.CheckConstraint(
            "struck_at IS NULL OR confirmed_at IS NULL",
            name=op.f("ck_shared_presence_struck_never_counts"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_shared_presence_person_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["viewing_id"],
            ["shared_viewing.id"],
            name=op.f("fk_shared_presence_viewing_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["watch_session_id"],
            ["watch_session.id"],
            name=op.f("fk_shared_presence_watch_session_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("viewing_id", "person_id", name=op.f("pk_shared_presence")),
        sa.UniqueConstraint("watch_session_id", name=op.f("uq_shared_presence_watch_session_id")),
    )
    op.create_index(
        op.f("ix_shared_presence_person_id"), "shared_presence", ["person_id"], unique=False
    )
    op.create_table(
        "shared_stretch",
        sa.Column("viewing_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column(
            "form",
            sa.Enum(
                "video",
                "slides",
                "sound",
                name="form",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("played", sa.LargeBinary(), nullable=False),
        sa.Column("first_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("last_at >= first_at", name=op.f("ck_shared_stretch_in_order_of_time")),
        sa.ForeignKeyConstraint(
            ["viewing_id"],
            ["shared_viewing.id"],
            name=op.f("fk_shared_stretch_viewing_id"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("viewing_id", "number", name=op.f("pk_shared_stretch")),
    )
    op.create_table(
        "shared_stretch_person",
        sa.Column("viewing_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_shared_stretch_person_person_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["viewing_id", "number"],
            ["shared_stretch.viewing_id", "shared_stretch.number"],
            name=op.f("fk_shared_stretch_person_viewing_id_number"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint(
            "viewing_id", "number", "person_id", name=op.f("pk_shared_stretch_person")
        ),
    )
    op.create_index(
        op.f("ix_shared_stretch_person_person_id"),
        "shared_stretch_person",
        ["person_id"],
        unique=False,
    )
    with op.batch_alter_table("watch_map", schema=None) as batch_op:
        batch_op.add_column(sa.Column("shared", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("watch_map", schema=None) as batch_op:
        batch_op.drop_column("shared")
    op.drop_table("shared_stretch_person")
    op.drop_table("shared_stretch")
    op.drop_table("shared_presence")
    op.drop_table("shared_viewing")
    op.drop_table("shared_viewing_rule")
