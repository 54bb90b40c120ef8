import { aanvullingstermijnRequest } from '#lib/contract/handeling-requests.ts'
import { labelled } from '#lib/ui/form/labels.ts'
import { shortDate } from '#lib/ui/text/dates.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import type { Handelingspagina } from '../handelingspagina.ts'
import { type Act, type InputOf, performing } from '../perform-handeling.ts'
import { NO_AANVULLING_OPEN } from '../rules.ts'
import { datum, toelichting, toelichtingForm, tweeWeken } from '../velden.ts'

/**
 * Gives the aanvrager more time for the aanvulling, and suspends the term until the new last day. Not
 * possible after the last day: the term then ran again by law (Awb 4:15 lid 1 a), so only a new request can
 * suspend it. The time is never shortened, because the aanvrager relies on the day that he was told.
 */
export const EXTEND_AANVULLING = {
  soort: 'aanvulling_verlengd',
  auditnaam: 'aanvulling_verlengen',
  recht: 'behandelen',
  needs: [
    NO_AANVULLING_OPEN,
    {
      reason: 'last_day_passed',
      tekst: 'De laatste dag is voorbij: de termijn loopt weer. Vraag de aanvulling opnieuw.',
      detail: 'The last day of the aanvulling has passed, so the term runs again by law. Request the aanvulling again.',
      broken: ({ zaak, today }) => zaak.opgeschortTot !== null && zaak.opgeschortTot < today,
    },
  ],
  rules: [
    {
      reason: 'last_day_not_later',
      tekst: 'Deze dag ligt niet na de laatste dag die de aanvrager kent.',
      veld: 'uiterlijk',
      detail: 'uiterlijk must lie after the last day that the aanvrager was told.',
      broken: ({ zaak, input }) => zaak.opgeschortTot !== null && input.uiterlijk <= zaak.opgeschortTot,
    },
  ],
  next: ({ input }) => ({ opgeschortTot: input.uiterlijk }),
  api: {
    segment: 'aanvullingstermijnen',
    scope: 'zaken.aanvullen',
    schema: aanvullingstermijnRequest,
    id: 'aanvullingVerlengen',
    name: 'Aanvullingstermijn',
    summary: 'Extend the time for an aanvulling',
    example: { versie: 3, uiterlijk: '2026-12-24' },
  },
} as const satisfies Act<InputOf<typeof aanvullingstermijnRequest>>

export const extendAanvulling = performing(EXTEND_AANVULLING)

const texts = {
  uitleg: (tot: string) => [
    `De laatste dag om te sturen wat u vroeg is nu ${tot}. Geef alleen meer tijd zolang die dag niet voorbij is.`,
    'De termijn staat dan hoogstens stil tot en met de nieuwe dag (Awb 4:15).',
  ],
  uiterlijk: 'Nieuwe laatste dag',
} as const

const uiterlijkForm = toelichtingForm.extend({ uiterlijk: datum })

export const EXTEND_AANVULLING_PAGE = {
  titel: 'Meer tijd geven',
  groep: 'aanvulling',
  toets: 'u',
  knop: 'Meer tijd geven',
  gedaan: 'Opgeslagen. De aanvrager ziet de nieuwe laatste dag direct.',
  form: uiterlijkForm,
  uitleg: ({ zaak }) => texts.uitleg(shortDate(zaak.opgeschortTot as string)),
  velden: ({ opgeschortTot, today }) => [
    {
      soort: 'datum',
      ...labelled(texts, 'uiterlijk'),
      gebruikelijk: tweeWeken(opgeschortTot ?? today, handelingen.gebruikelijk.tweeWekenErbij),
    },
    toelichting,
  ],
} as const satisfies Handelingspagina
