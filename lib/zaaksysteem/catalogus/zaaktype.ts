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

/** What the desk shows beside a choice: one short line, in Dutch. */
const intern = z.string()
/** How many days before the fatale datum its behandelaar hears of it, unless a zaaktype says otherwise. */
export const WAARSCHUWINGSDAGEN = [7, 1]
export const MOST_WAARSCHUWINGSDAGEN = 60

/** ISO 8601: weeks, months or years as an article has them, or calendar days */
const duur = z.string().regex(/^P[1-9]\d{0,3}[DWMY]$/)
/** Where no law and no verordening has a term, it is the reasonable one of Awb 4:13. */
export const REGELINGEN = ['wet', 'verordening', 'redelijk'] as const
/** A term with the article that it is of; only those of a law go on to a working day (Algemene termijnenwet 1 and 4). */
const wettermijn = z.object({ duur, grondslag: z.string(), regeling: z.enum(REGELINGEN) })
/**
 * From when a zaak is kept (ZGW afleidingswijze): the day on which it was closed, or that on which the last of its besluiten
 * ceased to hold.
 */
export const BRONDATUMS = ['afgehandeld', 'vervaldatum_besluit'] as const
/** ISO 8601, in calendar years */
const jaren = z.string().regex(/^P[1-9]\d{0,2}Y$/)

/** The kinds of document of a zaaktype that names none of its own. What an aanvrager sends is of the first that is inkomend. */
export const INFORMATIEOBJECTTYPEN = z.array(informatieobjecttypeResource).parse([
  { code: 'besluit', omschrijving: { nl: 'Besluit', en: 'Decision' }, richting: 'uitgaand' },
  { code: 'brief', omschrijving: { nl: 'Brief', en: 'Letter' }, richting: 'uitgaand' },
  { code: 'bijlage', omschrijving: { nl: 'Bijlage', en: 'Attachment' }, richting: 'inkomend' },
  { code: 'aanvraag', omschrijving: { nl: 'Aanvraag', en: 'Application' }, richting: 'inkomend' },
  { code: 'advies', omschrijving: { nl: 'Advies', en: 'Advice' }, richting: 'intern' },
])

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
        /** whether it is a besluit (Awb 1:3) */
        isBesluit: z.boolean(),
        /** what one can do against that besluit */
        rechtsmiddel: z.enum(RECHTSMIDDELEN).default('bezwaar'),
        /** whether it leaves the aanvraag out of consideration, because it was not completed (Awb 4:5) */
        buitenBehandeling: z.boolean().default(false),
        /** whether a zaak ends with it by being sent on to another bestuursorgaan (Awb 2:3) */
        doorzending: z.boolean().default(false),
        /**
         * how long after its einddatum a zaak is destroyed (ZGW archiefactietermijn); null when it is kept for good (ZGW
         * archiefnominatie blijvend_bewaren), as it is while nobody gave a term
         */
        bewaartermijn: jaren.nullable().default(null),
        /** from which day that counts */
        brondatum: z.enum(BRONDATUMS).default('afgehandeld'),
        /** category of the Selectielijst (ZGW selectielijstklasse), such as `11.1` */
        selectielijst: z.string().nullable().default(null),
      }),
    )
    .min(1),
  /** why a term may stand still other than for an aanvulling (Awb 4:15 lid 1 under b, and lid 2) */
  opschortingsredenen: z.array(opschortingsredenResource.extend({ grond: z.enum(OPSCHORTINGSGRONDEN), intern })),
  /** the team that handles it, as citizens see it */
  team: z.string(),
  /** fatale termijn: the legal term */
  doorlooptijd: wettermijn,
  /** streeftermijn: what the municipality promises, at most the doorlooptijd */
  servicenorm: duur,
  /** how far both dates can be moved once; null when the law allows none */
  verlengingstermijn: wettermijn.nullable(),
  /**
   * with which resultaat what was asked is given by law when nobody decided in time, and by which article (Awb 4:20a); null when none
   * says so
   */
  vanRechtswege: z.object({ resultaat: z.string(), grondslag: z.string() }).nullable().default(null),
  /** how many days before the fatale datum its behandelaar hears of it, the most first */
  waarschuwingsdagen: z.array(z.int().min(1).max(MOST_WAARSCHUWINGSDAGEN)).default(WAARSCHUWINGSDAGEN),
  /** whether aanvragers are told how long it usually takes; that of the newest version counts, also for zaken that run */
  toontDoorlooptijd: z.boolean().default(true),
  /**
   * whether the term waits, when the aanvrager says that all which was asked is sent, until a behandelaar confirms that it came; else
   * it runs again by what he says
   */
  aanvullingBevestigen: z.boolean().default(false),
  /** says of the aanvrager what needs more care, such as health (AVG 9): who looks at a list of them is on record; of the newest version */
  gevoelig: z.boolean().default(false),
  /** texts for a toelichting, which a behandelaar can take over; may hold the variables of `fillTekst` */
  teksten: z.array(z.object({ naam: z.string(), tekst: z.string() })),
})

/** Texts and terms of a zaaktype, as the table `zaaktypeversie` holds them. */
export type ZaaktypeGegevens = z.infer<typeof zaaktypeGegevens>
export type Zaaktype = ZaaktypeGegevens & {
  identificatie: string
  versie: number
  /** the first day, `yyyy-mm-dd`, on which its vanRechtswege held; absent when the first version had it already */
  vanRechtswegeSinds?: string
}
export type Statustype = Zaaktype['statustypen'][number]
export type Resultaattype = Zaaktype['resultaattypen'][number]

/** Those that a document can still become of. */
export function currentInformatieobjecttypen({ informatieobjecttypen }: Zaaktype): Zaaktype['informatieobjecttypen'] {
  return informatieobjecttypen.filter(({ beeindigd }) => !beeindigd)
}

/** With which a zaak can be closed by its last status: what is sent on to another bestuursorgaan is so by an act of its own. */
export function chosenResultaattypen({ resultaattypen }: Zaaktype): Resultaattype[] {
  return resultaattypen.filter(({ doorzending }) => !doorzending)
}

/** The statuses of its zaken by their codes, as events carry them: at its end a zaak has that of its resultaat. */
export function statussenOf({ statustypen, resultaattypen }: Zaaktype): { code: string; naam: string }[] {
  return [
    ...statustypen.flatMap(({ code, isEindstatus, omschrijving }) =>
      isEindstatus ? [] : { code, naam: omschrijving.nl },
    ),
    ...resultaattypen.map(({ statuscode: code, omschrijving }) => ({ code, naam: omschrijving.nl })),
  ]
}

/** What the desk calls where a zaak stands: the name of its resultaat, or else of its status. */
export function statusnaamOf(zaaktype: Zaaktype, zaak: { statustype: string; resultaat: string | null }): string {
  return labelOfResultaat(zaaktype, zaak.resultaat) ?? labelOfStatustype(zaaktype, zaak.statustype)
}

/** The name of a statustype at the desk. */
export function labelOfStatustype(zaaktype: Zaaktype, statustype: string): string {
  return zaaktype.statustypen.find(({ code }) => code === statustype)?.omschrijving.nl ?? statustype
}

/** The name of a resultaat at the desk; null without a resultaat. */
export function labelOfResultaat(zaaktype: Zaaktype, resultaat: string | null): string | null {
  return zaaktype.resultaattypen.find(({ code }) => code === resultaat)?.omschrijving.nl ?? resultaat
}
