import { z } from 'zod'
import type { Veld } from '#lib/ui/form/labels.ts'
import { labelled } from '#lib/ui/form/labels.ts'
import { shortDate } from '#lib/ui/text/dates.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import { zaaksysteemEnv } from '../../../env.ts'
import type { Handelingspagina } from '../handelingspagina.ts'
import { datum, line, optionalDatum, text, toelichting, toelichtingForm, tweeWeken, verzondenOp } from '../velden.ts'
import { isFormulierOfGemeente } from './request-aanvulling.ts'

const texts = {
  uitleg: [
    'De aanvrager ziet direct wat u vraagt en tot wanneer. De termijn staat stil vanaf de dag na de brief, tot alles binnen is.',
    'Komt er niets? Dan loopt de termijn na de laatste dag vanzelf weer.',
  ],
  teLaat: (fataal: string) => [
    `De fatale datum (${fataal}) is voorbij. U mag nog vragen wat u mist, maar de termijn staat daardoor niet stil (Awb 4:15).`,
  ],
  opnieuw: (tot: string) => [
    `De zaak wacht al op een aanvulling, uiterlijk ${tot}. Wat u nu vraagt, komt daarvoor in de plaats.`,
    'Wat nog niet binnen is, staat er al. Vraag het zo nodig duidelijker. Voor alleen een latere dag: kies ‘Meer tijd geven’.',
  ],
  uiterlijk: 'Laatste dag om het te sturen',
  onderdeel: (nummer: number) => `Onderdeel ${nummer}`,
  naam: 'Wat mist u?',
  naamHint: 'Kort, bijvoorbeeld: plattegrond met maten.',
  uitlegOnderdeel: 'Uitleg',
  formulier: 'Link naar een formulier van de gemeente',
  formulierHint: (hosts: readonly string[]) =>
    `Het adres begint met ${hosts.map((host) => `https://${host}/`).join(' of ')}.`,
} as const

const { fout } = handelingen

/** The number of aanvullingen in one request: a form without JavaScript cannot grow. */
const AANTAL_ONDERDELEN = 4

/** The hosts of the municipality's forms. */
const formulierhosts = () => zaaksysteemEnv().ZAAKSYSTEEM_FORMULIERHOSTS

const https = z.url({ protocol: /^https$/ }).max(500)

const link = z
  .string()
  .default('')
  .refine((url) => url === '' || https.safeParse(url).success, { error: fout.geenLink, abort: true })
  .refine((url) => url === '' || isFormulierOfGemeente(url, formulierhosts()), {
    error: () => fout.linkElders(formulierhosts()),
  })

const onderdelen = Array.from({ length: AANTAL_ONDERDELEN }, (_, index) => index)

/** A row without a name is dropped; the first row, and a row with other values, needs one. */
const aanvullenForm = toelichtingForm
  .extend({ op: z.string().default(''), uiterlijk: z.string() })
  .extend(
    Object.fromEntries(
      onderdelen.flatMap((index) => [
        [`naam${index}`, line(80)],
        [`uitleg${index}`, text(500).default('')],
        [`formulier${index}`, link],
      ]),
    ),
  )
  .transform(({ op, uiterlijk, toelichting, ...rows }, { addIssue }) => {
    // parsed here, so that all errors are reported at once
    for (const [name, read] of Object.entries({
      op: optionalDatum.safeParse(op),
      uiterlijk: datum.safeParse(uiterlijk),
    })) {
      if (!read.success) addIssue({ code: 'custom', message: fout.geenDatum, path: [name] })
    }
    const value = (name: string) => (rows as Record<string, string>)[name] || undefined
    const aanvullingen = onderdelen.flatMap((index) => {
      const [naam, toelichting, formulier] = [`naam${index}`, `uitleg${index}`, `formulier${index}`].map(value)
      if (naam) return [{ naam, toelichting, formulier }]
      if (index === 0 || toelichting || formulier) {
        addIssue({ code: 'custom', message: fout.geenOnderdeel, path: [`naam${index}`] })
      }
      return []
    })
    return { op: op || undefined, uiterlijk, toelichting: toelichting as string, aanvullingen }
  })

/** No field for a form when no form host is configured. */
function formulierVeld(index: number): Veld[] {
  const hosts = formulierhosts()
  if (hosts.length === 0) return []
  const { formulier: label, formulierHint } = texts
  return [{ soort: 'regel', name: `formulier${index}`, label, hint: formulierHint(hosts), optional: true }]
}

export const REQUEST_AANVULLING_PAGE = {
  titel: 'Aanvulling vragen',
  groep: 'aanvulling',
  toets: 'a',
  knop: 'Aanvulling vragen',
  gedaan: 'Opgeslagen. De aanvrager ziet direct wat u vraagt.',
  form: aanvullenForm,
  uitleg: ({ zaak, today }) => {
    if (zaak.opschorting === 'aanvulling') return texts.opnieuw(shortDate(zaak.opgeschortTot as string))
    return zaak.uiterlijkeEinddatum < today ? texts.teLaat(shortDate(zaak.uiterlijkeEinddatum)) : texts.uitleg
  },
  velden: ({ ontbrekend, today }) => [
    verzondenOp(today),
    {
      soort: 'datum',
      ...labelled(texts, 'uiterlijk'),
      gebruikelijk: tweeWeken(today, handelingen.gebruikelijk.tweeWeken),
    },
    ...Array.from({ length: AANTAL_ONDERDELEN }, (_, index): Veld => {
      const optional = index > 0
      const isOpen = !optional || index < ontbrekend.length
      return {
        soort: 'groep',
        legend: texts.onderdeel(index + 1),
        isOpen,
        velden: [
          {
            soort: 'regel',
            name: `naam${index}`,
            label: texts.naam,
            hint: texts.naamHint,
            optional,
            value: ontbrekend[index]?.naam ?? '',
          },
          { soort: 'regel', name: `uitleg${index}`, label: texts.uitlegOnderdeel, optional: true },
          ...formulierVeld(index),
        ],
      }
    }),
    toelichting,
  ],
} as const satisfies Handelingspagina
