/** A cell of a ledger: what is read, and by what it is sorted. */
export interface Cell {
  text: string;
  sort: string | number;
}

/** Rows in the order of a column; of equal ones the order stays. Numbers by size, words as the language has them. */
export function sorted<Row extends { cells: readonly Cell[] }>(rows: readonly Row[], column: number, down: boolean): Row[] {
  return [...rows].sort((a, b) => {
    const [x, y] = [a.cells[column]!.sort, b.cells[column]!.sort];
    const order = typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y));
    return down ? -order : order;
  });
}
