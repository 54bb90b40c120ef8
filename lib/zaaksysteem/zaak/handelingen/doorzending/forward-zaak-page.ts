import { z } from 'zod'
import { labelled, optionsOf } from '#lib/ui/form/labels.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import type { Handelingspagina } from '../handelingspagina.ts'
import { datum, keuze, line, toelichting, toelichtingForm } from '../velden.ts'

const texts = {
  uitleg: [
    'Gaat een ander bestuursorgaan hierover? Stuur de aanvraag dan zo snel mogelijk door (Awb 2:3). De aanvrager leest direct naar wie.',
    'Zendt u alles door, dan is de zaak afgehandeld. Bij een deel gaat de zaak door met de rest.',
  ],
  naar: 'Naar welk bestuursorgaan?',
  naarHint: 'Zoals de aanvrager het kent, bijvoorbeeld: het waterschap Vallei en Veluwe.',
  op: 'Doorgezonden op',
  geheel: 'Wat zendt u door?',
  hoeveel: { geheel: 'De hele aanvraag', deels: 'Een deel van de aanvraag' },
} as const

const { fout } = handelingen

const MAX_NAAR = 200

const doorzendenForm = toelichtingForm.extend({
  naar: line(MAX_NAAR).pipe(z.string().trim().min(1, fout.leeg)),
  op: datum,
  geheel: z.enum(['geheel', 'deels'], fout.kiesHoeveel).transform((value) => value === 'geheel'),
})

export const FORWARD_ZAAK_PAGE = {
  titel: 'Doorzenden',
  toets: 'w',
  knop: 'Doorzenden',
  gedaan: 'Opgeslagen. De aanvraag is doorgezonden. De aanvrager ziet direct naar wie.',
  form: doorzendenForm,
  uitleg: () => texts.uitleg,
  velden: () => [
    { soort: 'regel', ...labelled(texts, 'naar') },
    { soort: 'datum', name: 'op', label: texts.op },
    keuze('geheel', texts.geheel, optionsOf(texts.hoeveel)),
    toelichting,
  ],
} as const satisfies Handelingspagina
