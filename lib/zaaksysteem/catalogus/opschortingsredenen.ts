import type { Opschortingsreden } from './zaaktype.ts'

/** Why a term may stand still other than for an aanvulling (Awb 4:15 lid 1 under b, and lid 2). */
export const opschortingsredenen: Opschortingsreden[] = [
  {
    code: 'aanvrager_stemt_in',
    omschrijving: { nl: 'U bent het eens met uitstel', en: 'You agreed to wait' },
    intern: 'De aanvrager stemt in met uitstel',
  },
  {
    code: 'vertraging_aanvrager',
    omschrijving: { nl: 'De vertraging ligt bij u', en: 'The delay is on your side' },
    intern: 'De vertraging ligt bij de aanvrager',
  },
  {
    code: 'buitenlands_bestuur',
    omschrijving: {
      nl: 'Wij wachten op informatie uit het buitenland',
      en: 'We are waiting for information from abroad',
    },
    intern: 'Wacht op informatie uit het buitenland',
  },
  {
    code: 'overmacht',
    omschrijving: { nl: 'Wij kunnen door overmacht niet beslissen', en: 'We cannot decide because of force majeure' },
    intern: 'Overmacht',
  },
]
