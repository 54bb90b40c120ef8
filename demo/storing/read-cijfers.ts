import { webhookUrl } from '#lib/publieksportaal/env.ts'
import type { Storingscijfers } from '../stage/storingen.ts'
import type { Both } from '../verhalen/with-both-systems.ts'

/** The start of the count: the last event, and the portal's refusals so far. */
export type Begin = { sequence: number; geweigerd: ReadonlyMap<string, number> }

export const NOTHING: Storingscijfers = {
  ...{ wijzigingen: 0, pogingen: 0, ontvangen: 0, opgehaald: 0, geweigerd: [], nogmaals: 0, onderweg: 0, kwijt: 0 },
}

type Sent = { id: string; status: string | null; pogingen: number | null }

const SENT = `
  select gebeurtenis.id, bezorging.status, bezorging.pogingen
  from gebeurtenis
  left join bezorging on bezorging.gebeurtenis_id = gebeurtenis.id
    and bezorging.abonnement_id = (select id from abonnement where sink = $2)
  where gebeurtenis.sequence > $1`

export async function readBegin({ zaaksysteem, portal }: Both): Promise<Begin> {
  const { rows } = await zaaksysteem.pool.query<{ sequence: number }>(
    'select greatest(coalesce(max(sequence), 0), 0) as sequence from gebeurtenis',
  )
  return { sequence: rows[0]?.sequence ?? 0, geweigerd: await readGeweigerd(portal) }
}

/**
 * Counts the outcomes of all events since `begin`. The zaaksysteem is asked first, because every event that
 * it knows as delivered is in the portal.
 */
export async function readCijfers(
  { zaaksysteem, portal }: Both,
  { sequence, geweigerd }: Begin,
  before: Storingscijfers,
): Promise<Storingscijfers & { isKnown: boolean }> {
  const { rows: sent } = await zaaksysteem.pool.query<Sent>(SENT, [sequence, webhookUrl(portal.env)])
  const wijzigingen = sent.length
  const pogingen = sent.reduce((sum, { pogingen }) => sum + (pogingen ?? 0), 0)
  // While its database is down the portal stores nothing.
  const received = await readReceived(portal, { sent, geweigerd }).catch(() => undefined)
  const onderweg = wijzigingen - before.ontvangen - before.kwijt
  return { ...before, wijzigingen, pogingen, ...(received ?? { onderweg }), isKnown: received !== undefined }
}

async function readReceived(
  portal: Both['portal'],
  { sent, geweigerd: before }: { sent: readonly Sent[]; geweigerd: Begin['geweigerd'] },
) {
  const { rows: received } = await portal.pool.query<{ id: string; credentialtype: string }>(
    'select id, credentialtype from ontvangen_gebeurtenis where source = $1 and id = any ($2)',
    [portal.env.PUBLIEKSPORTAAL_BRON, sent.map(({ id }) => id)],
  )
  const arrived = new Set(received.map(({ id }) => id))
  const missing = sent.filter(({ id }) => !arrived.has(id))
  const onderweg = missing.filter(({ status }) => status === null || status === 'wachtend').length
  const geweigerd = [...(await readGeweigerd(portal))].flatMap(([reden, aantal]) => {
    const since = aantal - (before.get(reden) ?? 0)
    return since > 0 ? [{ reden, aantal: since }] : []
  })
  return {
    ontvangen: received.length,
    opgehaald: received.filter(({ credentialtype }) => credentialtype === 'OPGEHAALD').length,
    geweigerd,
    onderweg,
    kwijt: missing.length - onderweg,
  }
}

async function readGeweigerd({ pool }: Both['portal']): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ reden: string; aantal: number }>(
    'select reden, sum(aantal)::int as aantal from afwijzing_telling group by reden order by reden',
  )
  return new Map(rows.map(({ reden, aantal }) => [reden, aantal]))
}
