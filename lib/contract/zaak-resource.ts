import { z } from 'zod'
import { STATUS_SOORTEN } from './event-types.ts'
import { statuscode } from './zaak-event.ts'

const ELFPROEF_WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1]

export const tweetalig = z
  .object({ nl: z.string(), en: z.string() })
  .describe(
    'A text for citizens, B1, in Dutch and English. May hold `{fataleDatum}`, `{bezwaardatum}` and `{beroepsdatum}`; a sentence with one that the zaak does not have (no besluit, another rechtsmiddel, a term that stands still or has passed) is not shown.',
  )
export type Tweetalig = z.infer<typeof tweetalig>

/** The texts for the citizen about a status that the zaak has reached. */
const statusteksten = {
  omschrijving: tweetalig.describe('Label on the tijdlijn.'),
  antwoord: tweetalig.describe('One sentence that says where the zaak stands.'),
  statustekst: tweetalig.describe('What it means (ZGW statustekst).'),
  // The released name. Readers call it teDoen, because a handeling is an act of a behandelaar.
  handeling: tweetalig.nullable().describe('What the citizen must or can do; null when nothing is needed.'),
}

/** ZGW StatusType, with the texts for citizens. */
export const statustypeResource = z.object({
  code: statuscode,
  volgnummer: z.int32().positive().describe('Order within the zaaktype, from 1.'),
  isEindstatus: z.boolean(),
  informeren: z
    .boolean()
    .default(true)
    .describe('Whether the citizen is told of it, besides on the page of the zaak (ZGW informeren).'),
  verplicht: z
    .boolean()
    .optional()
    .describe('Whether the law requires it: no besluit on what was asked is taken before it is reached.'),
  minstens: z
    .string()
    .regex(/^P[1-9]\d{0,2}W$/)
    .nullable()
    .optional()
    .describe(
      'For how long a zaak stays at it at least before a besluit (ISO 8601), such as the six weeks of Awb 3:16.',
    ),
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
    beeindigd: z.boolean().default(false).describe('Whether documents keep this kind, and no other gets it any more.'),
  })
  .describe('A kind of document of the zaaktype (ZGW InformatieObjectType).')

/** The ZGW levels that the aanvrager may read, from open to closed. */
export const VERTROUWELIJKHEDEN = ['openbaar', 'beperkt_openbaar', 'intern', 'zaakvertrouwelijk'] as const

/** The other levels, of documents that the aanvrager cannot read. */
export const GESLOTEN_VERTROUWELIJKHEDEN = ['vertrouwelijk', 'confidentieel', 'geheim', 'zeer_geheim'] as const

const documentResource = z
  .object({
    id: z.uuid(),
    titel: z.string(),
    informatieobjecttype: z.string().describe("Code of one of the zaaktype's informatieobjecttypen."),
    datum: z.iso.date().describe('Dagtekening, or when it was received.'),
    formaat: z
      .string()
      .regex(/^[a-z]{1,40}\/[a-z0-9.+-]{1,80}$/)
      .describe('Media type, by its content.'),
    grootte: z.int().positive().describe('In bytes.'),
    sha256: z.string().describe('Of its bytes, in hex.'),
    vertrouwelijkheidaanduiding: z.enum(VERTROUWELIJKHEDEN),
    zichtbaarVanaf: z.iso
      .date()
      .describe('The first day on which the aanvrager reads it; before that day nobody is given its bytes.'),
    besluit: z.uuid().nullable().describe('Id of the besluit that it holds.'),
    documentversie: z.int32().positive().describe('From 1; the ones before are read no more.'),
    versie: z.int32().positive().describe("The zaak's versie with which it was added."),
  })
  .describe(
    'A document that the aanvrager may read (ZGW EnkelvoudigInformatieObject). Its bytes: `GET /v1/zaken/{uuid}/documenten/{document}`.',
  )

/** `GET /v1/zaken/{uuid}/internedocumenten` */
export const internDocumentResource = documentResource
  .omit({ zichtbaarVanaf: true, besluit: true, documentversie: true })
  .extend({
    richting: z.enum(RICHTINGEN),
    vertrouwelijkheidaanduiding: z.enum([...VERTROUWELIJKHEDEN, ...GESLOTEN_VERTROUWELIJKHEDEN]),
    aanvulling: z.uuid().nullable().describe('Id of the aanvulling for which the aanvrager sent it.'),
    versie: z.int32().positive().describe("The zaak's versie when it was added."),
    leesbaar: z
      .boolean()
      .describe('Whether its bytes are given: where there is a virus scanner, not before that found nothing in them.'),
  })
  .describe(
    'A document that the aanvrager does not read. Its bytes: `GET /v1/zaken/{uuid}/internedocumenten/{document}`.',
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
        'informatie_buitenland: Awb 4:15 lid 1 b. instemming: lid 2 a, which ends by itself after `opschorting.tot`. vertraging_aanvrager: lid 2 b. overmacht: lid 2 c. zienswijze_derden: Woo 4.4 lid 3, which ends by itself too. null from a zaaksysteem that does not say.',
      ),
    omschrijving: tweetalig,
  })
  .describe('A reason for which the term of a zaak may stand still (Awb 4:15), as the citizen reads it.')

export const zaaktypeResource = z.object({
  identificatie: z.string(),
  versie: z
    .int32()
    .positive()
    .default(1)
    .describe(
      'Of its texts and terms; a zaak keeps the one that it began with, unless its term is computed anew by a newer one.',
    ),
  omschrijving: tweetalig,
  intrekken: tweetalig
    .nullable()
    .default(null)
    .describe("What it means to withdraw an aanvraag, also for the leges; null: nothing of this zaaktype's own."),
  inleveren: tweetalig
    .nullable()
    .default(null)
    .describe(
      'Where the aanvrager brings or sends what is asked and has no form: addresses and hours; without variables. null from a zaaksysteem that does not say.',
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
    .describe('The article by which a late besluit costs no dwangsom (Awb 4:17), such as Woo 8.2; null when it does.'),
  statustypen: z.array(statustypeResource).min(1),
  resultaattypen: z.array(resultaattypeResource).min(1),
})

export const statusSoort = z.enum(STATUS_SOORTEN).describe("What a row of a zaak's history is about.")

/** A row of a zaak's history: a status (ZGW Status) or another act. */
const statusResource = z.object({
  gebeurtenisId: z.uuid().describe('Id of the event that announced it.'),
  versie: z.int32().positive().describe("The zaak's versie after this row, contiguous from 1."),
  soort: statusSoort,
  statuscode,
  datumStatusGezet: z.iso.datetime(),
  gebeurdOp: z.iso
    .date()
    .nullable()
    .optional()
    .describe(
      'The day that counts for the term, which may lie before that of datumStatusGezet: on which the letter was sent, or the withdrawal came. null when that is the day of datumStatusGezet, absent from a zaaksysteem that does not say.',
    ),
  statustoelichting: z
    .string()
    .nullable()
    .describe('What the citizen is told; at an extension and a correction the reason.'),
  reden: z
    .string()
    .nullable()
    .default(null)
    .describe("Opschorting: code of one of the zaaktype's opschortingsredenen."),
  einddatumGepland: z.iso
    .date()
    .nullable()
    .default(null)
    .describe('As it was after this row; null from a zaaksysteem that does not say.'),
  uiterlijkeEinddatumAfdoening: z.iso.date().nullable().default(null).describe('As it was after this row.'),
})

const opschortingResource = z
  .object({
    soort: z.enum(['opschorting', 'aanvulling']),
    op: z.iso.date(),
    tot: z.iso
      .date()
      .describe(
        'Aanvulling: the last day to send it. Opschorting: the last day that the aanvrager agreed to, when its reden has the grond instemming, or for zienswijzen of others when it is zienswijze_derden; another one has no end of its own, and this is until when it is expected. After a last day the term runs again by itself.',
      ),
  })
  .describe('Why the term of a zaak stands still, since the day after `op` (Awb 4:15).')

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
    bedrag: z.int().min(0).describe('In euros.'),
    grond: z.enum(DWANGSOMGRONDEN).nullable().describe('Why nothing is owed (Awb 4:17 lid 3 and 6); null when it is.'),
    uiterlijkeReactiedatum: z.iso.date().describe('The last day to object to it.'),
  })
  .describe('What is owed because the besluit was late, as a besluit set it (Awb 4:18).')

const ingebrekestellingResource = z
  .object({
    op: z.iso.date().describe('The day on which it came.'),
    beslisUiterlijk: z.iso.date().describe('The last day on which a besluit still costs nothing.'),
    perDag: z
      .array(z.int().min(0))
      .length(3)
      .optional()
      .describe(
        'What each day after that costs in euros, of the first two weeks, of the next two and of the last two (Awb 4:17 lid 2); zeros when the zaaktype has no dwangsom; absent from a zaaksysteem that does not say.',
      ),
    dwangsom: dwangsomResource.nullable().default(null),
    vaststellenUiterlijk: z.iso
      .date()
      .nullable()
      .optional()
      .describe(
        'The last day to set by besluit what is owed (Awb 4:18); while nothing was made known, after the most days for which it can be. null when nothing is owed, absent from a zaaksysteem that does not say.',
      ),
    betalenUiterlijk: z.iso
      .date()
      .nullable()
      .optional()
      .describe(
        'The last day to pay it (Awb 4:87): six weeks after what is owed was set, or must be. null and absent as above.',
      ),
  })
  .describe('The aanvrager wrote that the besluit is late (Awb 4:17).')

const ontwerpResource = z
  .object({
    terinzagedatum: z.iso.date().describe('The day on which it was laid ter inzage (Awb 3:11).'),
    zienswijzenUiterlijk: z.iso.date().describe('The last day for zienswijzen (Awb 3:16).'),
    zienswijzen: z
      .boolean()
      .nullable()
      .describe('Whether any came, without which the term is shorter (Awb 3:18 lid 4); null while nobody said.'),
  })
  .describe('The draft of the besluit, on which anybody can give a zienswijze.')

const doorzendingResource = z
  .object({
    naar: z.string().describe('The bestuursorgaan.'),
    op: z.iso.date().describe('The day on which it was sent on.'),
    geheel: z.boolean().describe('Whether all of it was; else only a part, and the zaak goes on with the rest.'),
  })
  .describe('That the aanvraag was sent on to who must handle it (Awb 2:3), the last time.')

const aanvullingResource = z
  .object({
    id: z
      .uuid()
      .nullable()
      .default(null)
      .describe('By which an inzending names it; null from a zaaksysteem that does not say.'),
    naam: z.string(),
    toelichting: z.string().nullable(),
    formulier: z
      .url({ protocol: /^https?$/ })
      .nullable()
      .describe('Page of the municipality with a form for it.'),
    ontvangenOp: z.iso.date().nullable().default(null).describe('The day on which it came; null while it did not.'),
    uiterlijk: z.iso
      .date()
      .optional()
      .describe(
        'The last day to send it, when that has passed and the term runs again; before that it is `opschorting.tot`.',
      ),
  })
  .describe('One thing that the citizen is asked to send.')

/** The legal remedies against a besluit. */
export const RECHTSMIDDELEN = ['bezwaar', 'beroep', 'geen'] as const

const rechtsmiddel = z
  .enum(RECHTSMIDDELEN)
  .describe(
    'What one can do against a besluit: bezwaar at the municipality (Awb 7:1), beroep at the rechtbank, after the uniforme openbare voorbereidingsprocedure (Awb 7:1 lid 1 under d), or nothing.',
  )

export const besluitResource = z
  .object({
    id: z.uuid().nullable().default(null).describe('null from a zaaksysteem that does not say.'),
    besluittype: z.string().nullable().default(null).describe("Code of one of the zaaktype's resultaattypen."),
    datum: z.iso.date().describe('Dagtekening.'),
    bekendmakingsdatum: z.iso.date().describe('ZGW verzenddatum.'),
    terinzagedatum: z.iso.date().nullable().default(null).describe('Beroep: when it was laid ter inzage.'),
    ingangsdatum: z.iso.date().nullable().default(null).describe('The first day on which it holds.'),
    vervaldatum: z.iso.date().nullable().default(null).describe('The first day on which it holds no more.'),
    vervalreden: z
      .enum(['tijdelijk', 'ingetrokken_overheid', 'ingetrokken_belanghebbende', 'vervangen'])
      .nullable()
      .default(null)
      .describe('Why it holds no more from then on; null when it holds for good.'),
    vervangenDoor: z.uuid().nullable().default(null).describe('Id of the besluit that took its place.'),
    intrekking: z
      .object({
        datum: z.iso.date().describe('Dagtekening.'),
        bekendmakingsdatum: z.iso.date(),
        uiterlijkeReactiedatum: z.iso.date().nullable().describe('The last day to object to the intrekking.'),
      })
      .nullable()
      .default(null)
      .describe('The intrekking, which is a besluit too.'),
    vanRechtswege: z
      .boolean()
      .default(false)
      .describe('Whether it was given by law, because nobody decided in time (Awb 4:20b).'),
    rechtsmiddel: rechtsmiddel.default('bezwaar'),
    uiterlijkeReactiedatum: z.iso
      .date()
      .nullable()
      .describe(
        'The last day to object or to appeal (Awb 6:7 and 6:8, Algemene termijnenwet 1); null when one can do neither.',
      ),
  })
  .describe('A decision (ZGW Besluit).')

const vanRechtswegeResource = z
  .object({
    besluittype: z.string().describe("Code of one of the zaaktype's resultaattypen."),
    datum: z.iso.date().describe('The day on which it was given: the one after the last day of the term.'),
    ingangsdatum: z.iso.date().describe('The first day on which it holds (Awb 4:20b lid 3).'),
    bekendmakenUiterlijk: z.iso.date().describe('The last day to make it known (Awb 4:20c).'),
  })
  .describe('What was asked was given by law, because nobody decided in time, and that was not made known yet.')

export const bsn = z
  .string()
  .regex(/^\d{9}$/)
  .refine((digits) => digits !== '000000000' && passesElfproef(digits), { params: { code: 'bsn_invalid' } })
  .describe(
    'A burgerservicenummer: nine digits that pass the elfproef, so that no typing error points at another person. Eight digits are none: a lost leading zero cannot be told from another lost digit. What it finds wrong never quotes the number.',
  )

export const kvkNummer = z
  .string()
  .regex(/^\d{8}$/)
  .describe('Number of a company in the Handelsregister.')

export const vestigingsnummer = z
  .string()
  .regex(/^\d{12}$/)
  .describe('Number of a vestiging (place of business) of a company in the Handelsregister.')

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
  versie: z.int32().positive().describe('+1 with every change.'),
  startdatum: z.iso.date(),
  einddatumGepland: z.iso.date(),
  uiterlijkeEinddatumAfdoening: z.iso
    .date()
    .describe(
      'The last day of the legal term, as its article counts it. One of a law, of at most twelve weeks, three months or 90 days, is never a Saturday, Sunday or holiday (Algemene termijnenwet 1 and 4).',
    ),
  einddatum: z.iso.date().nullable(),
  opschorting: opschortingResource.nullable().default(null),
  aanvullingen: z
    .array(aanvullingResource)
    .default([])
    .describe(
      'What is asked while `opschorting.soort` is aanvulling; after its last day passed, what of it did not come yet, until the zaak is closed or something else is asked.',
    ),
  besluit: z
    .object({ datum: z.iso.date(), bekendmakingsdatum: z.iso.date(), uiterlijkeReactiedatum: z.iso.date() })
    .nullable()
    .default(null)
    .describe('Of `besluiten` the newest that holds and that one can act against; they say more.'),
  besluiten: z
    .array(besluitResource)
    .default([])
    .describe(
      'What was decided and made known, oldest first, also what holds no more. Heropenen leaves them in force.',
    ),
  documenten: z
    .array(documentResource)
    .default([])
    .describe(
      'What the aanvrager may read from their `zichtbaarVanaf` on, oldest first; not what was withdrawn or replaced.',
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
      'Whether others who see a message about it learn too much of the aanvrager: it is vertrouwelijk, or of a zaaktype about health, for instance. Mail, push and the like then say no more than that there is news. It may change without an event; one that does not say all of a change (`volledigeversie`) has it read again. True from a zaaksysteem that does not say.',
    ),
  status: statuscode,
  initiator: z
    .union([z.object({ bsn }), z.object({ kvkNummer, vestigingsnummer: vestigingsnummer.optional() })])
    .describe('A citizen, a company or a vestiging of one; only with the scope `zaken.bsn.lezen` as well.'),
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
