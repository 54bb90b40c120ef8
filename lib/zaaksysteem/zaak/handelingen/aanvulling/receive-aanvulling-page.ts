import { z } from 'zod'
import { list } from '#lib/ui/form/fields.ts'
import { labelled, namedOptions } from '#lib/ui/form/labels.ts'
import { shortDate } from '#lib/ui/text/dates.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import type { Handelingspagina } from '../handelingspagina.ts'
import { opForm, toelichting, vandaag } from '../velden.ts'

const texts = {
  gevraagd: (op: string, tot: string) => `Gevraagd op ${op}, uiterlijk ${tot}.`,
  gemeld: (op: string) =>
    `De aanvrager meldde op ${op} dat alles is gestuurd. Kruis aan wat er is, met de dag waarop het kwam.`,
  gevolg: [
    'Is hiermee alles er? Dan liep de termijn weer vanaf de dag waarop het laatste stuk kwam (Awb 4:15), ook als u dat later vastlegt.',
    'Wat na de laatste dag kwam, verandert niets aan de termijn.',
  ],
  onderdelen: 'Wat is binnen?',
  op: 'Binnengekomen op',
  opHint: 'Niet vandaag, als het eerder kwam. Kwamen stukken op verschillende dagen? Leg ze dan apart vast.',
} as const

const { fout } = handelingen

const ontvangenForm = opForm.extend({ aanvullingen: list(z.array(z.uuid()).min(1, fout.kiesOnderdeel)) })

export const RECEIVE_AANVULLING_PAGE = {
  titel: 'Aanvulling is binnen',
  toets: 'i',
  knop: 'Ontvangst vastleggen',
  gedaan: 'Opgeslagen. De aanvrager ziet direct wat binnen is.',
  form: ontvangenForm,
  uitleg: ({ zaak: { aanvullingsverzoek } }) => {
    const { op = '', tot = '', einde, hervatOp } = aanvullingsverzoek ?? {}
    return [
      texts.gevraagd(shortDate(op), shortDate(tot)),
      ...(einde === 'aanvulling_gemeld' && hervatOp ? [texts.gemeld(shortDate(hervatOp))] : []),
      ...texts.gevolg,
    ]
  },
  velden: ({ ontbrekend, today }) => [
    {
      soort: 'vinkjes',
      name: 'aanvullingen',
      legend: texts.onderdelen,
      options: namedOptions(ontbrekend),
    },
    { soort: 'datum', ...labelled(texts, 'op'), gebruikelijk: vandaag(today) },
    toelichting,
  ],
} as const satisfies Handelingspagina
