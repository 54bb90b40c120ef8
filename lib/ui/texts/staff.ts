/** What pages for staff say in the same words, whichever they are. Dutch only. */
export const staff = {
  kruimelpad: 'Kruimelpad',
  annuleren: 'Annuleren',
  bezig: 'Bezig…',
}
