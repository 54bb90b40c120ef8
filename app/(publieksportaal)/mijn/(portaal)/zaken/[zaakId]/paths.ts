export const zaakPath = (zaakId: string) => `/mijn/zaken/${zaakId}`

/** Of what says that the zaak changed before the citizen pressed the button. */
export const GEWIJZIGD = 'gewijzigd'

/** Of which the citizen wanted to take back what we had passed on by then. */
export const TE_LAAT = 'telaat'

/** Of the things that the citizen says to have sent. */
export const AANVULLING = 'aanvulling'

/** Where the citizen is asked whether they were sent. */
export const gestuurdPath = (zaakId: string, aanvullingen: readonly { id: string }[]) =>
  `${zaakPath(zaakId)}/gestuurd?${new URLSearchParams(aanvullingen.map(({ id }) => [AANVULLING, id]))}`

/** The page with a model letter of ingebrekestelling. */
export const ingebrekePath = (zaakId: string) => `${zaakPath(zaakId)}/ingebreke`

/** Where the citizen sends what is asked. */
export const sturenPath = (zaakId: string) => `${zaakPath(zaakId)}/sturen`

/** Where the files for one thing that is asked go. */
export const bestandenPath = (zaakId: string, aanvullingId: string) =>
  `/api/publieksportaal/zaken/${zaakId}/aanvullingen/${aanvullingId}/bestanden`

/** The parameter that says that a document could not be fetched; `druk` when too many were fetched at once. */
export const ONBEREIKBAAR = 'document'

export const documentPath = (zaakId: string, id: string) => `${zaakPath(zaakId)}/documenten/${id}`

/** Where one is asked whether a text was clear. */
export const DUIDELIJKHEID = 'duidelijk'

export const inzendingId = (nummer: string) => `inzending-${nummer}`
