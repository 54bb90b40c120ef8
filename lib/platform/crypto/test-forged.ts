/**
 * Returns a base64url text of other bytes. Changes the last letter but one, because the last one may hold
 * surplus bits only.
 */
export function forged(text: string): string {
  return text.replace(/.(?=.$)/, (letter) => (letter === 'A' ? 'B' : 'A'))
}
