"""How much of a file is read: enough for the roster of a large province, too little to do harm."""

MB = 1_000_000

MOST_FILE_MB = 20
MOST_UNPACKED = 300 * MB
#: A part that unpacks to more than this is asked how tightly it was packed.
LARGE_PART = 8 * MB
#: Sheets of formats alone pack to a thirtieth at most; zeros to a thousandth.
TIGHTEST = 150
MOST_PARTS = 3_000
MOST_SHEETS = 50
MOST_ROWS = 200_000
MOST_COLUMNS = 100
#: Rows times columns of one sheet, with the empty cells between.
MOST_CELLS = 4_000_000
MOST_MERGED = 100_000
MOST_FORMULAS = 500_000
#: What Excel lets one cell hold.
LONGEST_TEXT = 32_767
#: Signs of all cells of a sheet, each shared text as often as it is used.
MOST_TEXT = 150 * MB
#: What of a cell is handed on; the longest note of a person is far shorter.
KEPT_TEXT = 2_000
