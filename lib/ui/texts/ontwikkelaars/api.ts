import type { Taal } from '../../text/taal.ts'

type Api = { intro: string; document: string; stromen: string; zonder: string; laden: string; mislukt: string }

export const api: Record<Taal, Api> = {
  nl: {
    intro: 'Alles wat de API kan, uit haar eigen beschrijving (OpenAPI). De beschrijving is in het Engels.',
    document: 'Het OpenAPI-document',
    stromen: 'Hoe gebeurtenissen bij u komen: het AsyncAPI-document',
    zonder:
      'Deze weergave heeft JavaScript nodig. Het document hierboven kunt u ook zonder lezen, of in uw eigen gereedschap openen.',
    laden: 'De beschrijving wordt geladen.',
    mislukt: 'De beschrijving kan nu niet worden getoond. Open het document hierboven.',
  },
  en: {
    intro: 'All that the API can do, from its own description (OpenAPI).',
    document: 'The OpenAPI document',
    stromen: 'How events reach you: the AsyncAPI document',
    zonder: 'This view needs JavaScript. You can read the document above without it, or open it in your own tools.',
    laden: 'The description is being loaded.',
    mislukt: 'The description cannot be shown now. Open the document above.',
  },
}
