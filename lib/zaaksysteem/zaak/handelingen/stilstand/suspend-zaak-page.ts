import { z } from 'zod'
import type { Veld } from '#lib/ui/form/labels.ts'
import { labelled } from '#lib/ui/form/labels.ts'
import { shortDate } from '#lib/ui/text/dates.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import type { Handelingspagina } from '../handelingspagina.ts'
import { datum, datumOfVandaag, keuze, toelichting, toelichtingForm } from '../velden.ts'

/** The grounds on which a term may stand still, by their article. */
const opschortingsgronden = {
  informatie_buitenland: 'Awb 4:15 lid 1 b',
  instemming: 'Awb 4:15 lid 2 a',
  vertraging_aanvrager: 'Awb 4:15 lid 2 b',
  overmacht: 'Awb 4:15 lid 2 c',
  zienswijze_derden: 'Woo 4.4 lid 3',
} as const

const texts = {
  uitleg: [
    'Als de termijn weer loopt, schuiven de streefdatum en de fatale datum op met de dagen dat de termijn stilstond.',
    'Mist u stukken van de aanvrager? Vraag dan een aanvulling.',
  ],
  erbij: 'De termijn staat al stil. Een dag die bij beide hoort, telt één keer.',
  reden: 'Reden',
  keuze: (reden: string, grond: keyof typeof opschortingsgronden) => `${reden} (${opschortingsgronden[grond]})`,
  op: 'U laat dit weten op',
  opHint:
    'De termijn staat stil vanaf de dag erna. Stemt de aanvrager in? Vul dan de dag in waarop u dat hoorde. Bij overmacht of vertraging: de dag vóórdat die begon.',
  opVoorbij: (fataal: string) =>
    `De fatale datum (${fataal}) is voorbij. Liet u dit op of vóór die dag weten? Vul dan die dag in.`,
  tot: 'Tot en met',
  totHint:
    'Stemt de aanvrager in met uitstel, of vroeg u een ander om een zienswijze (Woo 4.4)? Dan loopt de termijn na deze dag vanzelf weer. Bij een andere reden is dit wat u verwacht: de termijn loopt pas weer als u de zaak hervat.',
} as const

const { fout } = handelingen

const opschortenForm = toelichtingForm.extend({
  reden: z.string(fout.kiesReden).regex(/^[\w-]{1,80}$/, fout.kiesReden),
  op: datum,
  tot: datum,
})

/** No date is proposed once the term has passed. */
const firstDay = (uiterlijkeEinddatum: string, today: string): Veld => {
  const op = labelled(texts, 'op')
  if (uiterlijkeEinddatum >= today) return datumOfVandaag(today, op)
  return { soort: 'datum', ...op, hint: texts.opVoorbij(shortDate(uiterlijkeEinddatum)) }
}

export const SUSPEND_ZAAK_PAGE = {
  titel: 'Termijn opschorten',
  groep: 'termijn',
  toets: 'o',
  knop: 'Termijn opschorten',
  gedaan: 'Opgeslagen. De termijn staat stil. De aanvrager ziet dit direct.',
  form: opschortenForm,
  uitleg: ({ zaak }) => (zaak.opschorting ? [texts.erbij, ...texts.uitleg] : texts.uitleg),
  velden: ({ redenen, uiterlijkeEinddatum, today }) => [
    keuze(
      'reden',
      texts.reden,
      redenen.map(({ code, intern, grond }) => ({ value: code, label: texts.keuze(intern, grond) })),
    ),
    firstDay(uiterlijkeEinddatum, today),
    { soort: 'datum', ...labelled(texts, 'tot') },
    toelichting,
  ],
} as const satisfies Handelingspagina
