import { GEBEURTENIS_ID, MOMENT, ZAAK_ID } from '#lib/contract/beschrijving/event-schemas.ts'
import {
  bereikbaarhedenAnswer,
  bereikbaarhedenRequest,
  bewijzenAnswer,
  bewijzenRequest,
} from '#lib/contract/bewijzen.ts'
import { jsonResponse } from '#lib/platform/http/problem-json.ts'
import { operation } from '../api/operation.ts'
import { recordedPgTransaction } from '../audit/recorded-transaction.ts'
import { recordBewijzen } from './record-bewijzen.ts'

const gezien = { gebeurtenisId: GEBEURTENIS_ID, soort: 'gezien' } as const

export const bewijzenMelden = operation({
  on: 'POST /bewijzen',
  id: 'bewijzenMelden',
  tag: 'Gebeurtenissen',
  summary: 'Report whether changes reached the citizen',
  description:
    'The first bewijs of each soort for a change is kept, so a retry changes nothing and gets the same response. A refused bewijs does not affect the others: the response holds the outcome of each.',
  scope: 'bewijzen.melden',
  body: {
    schema: bewijzenRequest.meta({ id: 'Bewijzen' }),
    example: { bewijzen: [{ ...gezien, tijdstip: MOMENT }] },
  },
  answers: {
    200: {
      description: 'The outcome of each bewijs, in the order of the request.',
      schema: bewijzenAnswer.meta({ id: 'BewijzenVerwerkt' }),
      example: { bewijzen: [{ ...gezien, uitkomst: 'recorded' }] },
    },
  },
  async handle(ctx, { body, caller: { zaaktypen }, actor }) {
    const bewijzen = body.bewijzen.map(({ tijdstip, ...rest }) => ({ ...rest, tijdstip: new Date(tijdstip) }))
    const uitkomsten = await recordBewijzen(ctx, { bewijzen, zaaktypen, actor })
    return jsonResponse({
      bewijzen: bewijzen.map(({ gebeurtenisId, soort }, index) => ({
        gebeurtenisId,
        soort,
        uitkomst: uitkomsten[index],
      })),
    })
  },
})

/** The lock conflicts with removing a zaak. Rows are locked in one order, so that no requests deadlock. */
const RECORD = `
  with kept as (
    select id from zaak
    where id = any ($1::uuid[]) and ($2::text[] is null or zaaktype = any ($2::text[]))
    order by id for key share
  )
  insert into bereikbaarheid (zaak_id, client, portaal_gebruikt, email_bevestigd, gemeld_op)
  select distinct on (kept.id) kept.id, $3, portaal_gebruikt, email_bevestigd, $4
  from unnest($1::uuid[], $5::boolean[], $6::boolean[]) as item (zaak_id, portaal_gebruikt, email_bevestigd)
  join kept on kept.id = item.zaak_id
  order by kept.id
  on conflict (zaak_id, client) do update set portaal_gebruikt = excluded.portaal_gebruikt,
    email_bevestigd = excluded.email_bevestigd, gemeld_op = excluded.gemeld_op
  returning zaak_id as "zaakId"`

export const bereikbaarhedenMelden = operation({
  on: 'POST /bereikbaarheden',
  id: 'bereikbaarhedenMelden',
  tag: 'Gebeurtenissen',
  summary: 'Report whether a portal reaches the aanvragers',
  description:
    'Reports two facts about each zaak, which tell a case worker whether to send a letter. The last report replaces earlier ones. The response lists the given zaken that exist.',
  scope: 'bewijzen.melden',
  body: {
    schema: bereikbaarhedenRequest.meta({ id: 'Bereikbaarheden' }),
    example: { bereikbaarheden: [{ zaakId: ZAAK_ID, portaalGebruikt: true, emailBevestigd: false }] },
  },
  answers: {
    200: {
      description: 'The reports were recorded.',
      schema: bereikbaarhedenAnswer.meta({ id: 'BereikbaarhedenVerwerkt' }),
      example: { zaakIds: [ZAAK_ID] },
    },
  },
  async handle(ctx, { body: { bereikbaarheden }, caller: { zaaktypen }, actor }) {
    const values = [
      bereikbaarheden.map(({ zaakId }) => zaakId),
      zaaktypen ?? null,
      actor.id,
      ctx.clock(),
      bereikbaarheden.map(({ portaalGebruikt }) => portaalGebruikt),
      bereikbaarheden.map(({ emailBevestigd }) => emailBevestigd),
    ]
    const zaakIds = await recordedPgTransaction(ctx, async (client, record) => {
      const { rows } = await client.query<{ zaakId: string }>(RECORD, values)
      const object = { soort: 'zaken', id: String(rows.length) }
      if (rows.length > 0) await record({ actor, handeling: 'bereikbaarheid_melden', object })
      return rows.map(({ zaakId }) => zaakId)
    })
    return jsonResponse({ zaakIds })
  },
})
