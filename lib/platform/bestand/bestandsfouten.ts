/**
 * The reasons for refusing a bestand, for clients of the API. The texts for people are in
 * `lib/ui/texts/balie/documenten.ts` and `lib/ui/texts/mijn/sturen.ts`.
 */
export const BESTANDSFOUTEN = {
  bestand_empty: 'The bestand is empty.',
  bestand_too_large: 'The bestand exceeds the maximum size.',
  zaak_full: 'The bestanden of this zaak together would exceed the maximum size.',
  size_differs: 'The number of received bytes differs from the announced size.',
  too_many_under_way: 'This sender has too many concurrent uploads. Retry later.',
  type_not_allowed: 'The bytes are not those of a PDF, an image, an office document or plain text.',
  archive_refused: 'The bestand is an archive. Send the files in it instead.',
  text_not_utf8: 'The text is neither UTF-8 nor Windows-1252.',
  document_locked: 'The document is encrypted with a password.',
  document_with_macros: 'The document contains macros.',
  document_with_objects: 'The document contains another file or a program: OLE, ActiveX or an embedded file.',
  document_loads_remote:
    'When opened, the document would load a part such as a template from another address. Links are allowed.',
  document_damaged: 'The document is truncated, or its internal list of parts is wrong.',
  document_expands: 'When opened, the document would be far larger than its file size.',
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
