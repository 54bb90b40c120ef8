import { randomBytes } from 'node:crypto'
import { createLogger } from '#lib/platform/logger.ts'
import { applyMigrations } from '#lib/platform/postgres/apply-migrations.ts'
import { ensureDatabase } from '#lib/platform/postgres/ensure-database.ts'
import { createPublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { readPublieksportaalEnv } from '#lib/publieksportaal/env.ts'
import { startTemporaryPostgres } from '../../scripts/local/embedded-postgres.ts'
import { createFreshZaaksysteem } from '../../scripts/local/temporary-zaaksysteem.ts'
import { percentiles } from '../load/at-rate.ts'
import { addCoordinator } from '../load/order-bulk.ts'
import { fillTown } from './scale/fill-town.ts'
import { makeModels } from './scale/make-models.ts'
import { MEASUREMENTS, type Place, type Town } from './scale/measurements.ts'
import { burgerId, EVENTS_PER_ZAAK } from './scale/town.ts'
import { isShort } from './short.ts'

// Runs queries of the desk, the worker and the portal on databases with a million zaken and ten million
// events, and on a hundredth of that. `npm run bench -- scale --zaken 200000` makes the larger town smaller.

const SMALL = isShort ? 600 : 10_000
const option = process.argv.indexOf('--zaken')
const LARGE = option === -1 ? SMALL * (isShort ? 2 : 100) : Number(process.argv[option + 1])
const [RUNS, WARM_UP] = isShort ? [1, 0] : [15, 3]
const AIM = 1.5
/** Below this, differences are chance. */
const LEAST_MS = 0.2

const settings = isShort ? [] : ['max_wal_size=8GB', 'shared_buffers=1GB']
// Not crash-safe, because filling would wait for the disk. The measurements mostly read.
const postgres = await startTemporaryPostgres({ settings })
const log = createLogger('bench', process.stdout, 'error')
const secret = () => randomBytes(32).toString('base64url')

async function buildTown(size: number): Promise<Town> {
  const startMs = performance.now()
  const zaaksysteem = await createFreshZaaksysteem(postgres, `zaaksysteem-${size}`, { client: 'bench', log })
  const database = `publieksportaal-${size}`
  await ensureDatabase(postgres.url('postgres'), database)
  await applyMigrations({ connectionString: postgres.url(database), schemaDir: 'prisma/publieksportaal' })
  const portal = createPublieksportaalContext(
    readPublieksportaalEnv({
      PUBLIEKSPORTAAL_DATABASE_URL: postgres.url(database),
      PUBLIEKSPORTAAL_URL: 'http://localhost:3000',
      PUBLIEKSPORTAAL_BSN_HASH_KEY: secret(),
      PUBLIEKSPORTAAL_AUTH_SECRET: secret(),
      PUBLIEKSPORTAAL_ENCRYPTION_KEYS: `bench=${randomBytes(32).toString('base64')}`,
      PUBLIEKSPORTAAL_BRON_ORIGIN: 'zaaksysteem.bench',
      PUBLIEKSPORTAAL_BRON_JWKS_URL: 'http://localhost:3000/api/zaaksysteem/jwks.json',
      PUBLIEKSPORTAAL_ZAAKSYSTEEM_API: 'http://localhost:3000/api/zaaksysteem/v1',
      PUBLIEKSPORTAAL_ZAAKSYSTEEM_TOKEN: secret(),
      DEMO: '1',
    }),
    { log },
  )
  await makeModels({ zaaksysteem, portal })
  const seconds = () => ((performance.now() - startMs) / 1000).toFixed(0).padStart(5)
  const progress = (message: string) => console.log(`${seconds()} s  ${message}`)
  await fillTown({ zaaksysteem: zaaksysteem.pool, portal: portal.pool }, { size, progress })
  progress(`${size.toLocaleString('en')} zaken, ${(size * EVENTS_PER_ZAAK).toLocaleString('en')} events and deliveries`)
  const { id: abonnementId } = await zaaksysteem.db.abonnement.findFirstOrThrow()
  const coordinatorId = await addCoordinator(zaaksysteem)

  let nummer = size + 1
  async function takeZaak(): Promise<Place> {
    const [place] = (await zaaksysteem.pool.query<Place>(TAKE, [size, nummer])).rows
    if (!place) throw new Error('There are no more open zaken')
    nummer = place.nummer
    return place
  }
  return { zaaksysteem, portal, abonnementId, coordinatorId, takeZaak }
}

const TAKE = `
  select id as "zaakId", nummer, versie, behandelaar_id as "behandelaarId", (${burgerId})::text as "burgerId"
  from (select zaak.*, nummer - 1 as k, $1::bigint as n from zaak) zaak
  where einddatum is null and behandelaar_id is not null and nummer < $2 order by nummer desc limit 1`

const towns = [await buildTown(SMALL), await buildTown(LARGE)]
await towns[0]?.zaaksysteem.pool.query('checkpoint')

console.log(`\nmedian ms of ${RUNS} runs, in turns; aim: at most ${AIM} times`)
console.log(`${''.padEnd(34)}${[SMALL, LARGE].map((size) => size.toLocaleString('en').padStart(11)).join('')}   times`)
const worst: string[] = []
for (const { name, prepare } of MEASUREMENTS) {
  const spent = towns.map((): number[] => [])
  for (let run = -WARM_UP; run < RUNS; run += 1) {
    for (const [index, town] of towns.entries()) {
      const work = await prepare(town)
      const startMs = performance.now()
      await work()
      if (run >= 0) spent[index]?.push(performance.now() - startMs)
    }
  }
  const [small, large] = spent.map((times) => percentiles(times).p50) as [number, number]
  const ratio = Math.max(large, LEAST_MS) / Math.max(small, LEAST_MS)
  if (ratio > AIM) worst.push(`${name} ${ratio.toFixed(1)}`)
  const cells = [small, large].map((ms) => ms.toFixed(2).padStart(11)).join('')
  console.log(`${name.padEnd(34)}${cells}${ratio.toFixed(2).padStart(8)}${ratio > AIM ? '  over the aim' : ''}`)
}
console.log(worst.length > 0 ? `\nOver the aim: ${worst.join(', ')}` : '\nAll within the aim.')

for (const { zaaksysteem, portal } of towns) {
  await zaaksysteem.close()
  await portal.close()
}
await postgres.stop()
process.exit(0)
