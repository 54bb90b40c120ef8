import { z } from 'zod'
import { DESCRIBED_LINE, oneLine, text } from './text.ts'
import { DWANGSOMGRONDEN, GESLOTEN_VERTROUWELIJKHEDEN, VERTROUWELIJKHEDEN } from './zaak-resource.ts'

/** A name or title; as in `line`, the document does not show its rule. */
const line = (maxLength: number) => oneLine(text(maxLength))

/** A text with more than whitespace, trimmed. */
const some = (text: z.ZodString) => text.regex(/\S/, 'Give more than spaces.').trim()

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
    .describe("The zaak's versie that the decision was based on; 409 `conflict` if the zaak has changed since."),
  statustoelichting: text(1000).optional().describe('Shown to the citizen.'),
})

const besluitdatums = {
  besluitdatum: date.optional().describe('Dagtekening, when the resultaat is a besluit; today when absent.'),
  bekendmakingsdatum: date
    .optional()
    .describe(
      'When the besluit is made known (ZGW verzenddatum), after which the objection period begins (Awb 6:8); the besluitdatum when absent.',
    ),
  terinzagedatum: date
    .optional()
    .describe(
      'When it is laid ter inzage, if one appeals against it at the rechtbank: the term for that begins the day after (Awb 6:8 lid 4); the bekendmakingsdatum when absent.',
    ),
  ingangsdatum: date.optional().describe('The first day on which it holds; the bekendmakingsdatum when absent.'),
  vervaldatum: date.optional().describe('The first day on which it holds no more; absent when it holds for good.'),
  aanvullingBekeken: z
    .boolean()
    .optional()
    .describe(
      'Required to be true for a resultaat that leaves the aanvraag out of consideration (Awb 4:5) when some of what was asked came after its last day, or was said to be sent and not confirmed: somebody looked at that too.',
    ),
}

/** `…/statussen`: sets the next status. */
export const statusRequest = handeling.extend({
  statustype: code.describe('Code of a later statustype of the zaaktype.'),
  resultaat: code.optional().describe('Code of a resultaattype; required for the eindstatus.'),
  ontwerpdatum: date
    .optional()
    .describe(
      'The day on which the draft was laid ter inzage, of a statustype with `minstens` (Awb 3:16 lid 2); today when absent.',
    ),
  einddatum: date
    .optional()
    .describe(
      'The day on which the zaak ended, when it closes with a resultaat that is no besluit: on which the withdrawal came; today when absent.',
    ),
  ...besluitdatums,
  eerdereBesluiten: z
    .enum(['vervangen', 'handhaven', 'overnemen'])
    .optional()
    .describe(
      'Required when the zaak closes with a resultaat that is a besluit while it has besluiten that hold, as after heropenen. vervangen: the new besluit takes their place. handhaven: they hold beside it. overnemen: the zaak closes with one of them, and there is no new one.',
    ),
})

/**
 * `…/zienswijzen`: records whether zienswijzen were given on the draft, after their term (Awb 3:18 lid 4).
 */
export const zienswijzenRequest = handeling.extend({
  gekomen: z.boolean().describe('false: none came, so the besluit follows within four weeks after that term.'),
})

/** `…/correcties`: takes back the last status; `statustoelichting`, the reason, is required. */
export const correctieRequest = handeling

/**
 * `…/antwoorden`: answers the question of the aanvrager; 409 `no_vraag_open` when there is none, or it was
 * answered.
 */
export const antwoordRequest = handeling.extend({ statustoelichting: text(1000).min(1).describe('The answer.') })

/**
 * `…/herstellingen`: takes back the last act, if it was no status; `statustoelichting`, the reason, is
 * required.
 */
export const herstelRequest = handeling

/** `…/besluiten`: records a besluit; the zaak stays open, or closed. */
export const besluitRequest = handeling.extend({
  besluittype: code.describe(
    "Code of one of the zaaktype's resultaattypen that is a besluit; of a closed zaak its resultaat.",
  ),
  ...besluitdatums,
  vervangt: z.uuid().optional().describe('The besluit that it takes the place of; required when the zaak is closed.'),
})

const besluit = z.uuid().describe('Id of a besluit of the zaak that holds.')

/** `…/bekendmakingen`: records when the besluit given by law was made known (Awb 4:20c). */
export const bekendmakingRequest = handeling.extend({
  bekendmakingsdatum: date.describe('When it was made known; from the day after one can object to it.'),
})

/**
 * `…/besluitcorrecties`: corrects a wrong date, or a besluit meant for another zaak; `statustoelichting`, the
 * reason, is required.
 */
export const besluitcorrectieRequest = handeling.extend({
  besluit,
  besluitdatum: date.optional().describe('Dagtekening; each date stays as it is when absent.'),
  bekendmakingsdatum: date.optional(),
  terinzagedatum: date.optional(),
  ingangsdatum: date.optional(),
  vervaldatum: date.optional(),
  vergissing: z
    .boolean()
    .optional()
    .describe(
      'It was meant for another zaak, so nothing was decided here: what it took the place of holds again, and the term and a dwangsom run on. A zaak that closed with it is reopened first.',
    ),
})

/** `…/besluitintrekkingen`: revokes a besluit; `statustoelichting`, the reason, is required. */
export const besluitintrekkingRequest = handeling.extend({
  besluit,
  vanaf: date.describe('The first day on which it holds no more.'),
  vervalreden: z
    .enum(['ingetrokken_overheid', 'ingetrokken_belanghebbende'])
    .describe('Whether the municipality wants it, to which one can object, or the aanvrager asked for it.'),
  besluitdatum: date.optional().describe('Dagtekening of the intrekking; today when absent.'),
  bekendmakingsdatum: date.optional().describe('When the intrekking is made known; the besluitdatum when absent.'),
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
      'Where letters go: at most four lines and 200 characters, without the name. For the case workers: no answer and no event holds it.',
    ),
  telefoonnummer: text(100)
    .meta({ maxLength: 20, pattern: '^(?:[+]?[0-9 -]{6,19})?$' })
    .optional()
    .describe('Digits, with a plus, spaces or hyphens; at most 20. As adres.'),
})
const omschrijving = describedLine(80).describe('At most 80 characters on one line, without personal data.')

/**
 * `…/gegevenswijzigingen`: corrects the data of the zaak, by the rules of its registration. Absent members
 * stay; another BSN or KvK-nummer gives the zaak another initiator.
 */
export const gegevenswijzigingRequest = handeling.extend({
  aanleiding: text(1000).min(1).describe('Why, for the case workers.'),
  omschrijving: omschrijving.optional(),
  startdatum: date
    .optional()
    .describe(
      'The day on which the aanvraag was received, when that was registered wrongly: both dates move along, and statustoelichting must say why.',
    ),
  initiator: initiator
    .partial()
    .optional()
    .describe(
      'The name, how to reach him, or of whom the zaak is. Whoever it was of does not see it any more. An empty adres or telefoonnummer takes it away.',
    ),
})

/**
 * `…/doorzendingen`: records that the aanvraag, or a part of it, was sent to the bestuursorgaan that has to
 * handle it (Awb 2:3). The aanvrager reads which one, and when it was sent.
 */
export const doorzendingRequest = handeling.extend({
  naar: some(line(200)).describe('The bestuursorgaan, as the aanvrager knows it.'),
  op: date.describe('The day on which it was sent on.'),
  geheel: z.boolean().describe('Whether all of it was: then the zaak closes. Else it goes on with the rest.'),
})

/** `…/heropeningen`: opens a closed zaak again. Its besluiten stay in force. */
export const heropeningRequest = handeling

/**
 * `…/opschortingen`: suspends the term from the day after `op` (Awb 4:15). `op` is the day on which the
 * aanvrager was told (lid 1 b) or agreed to wait (lid 2 a), or the day before the delay or the force majeure
 * began (lid 2 b and c).
 */
export const opschortingRequest = handeling.extend({
  reden: code.describe('Code of an opschortingsreden of the zaaktype.'),
  op: date,
  tot: date.describe(
    'The last day that the aanvrager agreed to, after which the term runs again by itself, when the reden has the grond instemming; of another one until when that is expected.',
  ),
})

/**
 * `…/hervattingen`: the term runs again from `op`; both dates move by the days of the suspension. Consent to
 * wait ends on its last day, so a later `op` moves them no further.
 */
export const hervattingRequest = handeling.extend({ op: date })

const verzonden = date
  .optional()
  .describe('The day on which the letter was sent, which counts whenever that is recorded; today when absent.')

/**
 * `…/verlengingen`: moves both dates, once; `statustoelichting`, the reason, is required. A verlenging that
 * was sent by the last day of the term can be recorded after it.
 */
export const verlengingRequest = handeling.extend({ op: verzonden, dagen: z.int32().min(1).max(366) })

/**
 * `…/aanvullingsverzoeken`: asks the citizen to send something, and suspends the term from the day after `op`
 * (Awb 4:5 and 4:15). A term that had passed on `op` is not suspended, and no date moves.
 */
export const aanvullingsverzoekRequest = handeling.extend({
  op: verzonden,
  uiterlijk: date.describe('The last day to send it.'),
  aanvullingen: z
    .array(
      z.strictObject({
        naam: line(80).min(1),
        toelichting: text(500).optional(),
        formulier: z
          .url({ protocol: /^https$/ })
          .max(500)
          .optional()
          .describe('Page of the municipality with a form for it.'),
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
  uiterlijk: date.describe('The new last day to send it, after the present one.'),
})

/**
 * `…/aanvullingen`: records that aanvullingen were received on `op`. After the last one the term runs again
 * from that day, even if it is recorded later. One that was received after its last day moves nothing.
 * Possible until the zaak is closed.
 */
export const aanvullingRequest = handeling.extend({
  op: date.describe('The day on which it came.'),
  aanvullingen: z
    .array(z.uuid())
    .min(1)
    .max(20)
    .optional()
    .describe('Ids of those of `aanvullingen` of the zaak that came; all that had not come yet when absent.'),
})

/**
 * `…/vertragingen`: tells the aanvrager that the besluit will be late, and when it is expected (Awb 4:14).
 * The einddatumGepland becomes that day; the uiterlijkeEinddatumAfdoening stays. Exception: when no law or
 * verordening sets the term and it is not over, that date moves to the same day, once, and the event is that
 * of an extension (4:14 lid 3). `statustoelichting`, the reason, is required.
 */
export const vertragingRequest = handeling.extend({
  op: verzonden,
  verwacht: date.describe('By which day the besluit is expected; after the term and after `op`.'),
})

/**
 * `…/ingebrekestellingen`: records that the aanvrager wrote that the besluit is late (Awb 4:17). From two
 * weeks after `op` each day costs money. One from before the end of the term has no effect, and is refused.
 */
export const ingebrekestellingRequest = handeling.extend({ op: date.describe('The day on which it came.') })

/**
 * `…/brieven`: records a letter to the aanvrager on `op`, because mail of the portal does not reach them.
 */
export const briefRequest = handeling
  .omit({ statustoelichting: true })
  .extend({ op: date.describe('The day on which it was posted.') })

/**
 * `…/dwangsommen`: sets by besluit the dwangsom for a late besluit on the aanvraag (Awb 4:18). The amount
 * follows from the zaak; with a `grond` it is nothing.
 */
export const dwangsomRequest = handeling.extend({
  bekendmakingsdatum: date.describe(
    'When that besluit is made known; one can object to it for six weeks from the day after.',
  ),
  grond: z
    .enum(DWANGSOMGRONDEN)
    .optional()
    .describe('Why nothing is owed (Awb 4:17 lid 3 and 6); absent when what is owed is set.'),
})

/**
 * `…/documenten`: adds a document that the aanvrager may read, from bytes sent before with `POST
 * …/bestanden`. Its properties follow from the bytes.
 */
export const documentRequest = handeling.omit({ statustoelichting: true }).extend({
  bestand: z.uuid().describe('Id that `POST /v1/zaken/{uuid}/bestanden` gave; it becomes one document.'),
  titel: some(line(200)).describe('As the aanvrager reads it.'),
  informatieobjecttype: code.describe("Code of one of the zaaktype's informatieobjecttypen."),
  datum: date.optional().describe('Dagtekening, or when it was received; today when absent.'),
  zichtbaarVanaf: date
    .optional()
    .describe(
      'The first day on which the aanvrager reads it; today when absent, or when its besluit is made known, if that is later. Never before that (Awb 3:41).',
    ),
  besluit: z.uuid().optional().describe('Id of the besluit of the zaak that it holds.'),
  vertrouwelijkheidaanduiding: z
    .enum(VERTROUWELIJKHEDEN)
    .optional()
    .describe('Of ZGW, and at most zaakvertrouwelijk, since the aanvrager reads it; zaakvertrouwelijk when absent.'),
  vervangt: z.uuid().optional().describe('Id of the document of which it is the next version; that one stays, unread.'),
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
      "Code of one of the zaaktype's informatieobjecttypen that is not uitgaand: what the municipality sends, the aanvrager reads.",
    ),
    vertrouwelijkheidaanduiding: z
      .enum(GESLOTEN_VERTROUWELIJKHEDEN)
      .optional()
      .describe('Of ZGW, and none with which the aanvrager might read it; vertrouwelijk when absent.'),
  })

/**
 * `…/internedocumentintrekkingen`: withdraws a document that the aanvrager does not read. It stays in the
 * zaak.
 */
export const internDocumentintrekkingRequest = z.strictObject({
  document: z.uuid().describe('Id of such a document of the zaak that was not withdrawn.'),
  reden: some(text(1000)).describe('Why, for colleagues; without personal data.'),
})

/** The 201 response to both. */
export const internDocumentChanged = z.object({ document: z.uuid() })

/**
 * `…/documentintrekkingen`: withdraws a document from the aanvrager; `statustoelichting`, the reason, is
 * required.
 */
export const documentintrekkingRequest = handeling.extend({
  document: z.uuid().describe('Id of a document of the zaak that was not withdrawn or replaced.'),
})

/**
 * `POST /v1/zaken`: opens a zaak. Needs the header `Idempotency-Key`, as the acts do. 400
 * `registration_refused` lists every problem. 201, or 200 with the existing zaak when the client used the
 * kenmerk before with the same content; with other content 409 `kenmerk_reused`.
 */
export const registratieRequest = z.strictObject({
  zaaktype: code.describe('Identificatie of a zaaktype.'),
  omschrijving,
  initiator: initiator.describe(
    'Who asks for it: the BSN of a citizen, or the KvK-nummer (8 digits) of a company, with the vestigingsnummer (12 digits) when it is for one vestiging.',
  ),
  startdatum: text(100)
    .meta({ maxLength: 10, format: 'date' })
    .optional()
    .describe('Day on which it was submitted, from 1900, not in the future; today when absent.'),
  behandelaar: text(200).min(1).optional().describe('`sub` of a behandelaar at the identity provider of the staff.'),
  kenmerk: text(100)
    .min(1)
    .optional()
    .describe("Reference of the client's own, by which a repeat finds the same zaak for as long as that exists."),
  vertrouwelijk: z.boolean().optional().describe('At the desk only for behandelaars of the team that handles it.'),
})

export const zaakRegistered = z.object({
  uuid: z.uuid(),
  identificatie: z.string(),
  versie: z.int().positive(),
  gebeurtenisId: z.uuid().describe('Id of the event that announces it.'),
})

/**
 * `…/toewijzingen`: assigns the zaak to a behandelaar, or back to a team. Nothing changes outside the
 * zaaksysteem: there is no versie to send and no event. The next event reports a change of `behandelendTeam`.
 */
export const toewijzingRequest = z.strictObject({
  behandelaar: text(255).min(1).nullable().describe('`sub` of the identity provider of staff; null: nobody yet.'),
  team: text(100).min(1).optional().describe('Another team than the zaak has.'),
})

/** The 201 response: the behandelaar and the team of the zaak now. */
export const zaakAssigned = z.object({ behandelaar: z.string().nullable(), team: z.string() })

/**
 * `…/vertrouwelijkheden`: restricts the zaak at the desk to its team, or lifts that. It does not affect what
 * API clients and the citizen see, so there is no versie to send and no event.
 */
export const vertrouwelijkheidRequest = z.strictObject({
  vertrouwelijk: z.boolean(),
  reden: some(text(1000)).describe('Why, for colleagues; without personal data.'),
})

export const vertrouwelijkheidSet = z.object({ vertrouwelijk: z.boolean() })

/** The 201 response of each of the other acts. */
export const zaakChanged = z.object({
  gebeurtenisId: z.uuid().describe('Id of the event that announces it.'),
  versie: z.int().positive(),
})
