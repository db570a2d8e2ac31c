"""What Alembic runs: the migrations on the connection it was handed."""

from alembic import context

from elearn.migrations import tables

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=tables.METADATA,
    render_as_batch=True,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
