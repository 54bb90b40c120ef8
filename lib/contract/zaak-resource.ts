import { z } from 'zod'
import { STATUS_SOORTEN } from './event-types.ts'
import { statuscode } from './zaak-event.ts'

const ELFPROEF_WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1]

export const tweetalig = z
  .object({ nl: z.string(), en: z.string() })
  .describe(
    'A text for citizens at level B1, in Dutch and English. It may contain `{fataleDatum}`, `{bezwaardatum}` and `{beroepsdatum}`. Do not show a sentence whose date the zaak lacks: no besluit, another rechtsmiddel, or a term that is suspended or has passed.',
  )
export type Tweetalig = z.infer<typeof tweetalig>

/** The texts for the citizen about a status that the zaak has reached. */
const statusteksten = {
  omschrijving: tweetalig.describe('The label on the tijdlijn.'),
  antwoord: tweetalig.describe('One sentence that says where the zaak stands.'),
  statustekst: tweetalig.describe('The meaning of the status (ZGW statustekst).'),
  // The released name. Readers call it teDoen, because a handeling is an act of a behandelaar.
  handeling: tweetalig.nullable().describe('What the citizen must or can do; null when nothing is needed.'),
}

/** ZGW StatusType, with the texts for citizens. */
export const statustypeResource = z.object({
  code: statuscode,
  volgnummer: z.int32().positive().describe('The position within the zaaktype, from 1.'),
  isEindstatus: z.boolean(),
  informeren: z
    .boolean()
    .default(true)
    .describe('True when the citizen is notified of this status, besides on the page of the zaak (ZGW informeren).'),
  verplicht: z
    .boolean()
    .optional()
    .describe('True when the law requires this status before a besluit on the aanvraag.'),
  minstens: z
    .string()
    .regex(/^P[1-9]\d{0,2}W$/)
    .nullable()
    .optional()
    .describe('The minimum duration of this status before a besluit (ISO 8601), such as the six weeks of Awb 3:16.'),
  ...statusteksten,
})

/** ZGW ResultaatType. `statuscode` is the status in events when the zaak closes with this resultaat. */
export const resultaattypeResource = z.object({ code: z.string(), statuscode, ...statusteksten })

/**
 * The author of a document: the aanvrager or another (inkomend), the municipality for others (uitgaand) or
 * for itself (intern).
 */
export const RICHTINGEN = ['inkomend', 'uitgaand', 'intern'] as const

export const informatieobjecttypeResource = z
  .object({
    code: z.string(),
    omschrijving: tweetalig,
    richting: z.enum(RICHTINGEN),
    beeindigd: z
      .boolean()
      .default(false)
      .describe('True when new documents can no longer have this type. Existing documents keep it.'),
  })
  .describe('A type of document of the zaaktype (ZGW InformatieObjectType).')

/** The ZGW levels that the aanvrager may read, from open to closed. */
export const VERTROUWELIJKHEDEN = ['openbaar', 'beperkt_openbaar', 'intern', 'zaakvertrouwelijk'] as const

/** The other levels, of documents that the aanvrager cannot read. */
export const GESLOTEN_VERTROUWELIJKHEDEN = ['vertrouwelijk', 'confidentieel', 'geheim', 'zeer_geheim'] as const

const documentResource = z
  .object({
    id: z.uuid(),
    titel: z.string(),
    informatieobjecttype: z.string().describe('The code of an informatieobjecttype of the zaaktype.'),
    datum: z.iso.date().describe('The dagtekening, or the day of receipt.'),
    formaat: z
      .string()
      .regex(/^[a-z]{1,40}\/[a-z0-9.+-]{1,80}$/)
      .describe('The media type, detected from the content.'),
    grootte: z.int().positive().describe('The size in bytes.'),
    sha256: z.string().describe('The SHA-256 hash of the bytes, in hex.'),
    vertrouwelijkheidaanduiding: z.enum(VERTROUWELIJKHEDEN),
    zichtbaarVanaf: z.iso
      .date()
      .describe('The first day on which the aanvrager may read it. Nobody can download it before that day.'),
    besluit: z.uuid().nullable().describe('The id of the besluit that the document contains.'),
    documentversie: z
      .int32()
      .positive()
      .describe('The version of the document, from 1. Earlier versions can no longer be read.'),
    versie: z.int32().positive().describe('The versie of the zaak that added the document.'),
  })
  .describe(
    'A document that the aanvrager may read (ZGW EnkelvoudigInformatieObject). Download it with `GET /v1/zaken/{uuid}/documenten/{document}`.',
  )

/** `GET /v1/zaken/{uuid}/internedocumenten` */
export const internDocumentResource = documentResource
  .omit({ zichtbaarVanaf: true, besluit: true, documentversie: true })
  .extend({
    richting: z.enum(RICHTINGEN),
    vertrouwelijkheidaanduiding: z.enum([...VERTROUWELIJKHEDEN, ...GESLOTEN_VERTROUWELIJKHEDEN]),
    aanvulling: z.uuid().nullable().describe('The id of the aanvulling for which the aanvrager sent it, if any.'),
    versie: z.int32().positive().describe('The versie of the zaak when the document was added.'),
    leesbaar: z
      .boolean()
      .describe(
        'True when the document can be downloaded. If there is a virus scanner, it must have found nothing first.',
      ),
  })
  .describe(
    'An internal document, which is hidden from the aanvrager. Download it with `GET /v1/zaken/{uuid}/internedocumenten/{document}`.',
  )

/**
 * The grounds of Awb 4:15, or of Woo 4.4 lid 3, on which a term is suspended, other than an aanvulling (lid 1
 * under a).
 */
export const OPSCHORTINGSGRONDEN = [
  'informatie_buitenland',
  'instemming',
  'vertraging_aanvrager',
  'overmacht',
  'zienswijze_derden',
] as const

export const opschortingsredenResource = z
  .object({
    code: z.string(),
    grond: z
      .enum(OPSCHORTINGSGRONDEN)
      .nullable()
      .default(null)
      .describe(
        '`informatie_buitenland`: Awb 4:15 lid 1 b. `instemming`: lid 2 a; it ends automatically after `opschorting.tot`. `vertraging_aanvrager`: lid 2 b. `overmacht`: lid 2 c. `zienswijze_derden`: Woo 4.4 lid 3; it ends automatically too. null from an older zaaksysteem.',
      ),
    omschrijving: tweetalig,
  })
  .describe('A reason to suspend the term of a zaak (Awb 4:15), as the citizen reads it.')

export const zaaktypeResource = z.object({
  identificatie: z.string(),
  versie: z
    .int32()
    .positive()
    .default(1)
    .describe(
      'The version of the texts and terms. A zaak keeps the version that it began with, unless its term is recomputed with a newer one.',
    ),
  omschrijving: tweetalig,
  intrekken: tweetalig
    .nullable()
    .default(null)
    .describe('What withdrawing an aanvraag means, also for the leges; null when the zaaktype has no such text.'),
  inleveren: tweetalig
    .nullable()
    .default(null)
    .describe(
      'Where the aanvrager hands in an aanvulling without a form: addresses and opening hours, without variables. null from an older zaaksysteem.',
    ),
  opschortingsredenen: z.array(opschortingsredenResource).default([]),
  informatieobjecttypen: z.array(informatieobjecttypeResource).default([]),
  /** page of the municipality that says how to object to a besluit; null when it has none */
  bezwaar: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null),
  geenDwangsom: z
    .string()
    .nullable()
    .default(null)
    .describe(
      'The article that excludes a dwangsom for a late besluit (Awb 4:17), such as Woo 8.2; null if a dwangsom applies.',
    ),
  statustypen: z.array(statustypeResource).min(1),
  resultaattypen: z.array(resultaattypeResource).min(1),
})

export const statusSoort = z.enum(STATUS_SOORTEN).describe('The kind of change in a row of the history.')

/** A row of a zaak's history: a status (ZGW Status) or another act. */
const statusResource = z.object({
  gebeurtenisId: z.uuid().describe('The id of the event that announced it.'),
  versie: z.int32().positive().describe('The versie of the zaak after this row, contiguous from 1.'),
  soort: statusSoort,
  statuscode,
  datumStatusGezet: z.iso.datetime(),
  gebeurdOp: z.iso
    .date()
    .nullable()
    .optional()
    .describe(
      'The day that counts for the term, such as the day on which a letter was sent or a withdrawal was received. It may be before datumStatusGezet; null if it is the same day. Absent from an older zaaksysteem.',
    ),
  statustoelichting: z
    .string()
    .nullable()
    .describe('The explanation for the citizen. For an extension or a correction it is the reason.'),
  reden: z
    .string()
    .nullable()
    .default(null)
    .describe('For an opschorting: the code of an opschortingsreden of the zaaktype.'),
  einddatumGepland: z.iso
    .date()
    .nullable()
    .default(null)
    .describe('The value after this row; null from an older zaaksysteem.'),
  uiterlijkeEinddatumAfdoening: z.iso.date().nullable().default(null).describe('The value after this row.'),
})

const opschortingResource = z
  .object({
    soort: z.enum(['opschorting', 'aanvulling']),
    op: z.iso.date(),
    tot: z.iso
      .date()
      .describe(
        'For an aanvulling: the last day to send it. For an opschorting with the grond instemming: the last day that the aanvrager agreed to. With zienswijze_derden: the last day for zienswijzen of others. After such a last day the term resumes automatically. With another grond: the expected end.',
      ),
  })
  .describe('The suspension of the term, from the day after `op` (Awb 4:15).')

/**
 * Reasons why no dwangsom is owed: the ingebrekestelling came before the term was over (Awb 4:17 lid 3), or a
 * ground of lid 6.
 */
export const DWANGSOMGRONDEN = [
  'te_vroeg',
  'onredelijk_laat',
  'geen_belanghebbende',
  'kennelijk_niet_ontvankelijk',
  'kennelijk_ongegrond',
] as const

const dwangsomResource = z
  .object({
    bekendmakingsdatum: z.iso.date(),
    bedrag: z.int().min(0).describe('The amount in euros.'),
    grond: z
      .enum(DWANGSOMGRONDEN)
      .nullable()
      .describe('The reason why nothing is owed (Awb 4:17 lid 3 and 6); null when an amount is owed.'),
    uiterlijkeReactiedatum: z.iso.date().describe('The last day to object to this besluit.'),
  })
  .describe('The dwangsom for a late besluit, as set by besluit (Awb 4:18).')

const ingebrekestellingResource = z
  .object({
    op: z.iso.date().describe('The day on which it was received.'),
    beslisUiterlijk: z.iso.date().describe('The last day on which a besluit costs no dwangsom.'),
    perDag: z
      .array(z.int().min(0))
      .length(3)
      .optional()
      .describe(
        'The dwangsom per day after beslisUiterlijk, in euros: in the first two weeks, the next two and the last two (Awb 4:17 lid 2). Zeros when the zaaktype has no dwangsom; absent from an older zaaksysteem.',
      ),
    dwangsom: dwangsomResource.nullable().default(null),
    vaststellenUiterlijk: z.iso
      .date()
      .nullable()
      .optional()
      .describe(
        'The last day to set the dwangsom by besluit (Awb 4:18). While no besluit has been made known, it assumes the maximum number of days. null when nothing is owed; absent from an older zaaksysteem.',
      ),
    betalenUiterlijk: z.iso
      .date()
      .nullable()
      .optional()
      .describe(
        'The last day to pay the dwangsom (Awb 4:87): six weeks after it was set, or must be set. null when nothing is owed; absent from an older zaaksysteem.',
      ),
  })
  .describe('The notice of the aanvrager that the besluit is late (Awb 4:17).')

const ontwerpResource = z
  .object({
    terinzagedatum: z.iso.date().describe('The day on which the draft was laid ter inzage (Awb 3:11).'),
    zienswijzenUiterlijk: z.iso.date().describe('The last day for zienswijzen (Awb 3:16).'),
    zienswijzen: z
      .boolean()
      .nullable()
      .describe(
        'True when zienswijzen were given. If false, the term is shorter (Awb 3:18 lid 4). null until recorded.',
      ),
  })
  .describe('The draft of the besluit, on which zienswijzen can be given.')

const doorzendingResource = z
  .object({
    naar: z.string().describe('The name of the other bestuursorgaan.'),
    op: z.iso.date().describe('The day on which the aanvraag was sent on.'),
    geheel: z
      .boolean()
      .describe('True when the whole aanvraag was sent on. If false, the zaak continues with the rest.'),
  })
  .describe('The last time that the aanvraag was sent on to the bestuursorgaan that must handle it (Awb 2:3).')

const aanvullingResource = z
  .object({
    id: z
      .uuid()
      .nullable()
      .default(null)
      .describe('The id that an inzending refers to; null from an older zaaksysteem.'),
    naam: z.string(),
    toelichting: z.string().nullable(),
    formulier: z
      .url({ protocol: /^https?$/ })
      .nullable()
      .describe('The page of the municipality with a form for it.'),
    ontvangenOp: z.iso.date().nullable().default(null).describe('The day on which it was received; null until then.'),
    uiterlijk: z.iso
      .date()
      .optional()
      .describe(
        'The last day to send it, once that day has passed and the term runs again. Before that, see `opschorting.tot`.',
      ),
  })
  .describe('An item that the citizen is asked to send.')

/** The legal remedies against a besluit. */
export const RECHTSMIDDELEN = ['bezwaar', 'beroep', 'geen'] as const

const rechtsmiddel = z
  .enum(RECHTSMIDDELEN)
  .describe(
    'The legal remedy against a besluit: bezwaar at the municipality (Awb 7:1), beroep at the rechtbank after the uniforme openbare voorbereidingsprocedure (Awb 7:1 lid 1 under d), or none.',
  )

export const besluitResource = z
  .object({
    id: z.uuid().nullable().default(null).describe('The id of the besluit; null from an older zaaksysteem.'),
    besluittype: z.string().nullable().default(null).describe('The code of a resultaattype of the zaaktype.'),
    datum: z.iso.date().describe('The dagtekening.'),
    bekendmakingsdatum: z.iso.date().describe('The day on which it is made known (ZGW verzenddatum).'),
    terinzagedatum: z.iso
      .date()
      .nullable()
      .default(null)
      .describe('For beroep: the day on which it was laid ter inzage.'),
    ingangsdatum: z.iso.date().nullable().default(null).describe('The first day on which it is in force.'),
    vervaldatum: z.iso.date().nullable().default(null).describe('The first day on which it is no longer in force.'),
    vervalreden: z
      .enum(['tijdelijk', 'ingetrokken_overheid', 'ingetrokken_belanghebbende', 'vervangen'])
      .nullable()
      .default(null)
      .describe('The reason why it ends at vervaldatum; null when it has no end.'),
    vervangenDoor: z.uuid().nullable().default(null).describe('The id of the besluit that replaced it.'),
    intrekking: z
      .object({
        datum: z.iso.date().describe('The dagtekening.'),
        bekendmakingsdatum: z.iso.date(),
        uiterlijkeReactiedatum: z.iso.date().nullable().describe('The last day to object to the intrekking.'),
      })
      .nullable()
      .default(null)
      .describe('The intrekking, which is a besluit too.'),
    vanRechtswege: z
      .boolean()
      .default(false)
      .describe('True when the law granted it because no besluit was made known in time (Awb 4:20b).'),
    rechtsmiddel: rechtsmiddel.default('bezwaar'),
    uiterlijkeReactiedatum: z.iso
      .date()
      .nullable()
      .describe(
        'The last day to object or to appeal (Awb 6:7 and 6:8, Algemene termijnenwet 1); null when there is no legal remedy.',
      ),
  })
  .describe('A decision (ZGW Besluit).')

const vanRechtswegeResource = z
  .object({
    besluittype: z.string().describe('The code of a resultaattype of the zaaktype.'),
    datum: z.iso.date().describe('The day on which it was granted: the day after the last day of the term.'),
    ingangsdatum: z.iso.date().describe('The first day on which it is in force (Awb 4:20b lid 3).'),
    bekendmakenUiterlijk: z.iso.date().describe('The last day to make it known (Awb 4:20c).'),
  })
  .describe('The besluit that the law granted because none was made known in time, while it has not been made known.')

export const bsn = z
  .string()
  .regex(/^\d{9}$/)
  .refine((digits) => digits !== '000000000' && passesElfproef(digits), { params: { code: 'bsn_invalid' } })
  .describe(
    'A burgerservicenummer: nine digits that pass the elfproef. Eight digits are refused, because a lost leading zero cannot be told from another lost digit. Error messages never contain the number.',
  )

export const kvkNummer = z
  .string()
  .regex(/^\d{8}$/)
  .describe('The number of a company in the Handelsregister.')

export const vestigingsnummer = z
  .string()
  .regex(/^\d{12}$/)
  .describe('The number of a vestiging (place of business) of a company in the Handelsregister.')

function passesElfproef(digits: string): boolean {
  return ELFPROEF_WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11 === 0
}

/**
 * `GET /v1/zaken/{uuid}`: the data that events leave out, including personal data. For API clients with the
 * scope `zaken.lezen`; never log it. Dates `yyyy-mm-dd`.
 *
 * `DELETE /v1/zaken/{uuid}?grond=<vergissing|bewaartermijn>` with `If-Match: "<versie>"`, for the scope
 * `zaken.verwijderen`: deletes it permanently (204). 412 `conflict` when it has changed since. 409
 * `still_open` for grond bewaartermijn and an open zaak, `still_kept` when its bewaartermijn is not over or
 * never ends, and `held` while an employee blocks its destruction. `grond` is vergissing when absent.
 */
export const zaakResource = z.object({
  uuid: z.uuid(),
  identificatie: z.string(),
  omschrijving: z.string(),
  versie: z.int32().positive().describe('The version of the zaak, which every change increments by 1.'),
  startdatum: z.iso.date(),
  einddatumGepland: z.iso.date(),
  uiterlijkeEinddatumAfdoening: z.iso
    .date()
    .describe(
      'The last day of the legal term, counted as its article says. If a law sets a term of at most twelve weeks, three months or 90 days, it never ends on a Saturday, Sunday or public holiday (Algemene termijnenwet 1 and 4).',
    ),
  einddatum: z.iso.date().nullable(),
  opschorting: opschortingResource.nullable().default(null),
  aanvullingen: z
    .array(aanvullingResource)
    .default([])
    .describe(
      'The items that are asked while `opschorting.soort` is aanvulling. After the last day: the items that are still missing, until the zaak is closed or something else is asked.',
    ),
  besluit: z
    .object({ datum: z.iso.date(), bekendmakingsdatum: z.iso.date(), uiterlijkeReactiedatum: z.iso.date() })
    .nullable()
    .default(null)
    .describe('The newest of `besluiten` that is in force and has a legal remedy. `besluiten` holds more details.'),
  besluiten: z
    .array(besluitResource)
    .default([])
    .describe(
      'The besluiten that were made known, oldest first, including those no longer in force. Reopening the zaak leaves them in force.',
    ),
  documenten: z
    .array(documentResource)
    .default([])
    .describe(
      'The documents that the aanvrager may read from their `zichtbaarVanaf` on, oldest first, without withdrawn and replaced ones.',
    ),
  ontwerp: ontwerpResource.nullable().default(null),
  vanRechtswege: vanRechtswegeResource.nullable().default(null),
  ingebrekestelling: ingebrekestellingResource.nullable().default(null),
  doorzending: doorzendingResource.nullable().default(null),
  behandelendTeam: z.string(),
  gevoelig: z
    .boolean()
    .default(true)
    .describe(
      'True when a message about the zaak could reveal too much to others who see it, for instance because it is vertrouwelijk or its zaaktype is about health. Mail and push messages must then say only that there is news. It can change without an event, so read the zaak again after each event without `volledigeversie`. True from an older zaaksysteem.',
    ),
  status: statuscode,
  initiator: z
    .union([z.object({ bsn }), z.object({ kvkNummer, vestigingsnummer: vestigingsnummer.optional() })])
    .describe(
      'A citizen, a company or a vestiging of a company. Present only if the token also has the scope `zaken.bsn.lezen`.',
    ),
  zaaktype: zaaktypeResource,
  statussen: z.array(statusResource).min(1),
})

/** The zaak for an API client without the scope `zaken.bsn.lezen`, alone and in a page. */
export const zaakResourceZonderBsn = zaakResource.omit({ initiator: true })

/**
 * `GET /v1/zaken?na=<uuid>&limiet=<1..100>`: all zaken, ordered by uuid. `volgende` is the next `na`, or
 * null. `laatste`, on the page without `na`, is the uuid of the last zaak at that moment, or null when there
 * is none. A client that reads the pages up to that one has every zaak from before it began, even while
 * others are registered. `GET /v1/zaken?uuids=<uuid>,<uuid>`: the given zaken (at most 100) that exist;
 * `volgende` is null.
 */
export const zakenPage = z.object({
  zaken: z.array(zaakResource),
  volgende: z.uuid().nullable(),
  laatste: z.uuid().nullish(),
})

export type ZaaktypeResource = z.infer<typeof zaaktypeResource>
export type StatusResource = z.infer<typeof statusResource>
export type ZaakResource = z.infer<typeof zaakResource>
export type DocumentResource = ZaakResource['documenten'][number]
export type InternDocumentResource = z.infer<typeof internDocumentResource>
export type BesluitResource = ZaakResource['besluiten'][number]

/**
 * True when nothing ended the besluit. A last day that was known from the start (`tijdelijk`) is no such
 * ending.
 */
export function isVanKracht({ vervalreden }: { vervalreden: string | null }): boolean {
  return vervalreden === null || vervalreden === 'tijdelijk'
}

type Decided = Pick<BesluitResource, 'datum' | 'vanRechtswege' | 'vervalreden'> & { bekendmakingsdatum: string | null }

/**
 * Returns the day, `yyyy-mm-dd`, from which a zaak is no longer late; null without a besluit that ends that.
 * A besluit does so on the day on which it is made known, which may be in the future (Awb 3:40). A besluit
 * given by law does so on the day on which it was given.
 */
export function nietLaatVanaf(besluiten: readonly Decided[]): string | null {
  const days = besluiten.flatMap(({ datum, bekendmakingsdatum, vanRechtswege, vervalreden }) => {
    if (bekendmakingsdatum === null || !isVanKracht({ vervalreden })) return []
    return [vanRechtswege ? datum : bekendmakingsdatum]
  })
  return days.sort()[0] ?? null
}

export type Initiator = ZaakResource['initiator']
