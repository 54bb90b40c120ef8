import { z } from 'zod'
import { briefRequest } from '#lib/contract/handeling-requests.ts'
import { labelled } from '#lib/ui/form/labels.ts'
import type { Handelingspagina } from '../handelingspagina.ts'
import { type Act, type InputOf, performing } from '../perform-handeling.ts'
import { SENT } from '../rules.ts'
import { datum, datumOfVandaag } from '../velden.ts'

const dutchDate = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'UTC' })

/** Per post verstuurd: records a letter to the aanvrager. It changes neither term nor status. */
export const SEND_BRIEF = {
  soort: 'brief_verstuurd',
  auditnaam: 'brief_versturen',
  recht: 'behandelen',
  needs: [],
  rules: SENT,
  next: () => ({}),
  tells: ({ input: { op } }) => `Wij stuurden u op ${dutchDate.format(new Date(op))} een brief.`,
  api: {
    segment: 'brieven',
    scope: 'zaken.statussen.toevoegen',
    schema: briefRequest,
    id: 'briefVersturen',
    name: 'Brief',
    summary: 'Record a letter to the aanvrager',
    example: { versie: 2, op: '2026-11-25' },
  },
} as const satisfies Act<InputOf<typeof briefRequest>>

export const sendBrief = performing(SEND_BRIEF)

const texts = {
  uitleg: [
    'Stuurde u de aanvrager een brief? Leg dan vast wanneer. De aanvrager ziet op Mijn zaken dat u die stuurde.',
  ],
  op: 'Op welke dag ging de brief op de post?',
} as const

const briefForm = z.object({ op: datum })

export const SEND_BRIEF_PAGE = {
  titel: 'Brief per post verstuurd',
  groep: 'bericht',
  toets: 'f',
  knop: 'Vastleggen',
  gedaan: 'Opgeslagen. In het verloop staat wanneer u de brief verstuurde.',
  form: briefForm,
  uitleg: () => texts.uitleg,
  velden: ({ today }) => [datumOfVandaag(today, labelled(texts, 'op'))],
} as const satisfies Handelingspagina
