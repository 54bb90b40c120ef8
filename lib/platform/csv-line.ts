/** The characters that a spreadsheet takes for the start of a formula. */
const FORMULA = /^[=+\-@\t\r]/
const NEEDS_QUOTES = /[";\r\n]/

/** The byte order mark: without it Excel assumes an older character set. */
export const CSV_START = '\uFEFF'

/**
 * Returns a line of CSV (RFC 4180) for a Dutch Excel: separated by semicolons. A text that would run as a
 * formula gets an apostrophe before it.
 */
export function csvLine(fields: readonly (string | number | null | undefined)[]): string {
  return `${fields.map((field) => quoted(String(field ?? ''))).join(';')}\r\n`
}

function quoted(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
