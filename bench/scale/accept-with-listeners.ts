import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { acceptEvent } from '#lib/publieksportaal/inbox/accept-event.ts'
import { parseEvent } from '#lib/publieksportaal/receiver/content/parse-event.ts'
import { cpuMs, postmasterPid } from '../intake/cpu.ts'

const AT_ONCE = 10
const PROOF = { credentialtype: 'JWT', kid: 'bench', bodySha256: '' }

export type Change = { zaakId: string; versie: number; from: string; to: string }

/** A sequence that no event of the measurements before has reached. */
const BEYOND_ALL = 1_000_000

export type Accepted = { perSecond: number; postgresCpuMs: number }

/**
 * Accepts an event for each change, ten at once, while so many other processes LISTEN: only the statement and its
 * commit, without HTTP, proof and fetching.
 */
export async function acceptWithListeners(
  ctx: PublieksportaalContext,
  { changes, listeners }: { changes: Change[]; listeners: number },
): Promise<Accepted> {
  const connectionString = ctx.env.PUBLIEKSPORTAAL_DATABASE_URL
  const clients = Array.from({ length: listeners }, () => new pg.Client({ connectionString }))
  for (const client of clients) {
    await client.connect()
    await client.query('listen live; listen ophaalopdracht')
  }
  const events = changes.map((change) => eventOf(ctx.env.PUBLIEKSPORTAAL_BRON, change))
  const postgres = await postmasterPid(ctx.pool)
  const cpuBefore = cpuMs(postgres)
  const startMs = performance.now()
  const waiting = events.values()
  async function acceptOneAfterAnother() {
    for (const event of waiting) {
      const outcome = await acceptEvent(ctx, { event, proof: PROOF })
      if (outcome !== 'changed') throw new Error(`An event was ${outcome}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, acceptOneAfterAnother))
  const perSecond = changes.length / ((performance.now() - startMs) / 1000)
  const postgresCpuMs = (cpuMs(postgres) - cpuBefore) / changes.length
  for (const client of clients) await client.end()
  return { perSecond, postgresCpuMs }
}

function eventOf(source: string, { zaakId, versie, from, to }: Change) {
  const time = new Date().toISOString()
  const parsed = parseEvent({
    specversion: '1.0',
    id: uuidv7(),
    source,
    type: EVENT_TYPES.zaakstatusGewijzigd,
    subject: zaakId,
    time,
    datacontenttype: 'application/json',
    data: { event: 'vergunning.status.veranderd', zaakId, oudeStatus: from, nieuweStatus: to, timestamp: time },
    sequence: String(BEYOND_ALL + versie),
    sequencetype: 'Integer',
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.event
}
