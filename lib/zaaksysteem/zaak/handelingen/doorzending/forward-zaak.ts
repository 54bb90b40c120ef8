import { z } from 'zod'
import { doorzendingRequest } from '#lib/contract/handeling-requests.ts'
import { labelled, optionsOf } from '#lib/ui/form/labels.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import type { Resultaattype, Zaaktype } from '../../../catalogus/zaaktype.ts'
import { vanKracht } from '../besluit/besluitdatums.ts'
import { DECIDED_ALREADY, isDue } from '../besluit/given-by-law.ts'
import type { Handelingspagina } from '../handelingspagina.ts'
import { type Act, type InputOf, performing } from '../perform-handeling.ts'
import { CLOSED, closedWith, opBeforeZaak, opInFuture } from '../rules.ts'
import { datum, datumOfVandaag, keuze, line, toelichting, toelichtingForm } from '../velden.ts'

const resultaattypeOf = ({ resultaattypen }: Zaaktype): Resultaattype | undefined =>
  resultaattypen.find(({ doorzending }) => doorzending)

/**
 * Doorzenden (Awb 2:3): another bestuursorgaan must handle the aanvraag, or a part of it, and has
 * received it. The aanvrager is told at the same moment. Not possible after a besluit, because that
 * part was for us to decide.
 */
export const FORWARD_ZAAK = {
  soort: 'doorzending',
  auditnaam: 'zaak_doorzenden',
  recht: 'behandelen',
  needs: [
    CLOSED,
    {
      ...DECIDED_ALREADY,
      detail: 'The zaak has a besluit, so it can no longer be sent on.',
      broken: (standing) => vanKracht(standing.zaak.besluiten).length > 0 || isDue(standing),
    },
  ],
  rules: [
    opInFuture('forwarded_in_future'),
    opBeforeZaak('forwarded_before_zaak'),
    {
      reason: 'no_resultaat_of_doorzending',
      tekst: 'Dit zaaktype heeft geen resultaat voor doorzenden. Vraag de beheerder om er een te maken.',
      veld: 'geheel',
      detail: 'The zaaktype has no resultaat for a doorzending.',
      broken: ({ input, zaaktype }) => input.geheel && !resultaattypeOf(zaaktype),
    },
  ],
  next: ({ input: { naar, op, geheel }, ...standing }) => ({
    doorgezondenNaar: naar,
    doorgezondenOp: op,
    ...(geheel && closedWith({ ...standing, today: op }, resultaattypeOf(standing.zaaktype) as Resultaattype)),
  }),
  api: {
    segment: 'doorzendingen',
    scope: 'zaken.doorzenden',
    schema: doorzendingRequest,
    id: 'zaakDoorzenden',
    name: 'Doorzending',
    summary: 'Record a doorzending (Awb 2:3)',
    example: { versie: 2, naar: 'Waterschap Vallei en Veluwe', op: '2026-11-26', geheel: true },
  },
} as const satisfies Act<InputOf<typeof doorzendingRequest>>

export const forwardZaak = performing(FORWARD_ZAAK)

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
  groep: 'zaak',
  toets: 'w',
  knop: 'Doorzenden',
  gedaan: 'Opgeslagen. De aanvraag is doorgezonden. De aanvrager ziet direct naar wie.',
  form: doorzendenForm,
  uitleg: () => texts.uitleg,
  velden: ({ today }) => [
    { soort: 'regel', ...labelled(texts, 'naar') },
    datumOfVandaag(today, labelled(texts, 'op')),
    keuze('geheel', texts.geheel, optionsOf(texts.hoeveel)),
    toelichting,
  ],
} as const satisfies Handelingspagina
