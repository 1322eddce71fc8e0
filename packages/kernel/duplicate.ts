/** The place of the first row that says again what one before it has said; -1 where none does. */
export const duplicateAt = <T>(rows: readonly T[], says: (row: T) => string): number =>
  rows.findIndex((row, n) => rows.findIndex((other) => says(other) === says(row)) < n);
