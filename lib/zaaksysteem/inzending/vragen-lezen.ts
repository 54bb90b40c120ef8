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
      versie: z.int32().positive().describe('Of the zaak now, to answer with.'),
      kenmerk: z.string().describe('The number that the aanvrager has of it.'),
      tijdstip: z.iso.datetime().describe('When the aanvrager asked it.'),
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
  summary: 'Reads what aanvragers asked and nobody answered yet',
  description: `The oldest first, at most ${MOST_VRAGEN}; a zaak has one at most. No event tells that something was asked. Of a token for some zaaktypen only those.`,
  scope: 'zaken.beantwoorden',
  answers: {
    200: {
      description: 'The questions.',
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
