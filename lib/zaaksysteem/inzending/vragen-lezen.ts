import { z } from 'zod'
import { MOMENT, ZAAK_ID } from '#lib/contract/beschrijving/event-schemas.ts'
import { jsonResponse } from '#lib/platform/http/problem-json.ts'
import { operation } from '../api/operation.ts'
import { recordLook } from '../audit/record-look.ts'

const MOST_VRAGEN = 100

const vragenAnswer = z.object({
  vragen: z.array(
    z.object({
      zaak: z.uuid(),
      versie: z.int32().positive().describe('The present versie of the zaak, which an answer must send.'),
      kenmerk: z.string().describe('The reference that the aanvrager received.'),
      tijdstip: z.iso.datetime().describe('The time at which the aanvrager asked it (RFC 3339, UTC).'),
      tekst: z.string(),
      doorGemachtigde: z.boolean(),
    }),
  ),
})

/** Open vragen are few and have a partial index. */
const FIND = `
  select zaak_id as zaak, versie, inzending.kenmerk, tijdstip, tekst, door_gemachtigde as "doorGemachtigde",
    aanvrager_bsn as bsn
  from inzending join zaak on zaak.id = zaak_id
  where soort = 'vraag' and beantwoord_versie is null and ($1::text[] is null or zaaktype = any ($1))
  order by tijdstip, inzending.id limit ${MOST_VRAGEN}`

type Row = Omit<z.infer<typeof vragenAnswer>['vragen'][number], 'tijdstip'> & { tijdstip: Date; bsn: string | null }

export const vragenLezen = operation({
  on: 'GET /vragen',
  id: 'vragenLezen',
  tag: 'Handelingen',
  summary: 'List the open questions of aanvragers',
  description: `Returns at most ${MOST_VRAGEN} questions, oldest first; a zaak has at most one open question. No event announces a question. A token that is limited to some zaaktypen gets only their questions.`,
  scope: 'zaken.beantwoorden',
  answers: {
    200: {
      description: 'The open questions.',
      schema: vragenAnswer.meta({ id: 'Vragen' }),
      example: {
        vragen: [
          {
            zaak: ZAAK_ID,
            versie: 2,
            kenmerk: 'K7QD-3MXA',
            tijdstip: MOMENT,
            tekst: 'Moet ik thuis zijn als u komt kijken?',
            doorGemachtigde: false,
          },
        ],
      },
    },
  },
  async handle(ctx, { caller: { zaaktypen }, actor }) {
    const begonnenOp = ctx.clock()
    const { rows } = await ctx.pool.query<Row>(FIND, [zaaktypen])
    const seen = rows.map(({ zaak: id, bsn }) => ({ zaak: { id, bsn } }))
    await recordLook(ctx, { actor, begonnenOp, handeling: 'zaak_bekijken', seen })
    const vragen = rows.map(({ bsn: _, tijdstip, ...vraag }) => ({ ...vraag, tijdstip: tijdstip.toISOString() }))
    return jsonResponse({ vragen })
  },
})
