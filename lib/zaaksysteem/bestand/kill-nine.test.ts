import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { Readable, type Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { DAY_MS } from '#lib/platform/durations.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { registerTestZaak } from '../zaak/test-zaak.ts'
import { bestandStore, openBestand } from './bestand-store.ts'
import { storeBestand } from './store-bestand.ts'
import { sweepBestanden } from './sweep-bestanden.ts'

const BYTES = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(500_000)])
let later = 0
const ctx = await openTestZaaksysteem({ clock: () => new Date(Date.now() + later) })
const zaakId = (await registerTestZaak(ctx)).id

function upload() {
  const child = spawn(process.execPath, ['lib/zaaksysteem/bestand/test-upload-process.ts', zaakId], {
    env: { ...ctx.variables, LOG_LEVEL: 'silent', NODE_ENV: 'test' },
    stdio: ['pipe', 'ignore', 'inherit', 'ipc'],
  }) as ChildProcess & { stdin: Writable }
  // The child is killed while it is written to.
  child.stdin.on('error', () => {})
  return child
}
async function kill(child: ChildProcess) {
  child.kill('SIGKILL')
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
}
const rows = () => ctx.db.bestand.findMany({ where: { zaakId } })
const files = async () => {
  const all = await readdir(ctx.env.ZAAKSYSTEEM_BESTANDEN_MAP, { recursive: true }).catch(() => [])
  return all.filter((name) => name.length > 2)
}
async function expectNothingAfterADay() {
  later += DAY_MS + 1000
  await sweepBestanden(ctx)
  expect(await rows()).toEqual([])
  expect(await files()).toEqual([])
}

test('an upload killed while receiving does not exist, and the sweep removes its bytes', async () => {
  const child = upload()
  child.stdin.write(BYTES.subarray(0, 300_000))
  await expect.poll(files, { timeout: 60_000 }).toEqual([expect.stringMatching(/\.deel$/)])
  await kill(child)
  expect(await rows()).toMatchObject([{ status: 'onderweg', grootte: null }])
  await expectNothingAfterADay()
})

test('an upload killed between its last byte and its row does not exist either', async () => {
  const client = await ctx.pool.connect()
  await client.query('begin')
  await client.query('select from zaak where id = $1 for no key update', [zaakId])
  const child = upload()
  child.stdin.end(BYTES)
  await expect.poll(files, { timeout: 60_000 }).toEqual([expect.not.stringMatching(/\.deel$/)])
  await kill(child)
  await client.query('rollback')
  client.release()
  expect(await rows()).toMatchObject([{ status: 'onderweg', grootte: null }])
  await expectNothingAfterADay()
})

test('an upload killed after its row is complete and can become a document', async () => {
  const child = upload()
  child.stdin.end(BYTES)
  await expect.poll(rows, { timeout: 60_000 }).toMatchObject([{ status: 'opgeslagen' }])
  await kill(child)
  const [row] = await rows()
  if (!row) throw new Error('no row')
  expect((await buffer(openBestand(ctx, { ...row, grootte: row.grootte as number }))).equals(BYTES)).toBe(true)
  await expectNothingAfterADay()
})

test('a sweep killed between bytes and row leaves the row to the next sweep', async () => {
  const outcome = await storeBestand(ctx, { zaakId, naam: 'tekening', bytes: Readable.from([BYTES]) })
  if (!outcome.ok) throw new Error(outcome.reason)
  await ctx.db.bestand.updateMany({ data: { status: 'vervallen' } })
  await bestandStore(ctx).remove(outcome.bestand.id)
  await sweepBestanden(ctx)
  expect([await rows(), await files()]).toEqual([[], []])
})
