import { z } from 'zod'
import { codeOptions } from '#lib/ui/form/labels.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import type { Handelingspagina } from '../handelingspagina.ts'
import { besluitdatums, besluitVelden, confirmed, datum, keuze, toelichting, toelichtingForm } from '../velden.ts'

const texts = {
  uitleg: {
    open: 'De zaak blijft open. Sluit u de zaak af met een besluit? Kies dan de laatste status.',
    afgehandeld:
      'De zaak is afgehandeld. Een nieuw besluit met hetzelfde resultaat komt in de plaats van het oude. Een ander resultaat? Heropen dan eerst de zaak.',
  },
  besluittype: 'Welk besluit?',
  vervangt: 'Komt het in de plaats van een ander besluit?',
  erbij: 'Nee, het komt erbij',
  inPlaatsVan: (besluit: string) => `Ja, van: ${besluit}`,
} as const

const { fout } = handelingen

/** The value of `vervangt` for a besluit beside the earlier ones. */
const ERBIJ = 'erbij'

const vastleggenForm = toelichtingForm.extend({
  besluittype: z.string(fout.kiesBesluit).regex(/^[\w-]{1,80}$/, fout.kiesBesluit),
  ...besluitdatums,
  besluitdatum: datum,
  bekendmakingsdatum: datum,
  aanvullingBekeken: confirmed,
  // absent without an earlier besluit
  vervangt: z
    .string()
    .optional()
    .refine((value) => value !== '', fout.kiesVervangt)
    .transform((value) => (value === ERBIJ ? undefined : value)),
})

export const RECORD_BESLUIT_PAGE = {
  titel: 'Besluit vastleggen',
  toets: 'b',
  knop: 'Besluit vastleggen',
  gedaan: 'Opgeslagen. Het besluit is vastgelegd. De aanvrager ziet het direct.',
  form: vastleggenForm,
  uitleg: ({ zaak }) => [zaak.einddatum ? texts.uitleg.afgehandeld : texts.uitleg.open],
  velden: ({ besluittypen, besluiten, isAfgehandeld, today }) => [
    keuze('besluittype', texts.besluittype, codeOptions(besluittypen)),
    ...(besluiten.length > 0
      ? [
          keuze('vervangt', texts.vervangt, [
            ...(isAfgehandeld ? [] : [{ value: ERBIJ, label: texts.erbij }]),
            ...besluiten.map(({ id, naam }) => ({ value: id, label: texts.inPlaatsVan(naam) })),
          ]),
        ]
      : []),
    ...besluitVelden(today, besluittypen),
    toelichting,
  ],
} as const satisfies Handelingspagina
