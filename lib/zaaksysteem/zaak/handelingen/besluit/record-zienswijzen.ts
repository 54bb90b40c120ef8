import { z } from 'zod'
import { zienswijzenRequest } from '#lib/contract/handeling-requests.ts'
import { optionsOf } from '#lib/ui/form/labels.ts'
import { shortDate } from '#lib/ui/text/dates.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import { correctedTermijn } from '../../herberekening/replay-termijn.ts'
import type { Handelingspagina } from '../handelingspagina.ts'
import type { Act, InputOf } from '../perform-handeling.ts'
import { CLOSED } from '../rules.ts'
import { keuze } from '../velden.ts'
import { NOT_MADE_KNOWN } from './given-by-law.ts'
import { ontwerpOf } from './procedure.ts'

/**
 * Records whether zienswijzen came on the ontwerp. Without any, the besluit must follow within four weeks
 * after the term for zienswijzen (Awb 3:18 lid 4).
 */
export const RECORD_ZIENSWIJZEN = {
  soort: 'zienswijzen_vastgelegd',
  auditnaam: 'zienswijzen_vastleggen',
  recht: 'behandelen',
  needs: [
    CLOSED,
    NOT_MADE_KNOWN,
    {
      reason: 'no_ontwerp',
      tekst: 'Er is geen ontwerpbesluit ter inzage gelegd.',
      detail: 'No draft was laid ter inzage.',
      broken: (standing) => ontwerpOf(standing) === null,
    },
    {
      reason: 'zienswijzen_term_runs',
      tekst: 'De termijn voor zienswijzen loopt nog.',
      detail: 'The term for zienswijzen is not over (Awb 3:16).',
      broken: (standing) => (ontwerpOf(standing)?.zienswijzenUiterlijk ?? standing.today) >= standing.today,
    },
  ],
  rules: [
    {
      reason: 'zienswijzen_recorded',
      tekst: 'Of er zienswijzen kwamen, is al vastgelegd.',
      detail: 'The same value is already recorded.',
      broken: ({ zaak, input }) => zaak.zienswijzen === input.gekomen,
    },
  ],
  next: async (subject, ctx) => {
    const corrected = { zienswijzen: subject.input.gekomen }
    return {
      ...(await correctedTermijn(ctx, subject, { soort: 'zienswijzen_vastgelegd', ...corrected })),
      ...corrected,
    }
  },
  tells: ({ input }) =>
    input.gekomen
      ? 'Er kwamen reacties op ons ontwerpbesluit. Die gebruiken wij bij ons besluit.'
      : 'Er kwamen geen reacties op ons ontwerpbesluit. Daarom beslissen wij binnen 4 weken nadat reageren niet meer kon.',
  api: {
    segment: 'zienswijzen',
    scope: 'zaken.statussen.toevoegen',
    schema: zienswijzenRequest,
    id: 'zienswijzenVastleggen',
    name: 'Zienswijzen',
    summary: 'Record whether zienswijzen were given (Awb 3:18)',
    example: { versie: 4, gekomen: false },
  },
} as const satisfies Act<InputOf<typeof zienswijzenRequest>>

const texts = {
  uitleg: (uiterlijk: string) => [
    `Zienswijzen konden komen tot en met ${uiterlijk}.`,
    'Kwamen er geen? Dan beslist u binnen vier weken na die dag (Awb 3:18 lid 4). De fatale datum verandert dan. Maak ook bekend dat er geen kwamen.',
  ],
  gekomen: 'Kwamen er zienswijzen?',
  antwoorden: { ja: 'Ja', nee: 'Nee, geen' },
} as const

const { fout } = handelingen

/** Without a toelichting: the portal has a sentence for each answer. */
const zienswijzenForm = z.object({
  gekomen: z.enum(['ja', 'nee'], fout.kiesZienswijzen).transform((value) => value === 'ja'),
})

export const RECORD_ZIENSWIJZEN_PAGE = {
  titel: 'Vastleggen of zienswijzen kwamen',
  groep: 'besluit',
  toets: '2',
  knop: 'Vastleggen',
  gedaan: 'Opgeslagen. De aanvrager ziet direct tot wanneer u beslist.',
  form: zienswijzenForm,
  uitleg: ({ zaak }) => {
    const { zienswijzenUiterlijk = '' } = ontwerpOf({ zaak, zaaktype: zaak.zaaktype }) ?? {}
    return texts.uitleg(shortDate(zienswijzenUiterlijk))
  },
  velden: () => [keuze('gekomen', texts.gekomen, optionsOf(texts.antwoorden))],
} as const satisfies Handelingspagina
