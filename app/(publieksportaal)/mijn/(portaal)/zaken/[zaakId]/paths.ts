export const zaakPath = (zaakId: string) => `/mijn/zaken/${zaakId}`

/** Query parameter and id of the notice that the zaak changed before the button was pressed. */
export const GEWIJZIGD = 'gewijzigd'

/** Query parameter with the inzending that could not be taken back any more. */
export const TE_LAAT = 'telaat'

/** Query parameter with the aanvullingen that the citizen reports as sent. */
export const AANVULLING = 'aanvulling'

/** The page that asks for confirmation that they were sent. */
export const gestuurdPath = (zaakId: string, aanvullingen: readonly { id: string }[]) =>
  `${zaakPath(zaakId)}/gestuurd?${new URLSearchParams(aanvullingen.map(({ id }) => [AANVULLING, id]))}`

export const ingebrekePath = (zaakId: string) => `${zaakPath(zaakId)}/ingebreke`

/** The page to upload what is asked. */
export const sturenPath = (zaakId: string) => `${zaakPath(zaakId)}/sturen`

/** The upload endpoint for the files of one aanvulling. */
export const bestandenPath = (zaakId: string, aanvullingId: string) =>
  `/api/publieksportaal/zaken/${zaakId}/aanvullingen/${aanvullingId}/bestanden`

/** Query parameter for a document that could not be fetched; `druk` when too many fetches ran at once. */
export const ONBEREIKBAAR = 'document'

export const documentPath = (zaakId: string, id: string) => `${zaakPath(zaakId)}/documenten/${id}`

/** Id of the question about the clarity of a text. */
export const DUIDELIJKHEID = 'duidelijk'

export const inzendingId = (nummer: string) => `inzending-${nummer}`
