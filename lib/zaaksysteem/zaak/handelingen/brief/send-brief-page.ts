import { z } from 'zod'
import type { Handelingspagina } from '../handelingspagina.ts'
import { datum } from '../velden.ts'

const texts = {
  uitleg: [
    'Stuurde u de aanvrager een brief? Leg dan vast wanneer. De aanvrager ziet op Mijn zaken dat u die stuurde.',
  ],
  op: 'Op welke dag ging de brief op de post?',
} as const

const briefForm = z.object({ op: datum })

export const SEND_BRIEF_PAGE = {
  titel: 'Brief per post verstuurd',
  toets: 'f',
  knop: 'Vastleggen',
  gedaan: 'Opgeslagen. In het verloop staat wanneer u de brief verstuurde.',
  form: briefForm,
  uitleg: () => texts.uitleg,
  velden: () => [{ soort: 'datum', name: 'op', label: texts.op }],
} as const satisfies Handelingspagina
