/** A BSN that passes the 11-proef and belongs to no person. */
export function makeBsn(nummer: number): string {
  const digits = [...String(99_990_000 + nummer)].map(Number)
  const sum = digits.reduce((total, digit, index) => total + digit * (9 - index), 0)
  return sum % 11 === 10 ? makeBsn(nummer + 5_000) : `${digits.join('')}${sum % 11}`
}
