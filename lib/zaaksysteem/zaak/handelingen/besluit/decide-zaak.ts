import { z } from 'zod'
import type { documentRequest, statusRequest } from '#lib/contract/handeling-requests.ts'
import type { Veld } from '#lib/ui/form/labels.ts'
import { codeOptions, labelled, namedOptions } from '#lib/ui/form/labels.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import type { Resultaattype, Statustype } from '../../../catalogus/zaaktype.ts'
import type { BesluitAtVersie } from '../../wijziging/besluiten.ts'
import { ADD_DOCUMENT_STATEMENT, ADD_DOCUMENT_TO_ZAAK } from '../document/add-document.ts'
import type { Handelingspagina, VeldenContext } from '../handelingspagina.ts'
import type { Act, InputOf } from '../perform-handeling.ts'
import { CLOSED, type Subject } from '../rules.ts'
import { CHANGE_STATUS } from '../status/change-status.ts'
import {
  besluitdatums,
  besluitVelden,
  confirmed,
  keuze,
  line,
  optionalDate,
  optionalDatum,
  orNone,
  toelichting,
  toelichtingForm,
  uuidOrGeen,
} from '../velden.ts'

type Closing = InputOf<typeof statusRequest>
type Adding = InputOf<typeof documentRequest>
/** The resultaat with its dates, and the bestand that becomes the document of the besluit. */
type Deciding = Omit<Closing, 'statustype'> & Partial<Pick<Adding, 'bestand' | 'titel' | 'informatieobjecttype'>>

const resultaattypeOf = ({ zaaktype, input }: Subject<Deciding>): Resultaattype | undefined =>
  zaaktype.resultaattypen.find(({ code }) => code === input.resultaat)

/** Returns the change to the eindstatus. Only a resultaat without a besluit has the einddatum of the form. */
function closing(subject: Subject<Deciding>): Subject<Closing> {
  const { input, zaaktype } = subject
  const { code: statustype } = zaaktype.statustypen.at(-1) as Statustype
  const einddatum = resultaattypeOf(subject)?.isBesluit ? undefined : input.einddatum
  return { ...subject, input: { ...input, statustype, einddatum } }
}

/** Returns the addition of the document, which contains the besluit that this act makes. */
function adding(
  { zaak, input, ...subject }: Subject<Deciding>,
  made: readonly Omit<BesluitAtVersie, 'versie'>[] = [],
): Subject<Adding> {
  const { bestand = '', titel = '', informatieobjecttype = '', ...act } = input
  const besluiten = [...zaak.besluiten, ...made.map((besluit) => ({ ...besluit, versie: zaak.versie + 1 }))]
  const document = { bestand, titel, informatieobjecttype, besluit: made[0]?.id }
  return { ...subject, zaak: { ...zaak, besluiten }, input: { ...act, ...document } }
}

const needsDatum = (subject: Subject<Deciding>) =>
  Boolean(resultaattypeOf(subject)?.isBesluit) && subject.input.eerdereBesluiten !== 'overnemen'

/**
 * Besluit nemen: closes the zaak with a resultaat, and adds the document with the besluit in the same act.
 * The dates are required, because the terms for bezwaar and beroep depend on them.
 */
export const DECIDE_ZAAK = {
  soort: CHANGE_STATUS.soort,
  auditnaam: CHANGE_STATUS.auditnaam,
  recht: CHANGE_STATUS.recht,
  reads: ADD_DOCUMENT_TO_ZAAK.reads,
  needs: [CLOSED],
  rules: [
    {
      reason: 'besluitdatum_required',
      tekst: handelingen.fout.geenDatum,
      veld: 'besluitdatum',
      detail: 'A besluit needs its date.',
      broken: (subject) => needsDatum(subject) && !subject.input.besluitdatum,
    },
    {
      reason: 'bekendmakingsdatum_required',
      tekst: handelingen.fout.geenDatum,
      veld: 'bekendmakingsdatum',
      detail: 'A besluit needs the date on which it is made known.',
      broken: (subject) => needsDatum(subject) && !subject.input.bekendmakingsdatum,
    },
    ...CHANGE_STATUS.rules.map((rule) => ({
      ...rule,
      broken: (subject: Subject<Deciding>) => rule.broken(closing(subject)),
    })),
    ...ADD_DOCUMENT_TO_ZAAK.rules.map((rule) => ({
      ...rule,
      broken: (subject: Subject<Deciding>) => subject.input.bestand !== undefined && rule.broken(adding(subject)),
    })),
  ],
  next: (subject) => {
    const closed = CHANGE_STATUS.next(closing(subject))
    if (!subject.input.bestand) return closed
    const made = 'besluiten' in closed ? closed.besluiten : []
    return { ...closed, ...ADD_DOCUMENT_TO_ZAAK.next(adding(subject, made)) }
  },
  also: ({ bestand }) => (bestand === undefined ? undefined : { statement: ADD_DOCUMENT_STATEMENT }),
} as const satisfies Act<Deciding>

const { fout } = handelingen

const texts = {
  uitleg:
    'Hiermee sluit u de zaak af. Een document met het besluit leest de aanvrager niet eerder dan op de dag van de bekendmaking.',
  resultaat: 'Wat besluit u?',
  bestand: 'Document bij dit besluit',
  geenBestand: 'Geen document',
  titel: 'Titel, zoals de aanvrager die leest',
  besluit: 'Besluit op uw aanvraag',
  soort: 'Soort document',
} as const

const EERDERE_BESLUITEN = ['vervangen', 'handhaven', 'overnemen'] as const

const besluitForm = toelichtingForm
  .extend({
    resultaat: z
      .string()
      .regex(/^[\w-]{0,80}$/, fout.kiesBesluit)
      .optional(),
    einddatum: optionalDatum,
    ...besluitdatums,
    eerdereBesluiten: z.enum(EERDERE_BESLUITEN).optional(),
    aanvullingBekeken: confirmed,
    bestand: uuidOrGeen(fout.kiesOfBestand),
    titel: line(200).pipe(z.string().trim()),
    informatieobjecttype: z
      .string()
      .regex(/^[\w-]{0,80}$/, fout.kiesSoort)
      .optional(),
  })
  .superRefine(({ bestand, titel, informatieobjecttype }, { addIssue }) => {
    if (bestand === undefined) return
    if (!titel) addIssue({ code: 'custom', path: ['titel'], message: fout.leeg })
    if (!informatieobjecttype) addIssue({ code: 'custom', path: ['informatieobjecttype'], message: fout.kiesSoort })
  })

export const DECIDE_ZAAK_PAGE = {
  titel: 'Besluit nemen',
  groep: 'besluit',
  toets: 'b',
  knop: 'Besluit opslaan',
  gedaan: 'Opgeslagen. De zaak is afgehandeld.',
  form: besluitForm,
  uitleg: () => [texts.uitleg],
  velden: (context) => [...resultaatVelden(context), toelichting],
} as const satisfies Handelingspagina

function resultaatVelden({ resultaattypen, besluiten, intrekkingOp, today }: VeldenContext): Veld[] {
  const codesOf = (all: readonly Resultaattype[]) => all.map(({ code }) => code)
  const anders = codesOf(resultaattypen.filter(({ isBesluit }) => !isBesluit))
  const eerdere: Veld = {
    soort: 'kaarten',
    name: 'eerdereBesluiten',
    legend: handelingen.eerdereBesluiten.vraag(besluiten.map(({ naam }) => naam)),
    cards: EERDERE_BESLUITEN.map((value) => ({ value, ...handelingen.eerdereBesluiten[value] })),
  }
  return [
    {
      soort: 'kaarten',
      name: 'resultaat',
      legend: texts.resultaat,
      cards: resultaattypen.map(({ code, omschrijving, intern }) => {
        return { value: code, title: omschrijving.nl, description: intern }
      }),
    },
    {
      soort: 'bij',
      name: 'resultaat',
      waarden: codesOf(resultaattypen.filter(({ isBesluit }) => isBesluit)),
      velden: [...besluitVelden(today, resultaattypen), ...(besluiten.length > 0 ? [eerdere] : [])],
    },
    ...(anders.length > 0
      ? [
          {
            soort: 'bij' as const,
            name: 'resultaat',
            waarden: anders,
            velden: [optionalDate('einddatum', intrekkingOp ?? today)],
          },
        ]
      : []),
  ]
}

/**
 * Returns the fields of the document, which the form shows beside its uploads. No bestand is chosen by
 * default, because a loose one can be about something else.
 */
export function documentVelden({
  losseBestanden,
  informatieobjecttypen,
}: Pick<VeldenContext, 'losseBestanden' | 'informatieobjecttypen'>): Veld[] {
  if (losseBestanden.length === 0) return []
  const soorten = informatieobjecttypen.filter(({ richting }) => richting !== 'intern')
  const usual = soorten.find(({ code }) => code === 'besluit')?.code
  return [
    ...orNone('bestand', texts.bestand, texts.geenBestand, namedOptions(losseBestanden)),
    {
      soort: 'bij',
      name: 'bestand',
      waarden: losseBestanden.map(({ id }) => id),
      velden: [
        { soort: 'regel', ...labelled(texts, 'titel'), value: texts.besluit },
        keuze('informatieobjecttype', texts.soort, codeOptions(soorten), usual),
      ],
    },
  ]
}
