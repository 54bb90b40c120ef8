import { z } from 'zod'
import {
  informatieobjecttypeResource,
  OPSCHORTINGSGRONDEN,
  opschortingsredenResource,
  RECHTSMIDDELEN,
  resultaattypeResource,
  statustypeResource,
  tweetalig,
  zaaktypeResource,
} from '#lib/contract/zaak-resource.ts'

/** A short line in Dutch that the desk shows beside a choice. */
const intern = z.string()
/** The default number of days before the fatale datum on which its behandelaar is warned. */
export const WAARSCHUWINGSDAGEN = [7, 1]
export const MOST_WAARSCHUWINGSDAGEN = 60

/** ISO 8601, in weeks, months or years as in the article, or in calendar days */
const duur = z.string().regex(/^P[1-9]\d{0,3}[DWMY]$/)
/** `redelijk`: the reasonable term of Awb 4:13, when no law or verordening sets one. */
export const REGELINGEN = ['wet', 'verordening', 'redelijk'] as const
/** A term with its article. Only a term of a law moves to a working day (Algemene termijnenwet 1 and 4). */
const wettermijn = z.object({ duur, grondslag: z.string(), regeling: z.enum(REGELINGEN) })
/**
 * The day from which a zaak is kept (ZGW afleidingswijze): its einddatum, or the day on which its last
 * besluit was no longer in force.
 */
export const BRONDATUMS = ['afgehandeld', 'vervaldatum_besluit'] as const
/** ISO 8601, in calendar years */
const jaren = z.string().regex(/^P[1-9]\d{0,2}Y$/)

/** The default types. A document of the aanvrager gets the first one that is inkomend. */
export const INFORMATIEOBJECTTYPEN = z.array(informatieobjecttypeResource).parse([
  { code: 'besluit', omschrijving: { nl: 'Besluit', en: 'Decision' }, richting: 'uitgaand' },
  { code: 'brief', omschrijving: { nl: 'Brief', en: 'Letter' }, richting: 'uitgaand' },
  { code: 'bijlage', omschrijving: { nl: 'Bijlage', en: 'Attachment' }, richting: 'inkomend' },
  { code: 'aanvraag', omschrijving: { nl: 'Aanvraag', en: 'Application' }, richting: 'inkomend' },
  { code: 'advies', omschrijving: { nl: 'Advies', en: 'Advice' }, richting: 'intern' },
])

/** The places that offer a standaardtekst: the form of a new status, the acts of one menu, or all. */
export const TEKST_BIJ = ['overal', 'status', 'besluit', 'termijn', 'aanvulling', 'bericht', 'zaak'] as const

export const zaaktypeGegevens = zaaktypeResource.omit({ identificatie: true, versie: true }).extend({
  inleveren: tweetalig,
  informatieobjecttypen: z.array(informatieobjecttypeResource).min(1).default(INFORMATIEOBJECTTYPEN),
  /** in order; the last is the eindstatus */
  statustypen: z
    .array(
      statustypeResource.extend({
        intern,
        verplicht: z.boolean().default(false),
        minstens: z
          .string()
          .regex(/^P[1-9]\d{0,2}W$/)
          .nullable()
          .default(null),
      }),
    )
    .min(1),
  resultaattypen: z
    .array(
      resultaattypeResource.extend({
        intern,
        /** true for a besluit (Awb 1:3) */
        isBesluit: z.boolean(),
        /** the rechtsmiddel against that besluit */
        rechtsmiddel: z.enum(RECHTSMIDDELEN).default('bezwaar'),
        /** true when the aanvraag is not handled because it was not completed (Awb 4:5) */
        buitenBehandeling: z.boolean().default(false),
        /** true when the zaak ends by sending it on to another bestuursorgaan (Awb 2:3) */
        doorzending: z.boolean().default(false),
        /**
         * the time after which a closed zaak is destroyed (ZGW archiefactietermijn); null when it is kept
         * forever (ZGW archiefnominatie blijvend_bewaren), or no term was set yet
         */
        bewaartermijn: jaren.nullable().default(null),
        /** the day from which the bewaartermijn counts */
        brondatum: z.enum(BRONDATUMS).default('afgehandeld'),
        /** category of the Selectielijst (ZGW selectielijstklasse), such as `11.1` */
        selectielijst: z.string().nullable().default(null),
      }),
    )
    .min(1),
  /** reasons for a suspension other than an aanvulling (Awb 4:15 lid 1 under b, and lid 2) */
  opschortingsredenen: z.array(opschortingsredenResource.extend({ grond: z.enum(OPSCHORTINGSGRONDEN), intern })),
  /** the team that handles its zaken, as citizens see it */
  team: z.string(),
  /** fatale termijn: the legal term */
  doorlooptijd: wettermijn,
  /** streeftermijn: the term that the municipality promises, at most the doorlooptijd */
  servicenorm: duur,
  /** the most by which both dates can be moved, once; null when the law allows none */
  verlengingstermijn: wettermijn.nullable(),
  /** the resultaat that the law grants when nobody decides in time, and its article (Awb 4:20a); or null */
  vanRechtswege: z.object({ resultaat: z.string(), grondslag: z.string() }).nullable().default(null),
  /** the days before the fatale datum on which its behandelaar is warned, largest first */
  waarschuwingsdagen: z.array(z.int().min(1).max(MOST_WAARSCHUWINGSDAGEN)).default(WAARSCHUWINGSDAGEN),
  /**
   * true when aanvragers see how long it usually takes; the newest version decides, also for running zaken
   */
  toontDoorlooptijd: z.boolean().default(true),
  /**
   * true when the term stays suspended after the aanvrager reports an aanvulling, until a behandelaar
   * confirms it; false resumes the term at the report
   */
  aanvullingBevestigen: z.boolean().default(false),
  /**
   * True when its zaken hold sensitive data, such as health (AVG 9), so that looks at them in a list are
   * recorded. The newest version decides.
   */
  gevoelig: z.boolean().default(false),
  /** standaardteksten for a toelichting; may contain the variables of `fillTekst` */
  teksten: z.array(z.object({ naam: z.string(), tekst: z.string(), bij: z.enum(TEKST_BIJ).default('overal') })),
})

/** Texts and terms of a zaaktype, as the table `zaaktypeversie` holds them. */
export type ZaaktypeGegevens = z.infer<typeof zaaktypeGegevens>
export type Zaaktype = ZaaktypeGegevens & {
  identificatie: string
  versie: number
  /** the first day, `yyyy-mm-dd`, of its vanRechtswege; absent when the first version had it already */
  vanRechtswegeSinds?: string
}
export type Statustype = Zaaktype['statustypen'][number]
export type Resultaattype = Zaaktype['resultaattypen'][number]

/** Returns the types that a new document can have. */
export function currentInformatieobjecttypen({ informatieobjecttypen }: Zaaktype): Zaaktype['informatieobjecttypen'] {
  return informatieobjecttypen.filter(({ beeindigd }) => !beeindigd)
}

/** Returns the resultaattypen for the eindstatus. Doorzending is not one, because it is an act of its own. */
export function chosenResultaattypen({ resultaattypen }: Zaaktype): Resultaattype[] {
  return resultaattypen.filter(({ doorzending }) => !doorzending)
}

/** Returns the statuses of its zaken as events carry them: a closed zaak has the status of its resultaat. */
export function statussenOf({ statustypen, resultaattypen }: Zaaktype): { code: string; naam: string }[] {
  return [
    ...statustypen.flatMap(({ code, isEindstatus, omschrijving }) =>
      isEindstatus ? [] : { code, naam: omschrijving.nl },
    ),
    ...resultaattypen.map(({ statuscode: code, omschrijving }) => ({ code, naam: omschrijving.nl })),
  ]
}

/** Returns the name of the resultaat, or else of the status. */
export function statusnaamOf(zaaktype: Zaaktype, zaak: { statustype: string; resultaat: string | null }): string {
  return labelOfResultaat(zaaktype, zaak.resultaat) ?? labelOfStatustype(zaaktype, zaak.statustype)
}

export function labelOfStatustype(zaaktype: Zaaktype, statustype: string): string {
  return zaaktype.statustypen.find(({ code }) => code === statustype)?.omschrijving.nl ?? statustype
}

export function labelOfResultaat(zaaktype: Zaaktype, resultaat: string | null): string | null {
  return zaaktype.resultaattypen.find(({ code }) => code === resultaat)?.omschrijving.nl ?? resultaat
}

/** The variables of a standaardtekst, which stand between braces. */
export const TEKST_VARIABELEN = ['zaaknummer', 'datum', 'team', 'fataleDatum'] as const

/** Fills in a standaardtekst for one zaak. Unknown variables stay as they are. */
export function fillTekst(tekst: string, values: Record<(typeof TEKST_VARIABELEN)[number], string>): string {
  return TEKST_VARIABELEN.reduce((filled, name) => filled.replaceAll(`{${name}}`, values[name]), tekst)
}
