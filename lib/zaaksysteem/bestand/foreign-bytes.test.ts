import { expect, test } from 'vitest'
import { REFUSED, TAKEN, TEST_MAX_MB } from '#lib/platform/bestand/test-foreign-bytes.ts'
import { openTestZaaksysteem } from '../test-context.ts'
import { registerTestZaak } from '../zaak/test-zaak.ts'
import { bestandStore } from './bestand-store.ts'
import { storeBestand } from './store-bestand.ts'

const MIB = 1024 ** 2
const ctx = await openTestZaaksysteem({ env: { ZAAKSYSTEEM_BESTAND_MAX_MB: String(TEST_MAX_MB) } })
const zaakId = (await registerTestZaak(ctx)).id

/** Yields small parts, like a slow network. */
async function* parts(bytes: Buffer) {
  for (let offset = 0; offset < bytes.byteLength; offset += 1000) yield bytes.subarray(offset, offset + 1000)
}
const send = (bytes: Buffer, naam = 'tekening') => storeBestand(ctx, { zaakId, naam, bytes: parts(bytes) })

test.each(TAKEN)('%s is stored with its real formaat', async (_, bytes, formaat, naam) => {
  expect(await send(bytes)).toMatchObject({ ok: true, bestand: { formaat, naam, grootte: bytes.byteLength } })
})

test.each(REFUSED)('%s is refused, and stores nothing', async (_, bytes, reason) => {
  const before = await ctx.db.bestand.count()
  const ids: string[] = []
  const store = bestandStore(ctx)
  const { write } = store
  store.write = (key, sealed) => {
    ids.push(key)
    return write(key, sealed)
  }
  expect(await send(bytes)).toEqual({ ok: false, reason })
  store.write = write
  expect(await ctx.db.bestand.count()).toBe(before)
  for (const id of ids) expect(await store.size(id)).toBeUndefined()
})

test('a stream that exceeds the limit is read no further than the limit', async () => {
  let given = 0
  async function* endless() {
    for (;;) {
      given += MIB
      yield Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(MIB - 9)])
    }
  }
  expect(await storeBestand(ctx, { zaakId, naam: 'x', bytes: endless() })).toEqual({
    ok: false,
    reason: 'bestand_too_large',
  })
  expect(given).toBe(4 * MIB)
})
