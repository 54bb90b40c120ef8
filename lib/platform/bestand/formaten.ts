/** The allowed formats: the media type, found in the bytes, with the extensions that a name may have. */
export const FORMATEN = {
  'application/pdf': { extensies: ['pdf'] },
  'image/png': { extensies: ['png'] },
  'image/jpeg': { extensies: ['jpg', 'jpeg'] },
  'image/webp': { extensies: ['webp'] },
  'image/heic': { extensies: ['heic', 'heif'] },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    extensies: ['docx'],
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    extensies: ['xlsx'],
  },
  'application/vnd.oasis.opendocument.text': { extensies: ['odt'] },
  'application/vnd.oasis.opendocument.spreadsheet': { extensies: ['ods'] },
  'text/plain': { extensies: ['txt', 'csv'] },
} as const satisfies Record<string, { extensies: readonly [string, ...string[]] }>

export type Formaat = keyof typeof FORMATEN

/** The `accept` attribute of a file field: media types, so that a phone offers its camera, and extensions. */
export const ACCEPT = Object.entries(FORMATEN)
  .flatMap(([formaat, { extensies }]) => [formaat, ...extensies.map((extensie) => `.${extensie}`)])
  .join(',')
