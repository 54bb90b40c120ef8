import { z } from 'zod'
import { text } from './text.ts'

/** The limit on aanvullingen in one aanvullingsverzoek. */
const MOST_AANVULLINGEN = 20

/** The limit on files in one inzending. */
export const MOST_BESTANDEN = 50

/** The limit on the length of a question, in characters. */
export const MOST_VRAAGTEKENS = 1000

const id = z.uuid().toLowerCase()

/** The members of every inzending. */
const inzending = {
  kenmerk: z
    .string()
    .regex(/^[\x21-\x7e]{1,100}$/)
    .describe(
      'The reference of the client, which the citizen has too. It makes a retry idempotent for as long as the zaak exists.',
    ),
  tijdstip: z.iso.datetime({ offset: true }).describe('The time at which the citizen submitted it (RFC 3339).'),
  doorGemachtigde: z
    .boolean()
    .optional()
    .describe('True when a representative submitted it: a gemachtigde, or a person of the company.'),
}

/**
 * `POST /v1/zaken/{uuid}/inzendingen`: a report, request or question of the aanvrager, for the scope
 * `zaken.inzenden`. 201 when it is recorded; 200 when it is a repeat or need not be recorded. 409
 * `kenmerk_reused` when the client used the kenmerk with other content. The kenmerk makes a retry
 * idempotent, so no Idempotency-Key is needed.
 *
 * - `aanvulling`: the aanvrager reports that asked things were sent. After the last one the term runs again
 *   (`zaak-aanvulling-gemeld`), unless its zaaktype waits until a behandelaar confirms the receipt.
 *   `bestanden`: the files sent with it, whose bytes this client uploaded before with `POST
 *   /v1/zaken/{uuid}/bestanden`. Each becomes a document that the behandelaar reads beside the thing that
 *   was asked. They make no event and no versie.
 * - `intrekking`: the aanvrager wants to withdraw the aanvraag. The zaak stays as it is until a behandelaar
 *   closes it, or refuses with a reason (`zaak-intrekking-afgewezen`). Until then no second one is recorded.
 * - `vraag`: a question to the behandelaar. Its answer is the statustoelichting of the row of the history
 *   that answers it (`zaak-vraag-beantwoord`). Until then no second one is recorded.
 *
 * 400 `aanvulling_unknown` when an aanvulling was never asked for this zaak. 400 `bestand_unknown` when a
 * bestand cannot become a document of it. Nothing is recorded then: upload the bytes again, and retry with
 * their new ids.
 */
export const inzendingRequest = z.discriminatedUnion('soort', [
  z.strictObject({
    soort: z.literal('aanvulling'),
    ...inzending,
    aanvullingen: z
      .array(id)
      .min(1)
      .max(MOST_AANVULLINGEN)
      .describe('The ids of the sent items, from `aanvullingen` of the zaak.'),
    bestanden: z
      .array(
        z
          .strictObject({
            bestand: id.describe('The id that `POST /v1/zaken/{uuid}/bestanden` returned to this client.'),
            aanvulling: id.describe('The id in `aanvullingen` that the file is for.'),
            naam: text(200)
              .min(1)
              .optional()
              .describe(
                'The file name as the citizen has it; the zaaksysteem sanitizes it. Default: the name of the aanvulling.',
              ),
          })
          .meta({ id: 'GestuurdBestand' }),
      )
      .max(MOST_BESTANDEN)
      .optional(),
  }),
  z.strictObject({ soort: z.literal('intrekking'), ...inzending }),
  z.strictObject({
    soort: z.literal('vraag'),
    ...inzending,
    tekst: text(MOST_VRAAGTEKENS).min(1).describe('The question, as the citizen wrote it.'),
  }),
])

export type InzendingRequest = z.infer<typeof inzendingRequest>

/**
 * - `recorded`: the behandelaar sees it
 * - `received`: recorded, and nothing more is expected: it was received before, or it restarted the term
 * - `no_longer_asked`: recorded, but the zaak no longer waits for it: its last day has passed, or another act
 *   ended the wait
 * - `requested_already`: not recorded, because the behandelaar still has another intrekking or vraag
 * - `closed`: not recorded, because the zaak is closed and nothing is left to withdraw or to ask
 */
const inzendinguitkomst = z.enum(['recorded', 'received', 'no_longer_asked', 'requested_already', 'closed'])
export type Inzendinguitkomst = z.infer<typeof inzendinguitkomst>

/** The response: the current outcome, also for a repeat. */
export const inzendingAnswer = z.object({
  kenmerk: z.string(),
  uitkomst: z
    .string()
    .describe(
      '`recorded`: the behandelaar sees it. `received`: recorded, and nothing more is expected. `no_longer_asked`: recorded, but the zaak no longer waits for it. `requested_already`: not recorded, because an earlier intrekking or vraag is open. `closed`: not recorded, because the zaak is closed. Later versions may add outcomes.',
    ),
})

/** Response to `POST /v1/zaken/{uuid}/bestanden`. The bytes are durable, and are kept for at least a day. */
export const bestandAnswer = z.object({
  bestand: z.uuid().describe('The id of the upload, for `POST /zaken/{uuid}/documenten` or for an inzending.'),
  formaat: z.string().describe('The media type, detected from the bytes.'),
  grootte: z.int().positive().describe('The size in bytes.'),
  sha256: z.string().describe('The SHA-256 hash of the bytes, in hex.'),
})
