import { z } from 'zod'
import { DESCRIBED_LINE, oneLine, text } from './text.ts'
import { DWANGSOMGRONDEN, GESLOTEN_VERTROUWELIJKHEDEN, VERTROUWELIJKHEDEN } from './zaak-resource.ts'

/** A name or title; as in `line`, the document does not show its rule. */
const line = (maxLength: number) => oneLine(text(maxLength))

/** A text with more than whitespace, trimmed. */
const some = (text: z.ZodString) => text.regex(/\S/, 'The text must not be blank.').trim()

const code = text(100).min(1)
/** Years of four digits, which PostgreSQL and JavaScript both read. */
const date = z.iso.date().regex(/^[1-9]/, 'The year must be 1000 or later.')

/**
 * The members of the body of every act on a zaak: `POST /v1/zaken/{uuid}/{acts}`. Needs the header
 * `Idempotency-Key`: a retry with the same key gets the first response and changes nothing; another request
 * with that key is refused (422 `key_reused`). Dates are `yyyy-mm-dd`, calendar days in the Netherlands.
 */
const handeling = z.strictObject({
  versie: z
    .int32()
    .positive()
    .describe(
      'The versie of the zaak that the decision is based on. The response is 409 `conflict` if the zaak has changed since.',
    ),
  statustoelichting: text(1000).optional().describe('The explanation for the citizen.'),
})

const besluitdatums = {
  besluitdatum: date.optional().describe('The dagtekening, if the resultaat is a besluit. Default: today.'),
  bekendmakingsdatum: date
    .optional()
    .describe(
      'The day on which the besluit is made known (ZGW verzenddatum), after which the objection period begins (Awb 6:8). Default: the besluitdatum.',
    ),
  terinzagedatum: date
    .optional()
    .describe(
      'The day on which the besluit is laid ter inzage, if its legal remedy is beroep. The term for beroep begins the day after (Awb 6:8 lid 4). Default: the bekendmakingsdatum.',
    ),
  ingangsdatum: date
    .optional()
    .describe('The first day on which the besluit is in force. Default: the bekendmakingsdatum.'),
  vervaldatum: date
    .optional()
    .describe('The first day on which the besluit is no longer in force. Absent for a besluit without an end.'),
  aanvullingBekeken: z
    .boolean()
    .optional()
    .describe(
      'True when somebody has assessed the late or unconfirmed items. Required for a resultaat that leaves the aanvraag out of consideration (Awb 4:5) if an item was received after its last day, or was reported as sent and not confirmed.',
    ),
}

/** `…/statussen`: sets the next status. */
export const statusRequest = handeling.extend({
  statustype: code.describe('The code of a later statustype of the zaaktype.'),
  resultaat: code
    .optional()
    .describe('The code of a resultaattype. Required for the eindstatus, which closes the zaak.'),
  ontwerpdatum: date
    .optional()
    .describe(
      'The day on which the draft was laid ter inzage, for a statustype with `minstens` (Awb 3:16 lid 2). Default: today.',
    ),
  einddatum: date
    .optional()
    .describe(
      'The day on which the zaak ended, if its resultaat is not a besluit, such as the day on which a withdrawal was received. Default: today.',
    ),
  ...besluitdatums,
  eerdereBesluiten: z
    .enum(['vervangen', 'handhaven', 'overnemen'])
    .optional()
    .describe(
      'What happens to the besluiten in force. Required when the zaak has them, as after heropenen, and closes with a resultaat that is a besluit. `vervangen`: the new besluit replaces them. `handhaven`: they stay in force beside it. `overnemen`: the zaak closes with one of them, without a new besluit.',
    ),
})

/**
 * `…/zienswijzen`: records whether zienswijzen were given on the draft, after their term (Awb 3:18 lid 4).
 */
export const zienswijzenRequest = handeling.extend({
  gekomen: z
    .boolean()
    .describe(
      'True when zienswijzen were given. If false, the besluit must follow within four weeks after the term for zienswijzen.',
    ),
})

/** `…/correcties`: takes back the last status; `statustoelichting`, the reason, is required. */
export const correctieRequest = handeling

/**
 * `…/antwoorden`: answers the question of the aanvrager; 409 `no_vraag_open` when there is none, or it was
 * answered.
 */
export const antwoordRequest = handeling.extend({
  statustoelichting: text(1000).min(1).describe('The answer to the question.'),
})

/**
 * `…/herstellingen`: takes back the last act, if it was no status; `statustoelichting`, the reason, is
 * required.
 */
export const herstelRequest = handeling

/** `…/besluiten`: records a besluit; the zaak stays open, or closed. */
export const besluitRequest = handeling.extend({
  besluittype: code.describe(
    'The code of a resultaattype of the zaaktype that is a besluit. For a closed zaak it must be its resultaat.',
  ),
  ...besluitdatums,
  vervangt: z.uuid().optional().describe('The id of the besluit that it replaces. Required when the zaak is closed.'),
})

const besluit = z.uuid().describe('The id of a besluit of the zaak that is in force.')

/** `…/bekendmakingen`: records when the besluit given by law was made known (Awb 4:20c). */
export const bekendmakingRequest = handeling.extend({
  bekendmakingsdatum: date.describe(
    'The day on which the besluit was made known. The objection period begins the day after.',
  ),
})

/**
 * `…/besluitcorrecties`: corrects a wrong date, or a besluit meant for another zaak; `statustoelichting`, the
 * reason, is required.
 */
export const besluitcorrectieRequest = handeling.extend({
  besluit,
  besluitdatum: date.optional().describe('The corrected dagtekening. An absent date stays unchanged.'),
  bekendmakingsdatum: date.optional(),
  terinzagedatum: date.optional(),
  ingangsdatum: date.optional(),
  vervaldatum: date.optional(),
  vergissing: z
    .boolean()
    .optional()
    .describe(
      'True when the besluit was meant for another zaak, so that nothing was decided here. The besluit that it replaced is in force again, and the term and a dwangsom continue. A zaak that closed with it must be reopened first.',
    ),
})

/** `…/besluitintrekkingen`: revokes a besluit; `statustoelichting`, the reason, is required. */
export const besluitintrekkingRequest = handeling.extend({
  besluit,
  vanaf: date.describe('The first day on which the besluit is no longer in force.'),
  vervalreden: z
    .enum(['ingetrokken_overheid', 'ingetrokken_belanghebbende'])
    .describe(
      '`ingetrokken_overheid`: the municipality withdraws it, and bezwaar is possible. `ingetrokken_belanghebbende`: the aanvrager asked for it.',
    ),
  besluitdatum: date.optional().describe('The dagtekening of the intrekking. Default: today.'),
  bekendmakingsdatum: date
    .optional()
    .describe('The day on which the intrekking is made known. Default: the besluitdatum.'),
})

const describedLine = (maxLength: number) => text(1000).meta({ maxLength, pattern: DESCRIBED_LINE })

/**
 * The initiator as it is sent. `checkAanvraag` validates it, with a code for each rule; `meta` describes
 * those rules to readers of the schema.
 */
const initiator = z.strictObject({
  naam: describedLine(200),
  bsn: text(100).meta({ maxLength: 9, pattern: '^[0-9]{9}$' }).optional(),
  kvkNummer: text(100).meta({ maxLength: 8, pattern: '^[0-9]{8}$' }).optional(),
  vestigingsnummer: text(100).meta({ maxLength: 12, pattern: '^[0-9]{12}$' }).optional(),
  adres: text(1000)
    .meta({ maxLength: 200 })
    .optional()
    .describe(
      'The postal address without the name: at most four lines and 200 characters. It is for case workers; no response or event contains it.',
    ),
  telefoonnummer: text(100)
    .meta({ maxLength: 20, pattern: '^(?:[+]?[0-9 -]{6,19})?$' })
    .optional()
    .describe(
      'At most 20 characters: digits, spaces and hyphens, after an optional plus. It is for case workers; no response or event contains it.',
    ),
})
const omschrijving = describedLine(80).describe(
  'A description on one line of at most 80 characters, without personal data.',
)

/**
 * `…/gegevenswijzigingen`: corrects the data of the zaak, by the rules of its registration. Absent members
 * stay; another BSN or KvK-nummer gives the zaak another initiator.
 */
export const gegevenswijzigingRequest = handeling.extend({
  aanleiding: text(1000).min(1).describe('The reason, for the case workers.'),
  omschrijving: omschrijving.optional(),
  startdatum: date
    .optional()
    .describe(
      'The corrected day on which the aanvraag was received. Both dates move with it, and statustoelichting must give the reason.',
    ),
  initiator: initiator
    .partial()
    .optional()
    .describe(
      'The corrected name, contact details or identity of the initiator. A previous initiator no longer sees the zaak. An empty adres or telefoonnummer removes it.',
    ),
})

/**
 * `…/doorzendingen`: records that the aanvraag, or a part of it, was sent to the bestuursorgaan that has to
 * handle it (Awb 2:3). The aanvrager reads which one, and when it was sent.
 */
export const doorzendingRequest = handeling.extend({
  naar: some(line(200)).describe('The name of the other bestuursorgaan, as the aanvrager knows it.'),
  op: date.describe('The day on which the aanvraag was sent on.'),
  geheel: z
    .boolean()
    .describe(
      'True when the whole aanvraag was sent on, which closes the zaak. If false, the zaak continues with the rest.',
    ),
})

/** `…/heropeningen`: opens a closed zaak again. Its besluiten stay in force. */
export const heropeningRequest = handeling

/**
 * `…/opschortingen`: suspends the term from the day after `op` (Awb 4:15). `op` is the day on which the
 * aanvrager was told (lid 1 b) or agreed to wait (lid 2 a), or the day before the delay or the force majeure
 * began (lid 2 b and c).
 */
export const opschortingRequest = handeling.extend({
  reden: code.describe('The code of an opschortingsreden of the zaaktype.'),
  op: date.describe('The day after which the term is suspended.'),
  tot: date.describe(
    'With the grond instemming: the last day that the aanvrager agreed to, after which the term resumes automatically. With another grond: the expected end.',
  ),
})

/**
 * `…/hervattingen`: the term runs again from `op`; both dates move by the days of the suspension. Consent to
 * wait ends on its last day, so a later `op` moves them no further.
 */
export const hervattingRequest = handeling.extend({
  op: date.describe('The day from which the term runs again. Both dates move by the days of the suspension.'),
})

const verzonden = date
  .optional()
  .describe('The day on which the letter was sent, which counts even if it is recorded later. Default: today.')

/**
 * `…/verlengingen`: moves both dates, once; `statustoelichting`, the reason, is required. A verlenging that
 * was sent by the last day of the term can be recorded after it.
 */
export const verlengingRequest = handeling.extend({
  op: verzonden,
  dagen: z.int32().min(1).max(366).describe('The number of days by which both dates move.'),
})

/**
 * `…/aanvullingsverzoeken`: asks the citizen to send something, and suspends the term from the day after `op`
 * (Awb 4:5 and 4:15). A term that had passed on `op` is not suspended, and no date moves.
 */
export const aanvullingsverzoekRequest = handeling.extend({
  op: verzonden,
  uiterlijk: date.describe('The last day to send the items.'),
  aanvullingen: z
    .array(
      z.strictObject({
        naam: line(80).min(1),
        toelichting: text(500).optional(),
        formulier: z
          .url({ protocol: /^https$/ })
          .max(500)
          .optional()
          .describe('The page of the municipality with a form for it.'),
      }),
    )
    .min(1)
    .max(20),
})

/**
 * `…/aanvullingstermijnen`: gives the aanvrager more time for the aanvullingen, if the last day has not
 * passed. The term then stays suspended until the new day at most (Awb 4:15 lid 1 a).
 */
export const aanvullingstermijnRequest = handeling.extend({
  uiterlijk: date.describe('The new last day to send the items, after the present one.'),
})

/**
 * `…/aanvullingen`: records that aanvullingen were received on `op`. After the last one the term runs again
 * from that day, even if it is recorded later. One that was received after its last day moves nothing.
 * Possible until the zaak is closed.
 */
export const aanvullingRequest = handeling.extend({
  op: date.describe('The day on which it was received.'),
  aanvullingen: z
    .array(z.uuid())
    .min(1)
    .max(20)
    .optional()
    .describe('The ids of the received items, from `aanvullingen` of the zaak. Default: all missing items.'),
})

/**
 * `…/vertragingen`: tells the aanvrager that the besluit will be late, and when it is expected (Awb 4:14).
 * The einddatumGepland becomes that day; the uiterlijkeEinddatumAfdoening stays. Exception: when no law or
 * verordening sets the term and it is not over, that date moves to the same day, once, and the event is that
 * of an extension (4:14 lid 3). `statustoelichting`, the reason, is required.
 */
export const vertragingRequest = handeling.extend({
  op: verzonden,
  verwacht: date.describe('The day by which the besluit is expected, after the end of the term and after `op`.'),
})

/**
 * `…/ingebrekestellingen`: records that the aanvrager wrote that the besluit is late (Awb 4:17). From two
 * weeks after `op` each day costs money. One from before the end of the term has no effect, and is refused.
 */
export const ingebrekestellingRequest = handeling.extend({ op: date.describe('The day on which it was received.') })

/**
 * `…/brieven`: records a letter to the aanvrager on `op`, because mail of the portal does not reach them.
 */
export const briefRequest = handeling
  .omit({ statustoelichting: true })
  .extend({ op: date.describe('The day on which the letter was posted.') })

/**
 * `…/dwangsommen`: sets by besluit the dwangsom for a late besluit on the aanvraag (Awb 4:18). The amount
 * follows from the zaak; with a `grond` it is nothing.
 */
export const dwangsomRequest = handeling.extend({
  bekendmakingsdatum: date.describe(
    'The day on which that besluit is made known. The objection period of six weeks begins the day after.',
  ),
  grond: z
    .enum(DWANGSOMGRONDEN)
    .optional()
    .describe('The reason why nothing is owed (Awb 4:17 lid 3 and 6). Absent when an amount is set.'),
})

/**
 * `…/documenten`: adds a document that the aanvrager may read, from bytes sent before with `POST
 * …/bestanden`. Its properties follow from the bytes.
 */
export const documentRequest = handeling.omit({ statustoelichting: true }).extend({
  bestand: z.uuid().describe('The id that `POST /v1/zaken/{uuid}/bestanden` returned. An upload becomes one document.'),
  titel: some(line(200)).describe('The title that the aanvrager reads.'),
  informatieobjecttype: code.describe('The code of an informatieobjecttype of the zaaktype.'),
  datum: date.optional().describe('The dagtekening, or the day of receipt. Default: today.'),
  zichtbaarVanaf: date
    .optional()
    .describe(
      'The first day on which the aanvrager may read it, never before its besluit is made known (Awb 3:41). Default: today, or the day on which that besluit is made known if it is later.',
    ),
  besluit: z.uuid().optional().describe('The id of the besluit of the zaak that the document contains.'),
  vertrouwelijkheidaanduiding: z
    .enum(VERTROUWELIJKHEDEN)
    .optional()
    .describe('The ZGW level, at most zaakvertrouwelijk because the aanvrager reads it. Default: zaakvertrouwelijk.'),
  vervangt: z
    .uuid()
    .optional()
    .describe(
      'The id of the document of which this is the next version. The zaak keeps that document, but nobody can read it any more.',
    ),
})

/**
 * `POST /v1/zaken/{uuid}/internedocumenten`: adds a document that the aanvrager does not read, such as an
 * advice. Like `…/vertrouwelijkheden` it needs and makes no versie, and there is no event: a portal never
 * learns of it.
 */
export const internDocumentRequest = documentRequest
  .omit({ versie: true, zichtbaarVanaf: true, besluit: true, vervangt: true })
  .extend({
    titel: some(line(200)),
    informatieobjecttype: code.describe(
      'The code of an informatieobjecttype of the zaaktype that is not uitgaand, because the aanvrager reads uitgaande documents.',
    ),
    vertrouwelijkheidaanduiding: z
      .enum(GESLOTEN_VERTROUWELIJKHEDEN)
      .optional()
      .describe('A ZGW level at which the aanvrager may not read it. Default: vertrouwelijk.'),
  })

/**
 * `…/internedocumentintrekkingen`: withdraws a document that the aanvrager does not read. It stays in the
 * zaak.
 */
export const internDocumentintrekkingRequest = z.strictObject({
  document: z.uuid().describe('The id of an internal document of the zaak that was not withdrawn.'),
  reden: some(text(1000)).describe('The reason, for colleagues; without personal data.'),
})

/** The 201 response to both. */
export const internDocumentChanged = z.object({ document: z.uuid() })

/**
 * `…/documentintrekkingen`: withdraws a document from the aanvrager; `statustoelichting`, the reason, is
 * required.
 */
export const documentintrekkingRequest = handeling.extend({
  document: z.uuid().describe('The id of a document of the zaak that was not withdrawn or replaced.'),
})

/**
 * `POST /v1/zaken`: opens a zaak. Needs the header `Idempotency-Key`, as the acts do. 400
 * `registration_refused` lists every problem. 201, or 200 with the existing zaak when the client used the
 * kenmerk before with the same content; with other content 409 `kenmerk_reused`.
 */
export const registratieRequest = z.strictObject({
  zaaktype: code.describe('The identificatie of a zaaktype.'),
  omschrijving,
  initiator: initiator.describe(
    'The initiator: the BSN of a citizen, or the KvK-nummer (8 digits) of a company, with the vestigingsnummer (12 digits) if it concerns one vestiging.',
  ),
  startdatum: text(100)
    .meta({ maxLength: 10, format: 'date' })
    .optional()
    .describe('The day on which the aanvraag was submitted, from 1900 and not in the future. Default: today.'),
  behandelaar: text(200)
    .min(1)
    .optional()
    .describe('The `sub` of a behandelaar at the identity provider of the staff.'),
  kenmerk: text(100)
    .min(1)
    .optional()
    .describe('The reference of the client. It makes a retry idempotent for as long as the zaak exists.'),
  vertrouwelijk: z
    .boolean()
    .optional()
    .describe('True to restrict the zaak at the desk to the behandelaars of its team.'),
})

export const zaakRegistered = z.object({
  uuid: z.uuid(),
  identificatie: z.string(),
  versie: z.int().positive(),
  gebeurtenisId: z.uuid().describe('The id of the event that announces it.'),
})

/**
 * `…/toewijzingen`: assigns the zaak to a behandelaar, or back to a team. Nothing changes outside the
 * zaaksysteem: there is no versie to send and no event. The next event reports a change of `behandelendTeam`.
 */
export const toewijzingRequest = z.strictObject({
  behandelaar: text(255)
    .min(1)
    .nullable()
    .describe('The `sub` of the behandelaar at the identity provider of the staff; null for nobody yet.'),
  team: text(100).min(1).optional().describe('The new team. Default: the present team.'),
})

/** The 201 response: the behandelaar and the team of the zaak now. */
export const zaakAssigned = z.object({ behandelaar: z.string().nullable(), team: z.string() })

/**
 * `…/vertrouwelijkheden`: restricts the zaak at the desk to its team, or lifts that. It does not affect what
 * API clients and the citizen see, so there is no versie to send and no event.
 */
export const vertrouwelijkheidRequest = z.strictObject({
  vertrouwelijk: z.boolean(),
  reden: some(text(1000)).describe('The reason, for colleagues; without personal data.'),
})

export const vertrouwelijkheidSet = z.object({ vertrouwelijk: z.boolean() })

/** The 201 response of each of the other acts. */
export const zaakChanged = z.object({
  gebeurtenisId: z.uuid().describe('The id of the event that announces it.'),
  versie: z.int().positive(),
})
