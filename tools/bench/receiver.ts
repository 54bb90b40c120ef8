import { Pool } from 'undici'
import { type Credentialtype, credentialtype } from '#lib/contract/abonnement-resource.ts'
import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import { expectNoGeheim, storeGeheim } from '#lib/publieksportaal/bron/geheim.ts'
import { offerBezorgwijze } from '#lib/publieksportaal/bron/offer-bezorgwijze.ts'
import { webhookUrl } from '#lib/publieksportaal/env.ts'
import { findZaaktype } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import { ensureSleutels } from '#lib/zaaksysteem/signing/signing-keys.ts'
import { registerZaak } from '#lib/zaaksysteem/zaak/registratie/register-zaak.ts'
import { expectDone } from '../../prisma/seed/expect-done.ts'
import { startNextOnly, waitUntilReady } from '../../scripts/local/processes.ts'
import { registerPortal } from '../../scripts/local/register-portal.ts'
import { percentiles } from '../load/at-rate.ts'
import { startInstallation } from '../load/start-installation.ts'
import { makeBsn } from './make-bsn.ts'
import { closedLoop, type Outgoing } from './receiver/closed-loop.ts'
import { createSender } from './receiver/sender.ts'
import { isShort } from './short.ts'
import { verdict } from './verdict.ts'

// Measures how many requests and events per second the portal's web process accepts with each method.
// Compares with the same route handler behind Next.js' own server, and with an empty one there. Every event
// changes a zaak of a citizen. The zaaksysteem runs in a process of its own, and the portal fetches from it
// during the run, as always after an event. The portal finds that its own versie is newer, which costs more
// than finding no difference.

const ROUNDS = isShort ? 1 : 5
const AT_ONCE = 16
const ZAKEN = isShort ? 100 : 2_000
const ZAKEN_PER_BURGER = 4
const REGISTERED_AT_ONCE = 8
const WARM_UP = isShort ? 2 : 32
const SINGLES = { count: isShort ? 16 : 400, perRequest: 1 }
const BATCHES = { count: isShort ? 1 : 6, perRequest: 100 }
const AIMS = { ofTrivial: 0.6, ofNext: 2, ofSingle: 10 }
const PORTS = { zaaksysteem: 3922, publieksportaal: 3923 }
const NEXT_ONLY_PORT = 3926

const portalOrigin = `http://localhost:${PORTS.publieksportaal}`
const installation = await startInstallation({
  port: PORTS.zaaksysteem,
  own: () => ({ PUBLIEKSPORTAAL_URL: portalOrigin }),
})
const { origin, variables, zaaksysteem, portal } = installation
// Made before the portal fetches the published keys.
await ensureSleutels(zaaksysteem)

const webOf = (system: keyof typeof PORTS) =>
  installation.start('web.ts', { SYSTEMS: system, PORT: String(PORTS[system]) })
const nextOnlyOrigin = `http://localhost:${NEXT_ONLY_PORT}`
const nextOnly = startNextOnly({
  port: NEXT_ONLY_PORT,
  variables: { ...variables, SYSTEMS: 'publieksportaal' },
  logFile: installation.logFile,
})
const webs = [webOf('zaaksysteem'), webOf('publieksportaal'), nextOnly]
await Promise.all([origin, portalOrigin, nextOnlyOrigin].map((each, index) => waitUntilReady(each, webs[index])))

const zaaktype = await findZaaktype(zaaksysteem, 'APV-STAND')
const statussen = zaaktype.statustypen.slice(0, 2).map(({ code }) => code) as [string, string]
const zaken: string[] = []
while (zaken.length < ZAKEN) {
  const registered = await Promise.all(
    Array.from({ length: REGISTERED_AT_ONCE }, (_, index) =>
      registerZaak(zaaksysteem, {
        zaaktype: zaaktype.identificatie,
        omschrijving: `Standplaats ${zaken.length + index}`,
        aanvrager: { naam: 'Burger', bsn: makeBsn(Math.floor((zaken.length + index) / ZAKEN_PER_BURGER)) },
        traceparent: traceparentOf(null),
      }),
    ),
  )
  zaken.push(...registered.map((one) => expectDone(one).id))
}
// The worker performs the handshake with the portal. If it ran longer, it would deliver the events of this
// bench.
const worker = installation.start('worker.ts')
await registerPortal(installation)
await worker.stop()

const sink = webhookUrl(portal.env)
const sender = createSender(zaaksysteem, { sink, zaken, statussen })
const [pool, nextPool] = [portalOrigin, nextOnlyOrigin].map(
  (origin) => new Pool(origin, { connections: AT_ONCE, pipelining: 1 }),
) as [Pool, Pool]

/** Fetching zaken for the events of one measurement would slow down the next. */
const forgetWhatIsToBeFetched = () => portal.db.ophaalopdracht.deleteMany()

async function measureWebhook(at: Pool, credentialtype: Credentialtype, size: typeof SINGLES): Promise<number> {
  await forgetWhatIsToBeFetched()
  const { ACCESSTOKEN: accesstoken, STANDARDWEBHOOKS: secret } = sender.secrets
  await portal.db.bezorgwijze.deleteMany()
  await offerBezorgwijze(portal, { credentialtype, contentmodus: 'batch' })
  if (credentialtype === 'ACCESSTOKEN' && accesstoken) await storeGeheim(portal, { credentialtype, accesstoken })
  if (credentialtype === 'STANDARDWEBHOOKS' && secret) await storeGeheim(portal, { credentialtype, secret })
  await expectNoGeheim(portal)
  const warmUp = await sender.prepare(credentialtype, { ...size, count: WARM_UP })
  const requests = await sender.prepare(credentialtype, size)
  await closedLoop(at, { requests: warmUp, atOnce: 1, expected: 204 })
  return closedLoop(at, { requests, atOnce: AT_ONCE, expected: 204 })
}

async function measureTrivial(): Promise<number> {
  await forgetWhatIsToBeFetched()
  const request: Outgoing = { method: 'GET', path: '/api/health/live', headers: {} }
  return closedLoop(nextPool, { requests: Array(SINGLES.count).fill(request), atOnce: AT_ONCE, expected: 200 })
}

type Neighbours = { trivial: number; single: number; byNext: number; events: number }
const rounds = new Map<Credentialtype, Neighbours[]>(
  credentialtype.options.map((credentialtype) => [credentialtype, []]),
)
for (let round = 1; round <= ROUNDS; round += 1) {
  for (const [credentialtype, measured] of rounds) {
    const trivial = await measureTrivial()
    const single = await measureWebhook(pool, credentialtype, SINGLES)
    const byNext = await measureWebhook(nextPool, credentialtype, SINGLES)
    const batches = await measureWebhook(pool, credentialtype, BATCHES)
    measured.push({ trivial, single, byNext, events: batches * BATCHES.perRequest })
  }
}

const median = (values: number[]) => percentiles(values).p50
const results = [...rounds].map(([credentialtype, measured]) => ({
  credentialtype,
  single: median(measured.map(({ single }) => single)),
  ofTrivial: median(measured.map(({ single, trivial }) => single / trivial)),
  ofNext: median(measured.map(({ single, byNext }) => single / byNext)),
  events: median(measured.map(({ events }) => events)),
  ofSingle: median(measured.map(({ events, single }) => events / single)),
}))
console.log(`\n${AT_ONCE} at once; the median of ${ROUNDS} rounds, each ratio between neighbours in time`)
console.log('                         requests/s   of the trivial   of by Next.js   events/s of 100   of one by one')
for (const { credentialtype, single, ofTrivial, ofNext, events, ofSingle } of results) {
  const cells = [single.toFixed(0).padStart(12), ofTrivial.toFixed(2).padStart(17), ofNext.toFixed(2).padStart(16)]
  console.log(
    credentialtype.padEnd(23) + cells.join('') + events.toFixed(0).padStart(18) + ofSingle.toFixed(1).padStart(16),
  )
}
const ofTrivial = Math.min(...results.map((result) => result.ofTrivial))
const ofNext = Math.min(...results.map((result) => result.ofNext))
const ofSingle = Math.min(...results.map((result) => result.ofSingle))
console.log(
  `One by one is at least ${ofTrivial.toFixed(2)} of GET /api/health/live by Next.js (aim: ≥ ${AIMS.ofTrivial}): ${verdict(ofTrivial >= AIMS.ofTrivial)}`,
)
console.log(
  `and ${ofNext.toFixed(2)} times the same by Next.js (aim: ≥ ${AIMS.ofNext}): ${verdict(ofNext >= AIMS.ofNext)}`,
)
console.log(
  `Batches of ${BATCHES.perRequest} bring at least ${ofSingle.toFixed(1)} times the events (aim: ≥ ${AIMS.ofSingle}): ${verdict(ofSingle >= AIMS.ofSingle)}`,
)

await Promise.all([pool.close(), nextPool.close()])
await Promise.all(webs.map((web) => web.stop()))
await installation.stop()
process.exit(0)
