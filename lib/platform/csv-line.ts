/** What a spreadsheet takes for the start of a formula. */
const FORMULA = /^[=+\-@\t\r]/
const NEEDS_QUOTES = /[";\r\n]/

/** First in a file, or Excel takes it for an older character set. */
export const CSV_START = '\uFEFF'

/**
 * A line of CSV (RFC 4180) as a Dutch Excel opens it: separated by semicolons. Text that would run as a
 * formula gets an apostrophe before it.
 */
export function csvLine(fields: readonly (string | number | null | undefined)[]): string {
  return `${fields.map((field) => quoted(String(field ?? ''))).join(';')}\r\n`
}

function quoted(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
