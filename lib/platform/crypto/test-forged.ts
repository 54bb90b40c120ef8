/**
 * A text in base64url that stands for other bytes: its last letter but one is another, since bits of the last
 * may stand for nothing.
 */
export function forged(text: string): string {
  return text.replace(/.(?=.$)/, (letter) => (letter === 'A' ? 'B' : 'A'))
}
