import { expect, test } from 'vitest'
import { forged } from '#lib/platform/crypto/test-forged.ts'
import { openZoek, readZoekInAdres, sealZoek } from './zoek-in-adres.ts'

const key = (id: string, byte: number) => ({ id, key: new Uint8Array(32).fill(byte) })
const ctx = { env: { ZAAKSYSTEEM_ENCRYPTION_KEYS: [key('nu', 1)] } } as Parameters<typeof sealZoek>[0]
const [mine, other] = ['0199a000-0000-7000-8000-000000000001', '0199a000-0000-7000-8000-000000000002']

test.each(['', 'ZAAK-2026-0000000123', 'zaak-2026-12', '123', '0000000123'])(
  'the number "%s" stays readable in the address',
  (zoek) => {
    expect(sealZoek(ctx, zoek, mine)).toBe(zoek)
    expect(openZoek(ctx, zoek, other)).toBe(zoek)
    expect(readZoekInAdres(zoek)).toBe(zoek)
  },
)

test.each([
  'Jansen',
  'M. El Amrani',
  'ZAAK-2026-1 Jansen',
  '999990019',
  '0612345678',
  '~nu.abc',
  'é☃',
  'x'.repeat(100),
])('the text "%s" is encrypted in the address, and the same sessie decrypts it', (zoek) => {
  const sealed = sealZoek(ctx, zoek, mine)
  expect(sealed).toMatch(/^~nu\.[\w-]+$/)
  expect(sealed).not.toContain(zoek)
  expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain(zoek)
  expect(readZoekInAdres(sealed)).toBe(sealed)
  expect(openZoek(ctx, sealed, mine)).toBe(zoek)
})

test('another sessie, a changed address and a removed key cannot decrypt it', () => {
  const sealed = sealZoek(ctx, 'Jansen', mine)
  const later = { env: { ...ctx.env, ZAAKSYSTEEM_ENCRYPTION_KEYS: [key('straks', 2)] } }
  expect(openZoek(ctx, sealed, other)).toBeUndefined()
  expect(openZoek(ctx, forged(sealed), mine)).toBeUndefined()
  expect(openZoek(later, sealed, mine)).toBeUndefined()
})

test.each(['Jansen', '999990019', '~', '~nu', '~nu.é', '~nu.abc def', `~nu.${'a'.repeat(1001)}`])(
  'the address "%s" counts as unreadable',
  (zoek) => {
    expect(openZoek(ctx, readZoekInAdres(zoek), mine)).toBeUndefined()
  },
)
