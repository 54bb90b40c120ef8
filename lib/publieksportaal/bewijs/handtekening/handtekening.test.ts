import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { FlattenedSign } from 'jose'
import { beforeEach, expect, test } from 'vitest'
import { writePdf } from '#lib/platform/pdf/write-pdf.ts'
import { OPDRACHTREGEL } from '../../audit/recorded-transaction.ts'
import { openTestPublieksportaal } from '../../test-context.ts'
import { publishedJwks, rotateBewijssleutel } from './bewijssleutels.ts'
import { checkBewijs, MOST_BYTES } from './check-bewijs.ts'
import { signJson, signPdf } from './sign-bewijs.ts'
import { runScript } from './test-controle.ts'

const OP = new Date('2026-11-29T10:00:00Z')
const WANTED = { code: 'CSQP-YRK1', op: OP }
const BESTAND = {
  gemaaktOp: OP.toISOString(),
  code: WANTED.code,
  zaak: { zaaknummer: 'Z-1', zaaktype: 'Omgevingsvergunning', omschrijving: 'Dakkapel „Ş”' },
  wijzigingen: [],
  inzendingen: [],
}
const GENUINE = { ok: true, isOuder: false, ondertekend: { gemaaktOp: OP, code: WANTED.code } }
const CHANGED = { ok: false, reason: 'changed' }

const ctx = await openTestPublieksportaal({ clock: () => OP })
const pdf = await writePdf({
  titel: 'Bewijs',
  auteur: 'Gemeente',
  op: OP,
  blokken: [{ soort: 'kop', tekst: 'Bewijs' }],
})
beforeEach(() => ctx.db.bewijssleutel.deleteMany())

const json = () => signJson(ctx, BESTAND, WANTED)
const check = (file: Uint8Array | string) => checkBewijs(ctx, Buffer.from(file as string))
const rotate = (direct = false) => rotateBewijssleutel(ctx, { actor: OPDRACHTREGEL, direct })

/** Returns the file with a forged signature. */
async function forged(header: { alg: string; kid?: string }, key: Parameters<FlattenedSign['sign']>[0]) {
  const file = (await json()).toString()
  const at = file.indexOf(',\n  "handtekening"')
  const iat = OP.getTime() / 1000
  const signing = new FlattenedSign(Buffer.from(file.slice(0, at)))
  const jws = await signing
    .setProtectedHeader({ typ: 'bewijs+jws', cty: 'application/json', iat, code: WANTED.code, ...header })
    .sign(key)
  return `${file.slice(0, at)},\n  "handtekening": "${jws.protected}..${jws.signature}"\n}\n`
}
const ourKid = async () => (await publishedJwks(ctx)).keys[0]?.kid as string

test('JSON stays JSON with its signature as the last member, a PDF stays a PDF, and both are genuine', async () => {
  const file = await json()
  const { handtekening, ...rest } = JSON.parse(file.toString())
  expect(rest).toEqual(BESTAND)
  expect(handtekening).toMatch(/^[\w-]+\.\.[\w-]{86}$/)
  expect(await check(file)).toMatchObject(GENUINE)

  const signed = await signPdf(ctx, pdf, WANTED)
  expect(signed.subarray(0, pdf.length).equals(pdf)).toBe(true)
  expect(await check(signed)).toMatchObject(GENUINE)
})

test('changing any byte makes it not genuine', async () => {
  const file = await json()
  for (let index = 0; index < file.length; index++) {
    const changed = Buffer.from(file)
    changed[index] = (changed[index] as number) ^ 1
    expect((await checkBewijs(ctx, changed)).ok, `byte ${index}`).toBe(false)
  }
  const signed = await signPdf(ctx, pdf, WANTED)
  for (const index of [10, pdf.length - 10, pdf.length + 30, signed.length - 10, signed.length - 2]) {
    const changed = Buffer.from(signed)
    changed[index] = (changed[index] as number) ^ 1
    expect((await checkBewijs(ctx, changed)).ok, `byte ${index}`).toBe(false)
  }
})

test('bytes behind a signature, or between two, are refused', async () => {
  const file = (await json()).toString()
  const jws = JSON.parse(file).handtekening
  for (const more of [
    file.replace('"\n}\n', '",\n  "zaak": {}\n}\n'),
    file.replace('"\n}\n', '.."",\n  "zaak": {}\n}\n'),
    `${file} `,
    file.trimEnd(),
    `${file.slice(0, -2)},\n  "handtekening": "${jws}"\n}\n`,
    `{"zaak": {},${file.slice(1)}`,
  ])
    expect((await check(more)).ok, more.slice(-60)).toBe(false)
  const signed = await signPdf(ctx, pdf, WANTED)
  expect((await check(Buffer.concat([signed, Buffer.from('%%EOF\n')]))).ok).toBe(false)
  expect(await check(Buffer.concat([signed, Buffer.from(`% handtekening: ${jws}\n`)]))).toEqual(CHANGED)
})

test('another key, no algorithm, and our public key as a secret are refused', async () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  await json()
  const kid = await ourKid()
  expect(await check(await forged({ alg: 'ES256', kid }, privateKey))).toEqual(CHANGED)
  for (const other of [randomUUID(), 'kid', "'; drop table bewijssleutel; --", undefined])
    expect(await check(await forged({ alg: 'ES256', ...(other && { kid: other }) }, privateKey))).toEqual({
      ok: false,
      reason: 'other_key',
    })

  const publiek = Buffer.from(JSON.stringify((await publishedJwks(ctx)).keys[0]))
  expect(await check(await forged({ alg: 'HS256', kid }, publiek))).toEqual(CHANGED)
  const none = Buffer.from(JSON.stringify({ alg: 'none', kid, typ: 'bewijs+jws' })).toString('base64url')
  const file = (await json()).toString()
  for (const signature of ['', 'AA'])
    expect((await check(file.replace(/"[\w-]+\.\.[\w-]+"/, `"${none}..${signature}"`))).ok).toBe(false)
})

test('after a rotation the next key signs, and earlier files stay genuine', async () => {
  const before = await json()
  const { kid } = await rotate()
  const after = await json()
  expect(
    JSON.parse(Buffer.from(JSON.parse(after.toString()).handtekening.split('.')[0], 'base64url').toString()).kid,
  ).toBe(kid)
  for (const file of [before, after]) expect(await check(file)).toMatchObject(GENUINE)
  expect((await publishedJwks(ctx)).keys.map((key) => key.kid)).toContain(kid)
  expect(await ctx.db.bewijssleutel.count({ where: { versleuteld: { not: null } } })).toBe(1)
  expect(await ctx.db.auditregel.findMany({ where: { handeling: 'bewijssleutel_wisselen' } })).toMatchObject([
    { actorSoort: 'opdrachtregel', objectSoort: 'bewijssleutel', objectId: kid },
  ])
})

test('with a leaked key nothing is genuine, including later files of an attacker', async () => {
  const before = await json()
  await rotate(true)
  expect(await check(before)).toEqual({ ok: false, reason: 'withdrawn' })
  expect((await publishedJwks(ctx)).keys).toHaveLength(1)
  expect(await check(await json())).toMatchObject(GENUINE)
})

test('only the public half is published, and processes that start concurrently share one key', async () => {
  await Promise.all(Array.from({ length: 5 }, json))
  const { keys } = await publishedJwks(ctx)
  expect(keys).toEqual([
    {
      kid: expect.any(String),
      use: 'sig',
      alg: 'ES256',
      kty: 'EC',
      crv: 'P-256',
      x: expect.any(String),
      y: expect.any(String),
    },
  ])
})

test('any other file is refused as no bewijs, at any length', async () => {
  const long = Buffer.concat([Buffer.alloc(10_000_000, 0x20), await json()])
  for (const file of ['', '{}', '\0', long, Buffer.alloc(MOST_BYTES, '% handtekening: ')]) {
    expect(await check(file)).toEqual({ ok: false, reason: 'no_bewijs' })
  }
})

test('a stranger verifies it offline, with the published keys and the script of the page', async () => {
  const run = (file: Uint8Array | string) => runScript(ctx, file)
  const file = await json()
  const [first, ...said] = (await run(file)).stdout.split('\n')
  expect(first).toBe(`genuine ${OP.toISOString()} ${WANTED.code}`)
  expect(JSON.parse(said.join('\n'))).toMatchObject(BESTAND)
  const ofPdf = await run(await signPdf(ctx, pdf, WANTED))
  expect([ofPdf.code, ofPdf.stdout.split('\n')[0]]).toEqual([0, first])
  const refused = { code: 1, stdout: '' }
  expect(await run(file.toString().replace('Dakkapel', 'Dakterras'))).toEqual(refused)
  expect(await run(file.toString().replace('"\n}\n', '.."",\n  "zaak": {}\n}\n'))).toEqual(refused)
  await rotate(true)
  expect(await run(file)).toEqual(refused)
})
