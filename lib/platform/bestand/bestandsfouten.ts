/**
 * The reasons for refusing a bestand, for clients of the API. The texts for people are in
 * `lib/ui/texts/balie/documenten/bestanden.ts` and `lib/ui/texts/mijn/sturen.ts`.
 */
export const BESTANDSFOUTEN = {
  bestand_empty: 'It has no bytes.',
  bestand_too_large: 'It is larger than one bestand may be.',
  zaak_full: 'With it, the bestanden of this zaak would be larger than they may be together.',
  size_differs: 'Other than as many bytes came as were announced.',
  too_many_under_way: 'Too many bestanden of this sender are under way. Send it again later.',
  type_not_allowed: 'By its bytes it is neither a PDF, an image, an office document nor plain text.',
  archive_refused: 'It is an archive. Send what is in it.',
  text_not_utf8: 'It is text, but neither in UTF-8 nor in Windows-1252.',
  document_locked: 'It is encrypted with a password.',
  document_with_macros: 'It holds macros.',
  document_with_objects: 'It holds another file or a program: of OLE, ActiveX, or inserted.',
  document_loads_remote:
    'Opened it would load a part of it from another address, such as a template. Links are allowed.',
  document_damaged: 'It ends too early, or what it holds is listed wrongly.',
  document_expands: 'Opened it would be far larger than it is.',
} as const

export type Bestandsfout = keyof typeof BESTANDSFOUTEN

/** Ends a stream of bytes in the middle; the caller that stores them turns it into a response. */
export class Bestandsweigering extends Error {
  readonly code: Bestandsfout

  constructor(code: Bestandsfout) {
    super('A bestand was refused')
    this.name = 'Bestandsweigering'
    this.code = code
  }
}
