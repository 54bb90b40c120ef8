import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { EVENT_TYPES } from '#lib/contract/event-types.ts'
import { createPublieksportaalContext } from '#lib/publieksportaal/context.ts'
import type { PublieksportaalEnv } from '#lib/publieksportaal/env.ts'
import { acceptEvent } from '#lib/publieksportaal/inbox/accept-event.ts'
import { parseEvent } from '#lib/publieksportaal/receiver/content/parse-event.ts'
import { cpuMs, postmasterPid } from '../intake/cpu.ts'

/** Each with connections of its own, as processes have. */
const RECEIVERS = 4
const AT_ONCE = 40
const PROOF = { credentialtype: 'JWT', kid: 'bench', bodySha256: '' }
/** A sequence that no event of the measurements before has reached. */
const BEYOND_ALL = 1_000_000

export type Change = { zaakId: string; versie: number; from: string; to: string }
export type Accepted = { perSecond: number; postgresCpuMs: number }

/**
 * Four receivers accept an event for each change, forty at once together, while so many processes LISTEN: only the
 * statement and its commit, without HTTP, proof and fetching.
 */
export async function acceptWithListeners(
  env: PublieksportaalEnv,
  { changes, listeners }: { changes: Change[]; listeners: number },
): Promise<Accepted> {
  const receivers = Array.from({ length: RECEIVERS }, () => createPublieksportaalContext(env))
  const clients = Array.from(
    { length: listeners },
    () => new pg.Client({ connectionString: env.PUBLIEKSPORTAAL_DATABASE_URL }),
  )
  for (const client of clients) {
    await client.connect()
    await client.query('listen live; listen ophaalopdracht')
  }
  const events = changes.map((change) => eventOf(env.PUBLIEKSPORTAAL_BRON, change))
  const postgres = await postmasterPid((receivers[0] as (typeof receivers)[number]).pool)
  const cpuBefore = cpuMs(postgres)
  const startMs = performance.now()
  const waiting = events.values()
  await Promise.all(
    Array.from({ length: AT_ONCE }, async (_, index) => {
      const ctx = receivers[index % RECEIVERS] as (typeof receivers)[number]
      for (const event of waiting) {
        const outcome = await acceptEvent(ctx, { event, proof: PROOF })
        if (outcome !== 'changed') throw new Error(`An event was ${outcome}`)
      }
    }),
  )
  const perSecond = changes.length / ((performance.now() - startMs) / 1000)
  const postgresCpuMs = (cpuMs(postgres) - cpuBefore) / changes.length
  for (const client of clients) await client.end()
  for (const receiver of receivers) await receiver.close()
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
