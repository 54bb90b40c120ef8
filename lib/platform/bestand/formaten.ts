/**
 * What a bestand may be, by its bytes: its media type, and how its name may end. An office document is a zip that has these `entries`.
 */
export const FORMATEN = {
  'application/pdf': { extensies: ['pdf'] },
  'image/png': { extensies: ['png'] },
  'image/jpeg': { extensies: ['jpg', 'jpeg'] },
  'image/webp': { extensies: ['webp'] },
  'image/heic': { extensies: ['heic', 'heif'] },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    extensies: ['docx'],
    entries: ['[Content_Types].xml', 'word/document.xml'],
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    extensies: ['xlsx'],
    entries: ['[Content_Types].xml', 'xl/workbook.xml'],
  },
  'application/vnd.oasis.opendocument.text': { extensies: ['odt'], entries: ['mimetype', 'content.xml'] },
  'application/vnd.oasis.opendocument.spreadsheet': { extensies: ['ods'], entries: ['mimetype', 'content.xml'] },
  'text/plain': { extensies: ['txt', 'csv'] },
} as const satisfies Record<string, { extensies: readonly [string, ...string[]]; entries?: readonly string[] }>

export type Formaat = keyof typeof FORMATEN

/** Of the field of a form that takes them: types, by which a phone offers its camera, and how names may end. */
export const ACCEPT = Object.entries(FORMATEN)
  .flatMap(([formaat, { extensies }]) => [formaat, ...extensies.map((extensie) => `.${extensie}`)])
  .join(',')
