import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { HOUR_MS } from '#lib/platform/durations.ts'
import { findOrCreateBurger } from '../burger/find-or-create-burger.ts'
import { storedFiles, testPdf } from '../inzending/test-bestanden.ts'
import { storeZaak } from '../sync/store-zaak.ts'
import { openTestPublieksportaal } from '../test-context.ts'
import { testZaak } from '../test-zaak.ts'
import { openBestand } from './bestand-store.ts'
import { findReadyBestanden } from './ready-bestanden.ts'
import { sweepBestanden } from './sweep-bestanden.ts'

const BSN = '999990342'
const BYTES = testPdf(500_000)
let later = 0
const ctx = await openTestPublieksportaal({ clock: () => new Date(Date.now() + later) })
const zaak = testZaak({ bsn: BSN })
await storeZaak(ctx, zaak)
const of = { burgerId: (await findOrCreateBurger(ctx, BSN)).id, zaakId: zaak.uuid }

function upload() {
  const program = 'lib/publieksportaal/bestand/test-upload-process.ts'
  const child = spawn(process.execPath, [program, of.burgerId, of.zaakId, randomUUID()], {
    env: { ...ctx.variables, LOG_LEVEL: 'silent', NODE_ENV: 'test' },
    stdio: ['pipe', 'ignore', 'inherit', 'ipc'],
  }) as ChildProcess & { stdin: Writable }
  // The process is killed during a write.
  child.stdin.on('error', () => {})
  return child
}
async function kill(child: ChildProcess) {
  child.kill('SIGKILL')
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
}
const rows = () => ctx.db.bestand.findMany()

test('a process killed during the upload, or before the row says stored, leaves no ready file, and the sweep removes it', async () => {
  const child = upload()
  child.stdin.write(BYTES.subarray(0, 300_000))
  await expect.poll(() => storedFiles(ctx), { timeout: 60_000 }).toEqual([expect.stringMatching(/\.deel$/)])
  await kill(child)

  const client = await ctx.pool.connect()
  const late = upload()
  await expect.poll(rows, { timeout: 60_000 }).toHaveLength(2)
  await client.query('begin')
  await client.query('select from burger where id = $1 for no key update', [of.burgerId])
  late.stdin.end(BYTES)
  const isWhole = expect.not.stringMatching(/\.deel$/)
  await expect.poll(() => storedFiles(ctx), { timeout: 60_000 }).toEqual(expect.arrayContaining([isWhole]))
  await kill(late)
  await client.query('rollback')
  client.release()

  expect(await rows()).toMatchObject([{ status: 'onderweg' }, { status: 'onderweg' }])
  expect(await findReadyBestanden(ctx, of)).toEqual([])
  later += 6 * HOUR_MS + 1000
  await sweepBestanden(ctx)
  expect([await rows(), await storedFiles(ctx)]).toEqual([[], []])
})

test('a process killed after that leaves a ready file, whole', async () => {
  const child = upload()
  child.stdin.end(BYTES)
  await expect.poll(rows, { timeout: 60_000 }).toMatchObject([{ status: 'opgeslagen' }])
  await kill(child)
  const [row] = await rows()
  if (!row) throw new Error('no row')
  expect((await buffer(openBestand(ctx, { ...row, grootte: row.grootte as number }))).equals(BYTES)).toBe(true)
  expect(await findReadyBestanden(ctx, of)).toMatchObject([{ naam: 'tekening.pdf' }])
})
