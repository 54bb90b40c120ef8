/** Excel takes a file for UTF-8 only by its byte order mark. */
export const BYTE_ORDER_MARK = '\uFEFF'

/** What Excel would run as a formula: a citizen may have written it. */
const FORMULA = /^[=+\-@\t\r]/

/** A line as a Dutch Excel opens it: with semicolons, because a comma stands in its numbers. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${harmless(cell).replaceAll('"', '""')}"`).join(';')}\r\n`
}

/** An apostrophe makes a text of it. */
const harmless = (cell: string) => (FORMULA.test(cell) ? `'${cell}` : cell)

/** `yyyy-mm-dd` as `dd-mm-jjjj`; empty for none. */
export const csvDate = (date: string | null) => date?.split('-').reverse().join('-') ?? ''
