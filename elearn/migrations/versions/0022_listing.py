"""Tables by which people are listed and found; `elearn setup` fills them."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "listed_tenure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("sort_key", sa.LargeBinary(), nullable=False),
        sa.Column("names", sa.Text(), nullable=False),
        sa.Column("spot_id", sa.Integer(), nullable=True),
        sa.Column("province_id", sa.Integer(), nullable=True),
        sa.Column("post_key", sa.String(length=40), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_listed_tenure_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_listed_tenure")),
    )
    op.create_index(
        op.f("ix_listed_tenure_person_id"), "listed_tenure", ["person_id"], unique=False
    )
    op.create_index(
        "ix_listed_tenure_post_key",
        "listed_tenure",
        ["post_key", "sort_key", "person_id"],
        unique=False,
    )
    op.create_index(
        "ix_listed_tenure_province_id",
        "listed_tenure",
        ["province_id", "sort_key", "person_id"],
        unique=False,
    )
    op.create_index(
        "ix_listed_tenure_spot_id",
        "listed_tenure",
        ["spot_id", "sort_key", "person_id"],
        unique=False,
    )
    op.create_table(
        "found_word",
        sa.Column(
            "word", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False
        ),
        sa.Column("sort_key", sa.LargeBinary(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("names", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_found_word_person_id")),
        sa.PrimaryKeyConstraint("word", "sort_key", "person_id", name=op.f("pk_found_word")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_found_word_person_id"), "found_word", ["person_id"], unique=False)


def downgrade() -> None:
    op.drop_table("found_word")
    op.drop_table("listed_tenure")
