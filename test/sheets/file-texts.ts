/** Texts of files that a cell would take for a number, a day, a truth value, an error or a formula. */
export const AS_IN_THE_FILE = [
  ...["3-5", "1e5", "00123", "1/2", "12%", "$5", "(7)", "1,000", "12:30", "2026-09-01", "5 May"],
  ...["=cmd", "+1", "-x", "@x", "'quoted", "=HYPERLINK(1)", "＝cmd", "＠x"],
  ...["TRUE", "false", "True ", "#N/A", "#REF!"],
  ...[" 12", "\t=1", "1e309", "٣", "１２", "½", "claude-opus-5"],
] as const;
