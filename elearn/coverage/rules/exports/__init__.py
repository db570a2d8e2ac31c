"""A report as programs, Excel and a terminal read it: the same cells, told three ways."""

from elearn.coverage.rules.exports.excel import as_csv
from elearn.coverage.rules.exports.plain import as_json
from elearn.coverage.rules.exports.terminal import as_table

__all__ = ["as_csv", "as_json", "as_table"]
