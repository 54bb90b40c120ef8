import { Gauge, Registry } from 'prom-client'
import { SECOND_MS } from '#lib/platform/durations.ts'
import { countBewijzen } from '../bewijs/count-bewijzen.ts'
import { bounceMetrics } from '../bounce/bounce-metrics.ts'
import { countOldHashes } from '../burger/count-old-hashes.ts'
import type { PublieksportaalContext } from '../context.ts'
import { findWaiting } from '../inzending/find-waiting.ts'
import { countMails } from '../mail/count-mails.ts'
import { countPushes } from '../push/count-pushes.ts'
import { webhookMetrics } from '../receiver/webhook-metrics.ts'
import { startPortal } from '../start-portal.ts'
import { countOldEncryptions } from '../upkeep/count-old-encryptions.ts'

/** The metrics of the portal: webhooks and live streams of this process, and what waits in the database. */
export async function readMetrics(ctx: PublieksportaalContext): Promise<Registry[]> {
  const { live } = await startPortal(ctx)
  const waiting = await ctx.pool.query<{ count: number }>('select count(*)::int from ophaalopdracht')
  const bewijzen = await countBewijzen(ctx)
  const inzendingen = await findWaiting(ctx)
  const mails = await countMails(ctx)
  const pushes = await countPushes(ctx)
  const registry = new Registry()
  const registers = [registry]
  new Gauge({
    name: 'zaakbode_live_connections',
    help: 'Open live streams of this process',
    registers,
  }).set(live.size())
  new Gauge({
    name: 'zaakbode_fetch_queue_depth',
    help: 'Zaken that wait to be fetched from the zaaksysteem',
    registers,
  }).set(waiting.rows[0]?.count ?? 0)
  new Gauge({
    name: 'zaakbode_evidence_queue_depth',
    help: 'What was seen or mailed and the zaaksysteem is still to be told of',
    registers,
  }).set(bewijzen.waiting)
  new Gauge({
    name: 'zaakbode_evidence_oldest_age_seconds',
    help: 'How long ago the oldest of it happened',
    registers,
  }).set(bewijzen.oldestAgeSeconds)
  new Gauge({
    name: 'zaakbode_citizen_message_queue_depth',
    help: 'What citizens said of a zaak and the zaaksysteem does not have yet',
    registers,
  }).set(inzendingen.waiting)
  new Gauge({
    name: 'zaakbode_citizen_message_oldest_age_seconds',
    help: 'How long ago the oldest of it was said',
    registers,
  }).set(ageOf(inzendingen.sinds, ctx.clock()))
  new Gauge({
    name: 'zaakbode_mail_queue_depth',
    help: 'Mails to citizens that the mail server does not have yet',
    registers,
  }).set(mails.waiting)
  new Gauge({
    name: 'zaakbode_mail_oldest_age_seconds',
    help: 'How long ago the oldest of them was ordered',
    registers,
  }).set(mails.oldestAgeSeconds)
  new Gauge({
    name: 'zaakbode_push_queue_depth',
    help: 'Pushes to devices of citizens that a push service does not have yet',
    registers,
  }).set(pushes.waiting)
  new Gauge({
    name: 'zaakbode_push_oldest_age_seconds',
    help: 'How long ago the oldest of them was ordered',
    registers,
  }).set(pushes.oldestAgeSeconds)
  new Gauge({
    name: 'zaakbode_old_bsn_hashes',
    help: 'Burgers that are hashed with an older key than the newest',
    registers,
  }).set(await countOldHashes(ctx))
  new Gauge({
    name: 'zaakbode_old_encryptions',
    help: 'Addresses and secrets that are encrypted with an older key than the newest',
    registers,
  }).set(await countOldEncryptions(ctx))
  if (ctx.liveBus) {
    new Gauge({
      name: 'zaakbode_live_bus_connected',
      help: 'Whether this process is connected to NATS, by which processes tell each other of changes',
      registers,
    }).set(ctx.liveBus.isConnected() ? 1 : 0)
  }
  return [webhookMetrics(ctx).registry, bounceMetrics(ctx).registry, registry]
}

function ageOf(since: Date | null, now: Date): number {
  return since ? Math.max(0, (now.getTime() - since.getTime()) / SECOND_MS) : 0
}
