import { z } from 'zod'
import { besluitRequest } from '#lib/contract/handeling-requests.ts'
import { codeOptions } from '#lib/ui/form/labels.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import type { Resultaattype } from '../../../catalogus/zaaktype.ts'
import type { BesluitAtVersie } from '../../wijziging/besluiten.ts'
import type { Handelingspagina } from '../handelingspagina.ts'
import { type Act, type InputOf, performing } from '../perform-handeling.ts'
import type { Standing, Subject } from '../rules.ts'
import { besluitdatums, besluitVelden, confirmed, datum, keuze, toelichting, toelichtingForm } from '../velden.ts'
import {
  BESLUIT_UNKNOWN,
  type Besluitdatums,
  bekendVanKracht,
  datumRules,
  datumsOf,
  newBesluit,
  replacedBy,
} from './besluitdatums.ts'
import { decidedTooLate, REASON_FOR_WRONG_GRANT } from './given-by-law.ts'
import { procedureRules } from './procedure.ts'

type Recording = InputOf<typeof besluitRequest>

const besluittypen = ({ zaaktype }: Standing): Resultaattype[] =>
  zaaktype.resultaattypen.filter(({ isBesluit }) => isBesluit)

const besluittypeOf = (subject: Subject<Recording>): Resultaattype | undefined =>
  besluittypen(subject).find(({ code }) => code === subject.input.besluittype)

const replacedOf = ({ zaak, input }: Subject<Recording>): BesluitAtVersie | undefined =>
  bekendVanKracht(zaak.besluiten).find(({ id }) => id === input.vervangt)

function datumsOfNew(subject: Subject<Recording>): Besluitdatums | undefined {
  const besluittype = besluittypeOf(subject)
  return besluittype && datumsOf(besluittype, subject.input, subject.today)
}

/**
 * Besluit vastleggen: records a besluit while the zaak goes on, or one that replaces another. In a closed
 * zaak the besluit must match the resultaat, so it can only replace one with the same resultaat.
 */
export const RECORD_BESLUIT = {
  soort: 'besluit_vastgelegd',
  auditnaam: 'besluit_vastleggen',
  recht: 'behandelen',
  needs: [
    {
      reason: 'nothing_to_decide',
      tekst: 'Dit zaaktype heeft geen resultaat dat een besluit is.',
      detail: 'The zaaktype has no resultaat that is a besluit.',
      broken: (standing) => besluittypen(standing).length === 0,
    },
    {
      reason: 'nothing_to_replace',
      tekst: 'De zaak is afgehandeld en er geldt geen besluit. Heropen eerst de zaak.',
      detail: 'The zaak is closed, and no besluit with its resultaat is in force: reopen it first.',
      broken: ({ zaak: { einddatum, resultaat, besluiten } }) =>
        einddatum !== null && !bekendVanKracht(besluiten).some(({ besluittype }) => besluittype === resultaat),
    },
  ],
  rules: [
    {
      reason: 'besluittype_unknown',
      tekst: 'Dit besluit hoort niet bij dit zaaktype. Kies een ander besluit.',
      veld: 'besluittype',
      detail: 'besluittype must be the code of a resultaattype of the zaaktype that is a besluit.',
      broken: (subject) => !besluittypeOf(subject),
    },
    {
      reason: 'besluittype_not_of_resultaat',
      tekst: 'De zaak is afgehandeld met een ander resultaat. Heropen eerst de zaak.',
      veld: 'besluittype',
      detail: 'The zaak is closed: reopen it before recording another besluittype than its resultaat.',
      broken: ({ zaak: { einddatum, resultaat }, input }) => einddatum !== null && input.besluittype !== resultaat,
    },
    {
      ...BESLUIT_UNKNOWN,
      broken: (subject) => subject.input.vervangt !== undefined && !replacedOf(subject),
    },
    {
      reason: 'must_replace',
      tekst: 'De zaak is afgehandeld. Kies van welk besluit dit in de plaats komt.',
      veld: 'vervangt',
      detail: 'The zaak is closed: a besluit can only replace an earlier one, which vervangt must name.',
      broken: ({ zaak: { einddatum }, input }) => einddatum !== null && input.vervangt === undefined,
    },
    decidedTooLate(datumsOfNew),
    REASON_FOR_WRONG_GRANT,
    ...procedureRules(besluittypeOf),
    ...datumRules(datumsOfNew),
  ],
  next: (subject) => {
    const besluit = newBesluit(besluittypeOf(subject) as Resultaattype, datumsOfNew(subject) as Besluitdatums)
    const replaced = replacedOf(subject)
    return { besluiten: replaced ? [besluit, replacedBy(replaced, besluit)] : [besluit] }
  },
  api: {
    segment: 'besluiten',
    scope: 'zaken.besluiten',
    schema: besluitRequest,
    id: 'besluitVastleggen',
    name: 'Besluit',
    summary: 'Record or replace a besluit',
    example: { versie: 2, besluittype: 'verleend', besluitdatum: '2026-11-26', bekendmakingsdatum: '2026-11-27' },
  },
} as const satisfies Act<Recording>

export const recordBesluit = performing(RECORD_BESLUIT)

const texts = {
  uitleg: {
    open: 'De zaak blijft open. Sluit u de zaak af met een besluit? Kies dan Besluit nemen.',
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
  groep: 'besluit',
  toets: '3',
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
