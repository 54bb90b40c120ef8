import { encode } from 'next-auth/jwt'
import { expect, test } from 'vitest'
import { findOrCreateBurger } from '#lib/publieksportaal/burger/find-or-create-burger.ts'
import { type Account, createSessie, endSessie } from '#lib/publieksportaal/sign-in/burger/sessies.ts'
import { storeZaak } from '#lib/publieksportaal/sync/store-zaak.ts'
import { openTestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { testZaak } from '#lib/publieksportaal/test-zaak.ts'
import { GET, POST } from './route.ts'

const COOKIE = 'zaakbode-mijn.session'
const ctx = await openTestPublieksportaal()
// The context of the process, which the route uses.
Object.assign(globalThis, { [Symbol.for('zaakbode.publieksportaal')]: ctx })

/** Requests as a citizen who has just signed in. */
async function ask(bsn: string, namens: Account['namens'] = undefined) {
  const { id: burgerId } = await findOrCreateBurger(ctx, bsn)
  const token = await createSessie(ctx, { burgerId, naam: null, ...(namens && { namens }) })
  const cookie = await encode({ token, secret: ctx.env.PUBLIEKSPORTAAL_AUTH_SECRET, salt: COOKIE })
  const request = () => GET(new Request('http://localhost:3000/', { headers: { cookie: `${COOKIE}=${cookie}` } }))
  return { sessieId: token.sessieId, request }
}

test('a signed-in citizen gets a file of their own data, uncached', async () => {
  const [mine, theirs] = [testZaak(), testZaak({ bsn: '999990408' })]
  for (const zaak of [mine, theirs]) await storeZaak(ctx, zaak)
  const { request } = await ask('999990342')
  const answer = await request()
  expect(answer.headers.get('content-disposition')).toMatch(
    /^attachment; filename="mijn-gegevens-\d{4}-\d\d-\d\d\.json"$/,
  )
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const text = await answer.text()
  expect(JSON.parse(text).zaken).toMatchObject([{ kenmerk: mine.uuid }])
  expect(text).not.toContain(theirs.uuid)
})

test('a gemachtigde of a person gets nothing; one of a company does, and is recorded', async () => {
  const { id: gemachtigdeId } = await findOrCreateBurger(ctx, '999990408')
  const namens = { naam: null, gemachtigdeId, bedrijfId: null }
  const before = await ctx.db.auditregel.count({ where: { handeling: 'gegevens_downloaden' } })
  const refused = await (await ask('999990342', { ...namens, soort: 'persoon' })).request()
  expect([refused.status, (await refused.json()).code]).toEqual([403, 'not_for_gemachtigde'])
  expect(await ctx.db.auditregel.count({ where: { handeling: 'gegevens_downloaden' } })).toBe(before)

  const answer = await (await ask('kvk:90000001', { ...namens, soort: 'bedrijf' })).request()
  const text = await answer.text()
  expect(JSON.parse(text).handelingen).toContainEqual(
    expect.objectContaining({ handeling: 'gegevens_downloaden', door: 'iemand anders, voor u' }),
  )
  expect(text).not.toContain(gemachtigdeId)
})

test('without a session, or after its end, nothing is returned or recorded', async () => {
  const { sessieId, request } = await ask('999990354')
  await endSessie(ctx, sessieId)
  const before = await ctx.db.auditregel.count()
  expect((await request()).status).toBe(401)
  const answer = await GET(new Request('http://localhost:3000/'))
  expect(answer.status).toBe(401)
  expect(await answer.json()).toMatchObject({ code: 'not_signed_in' })
  expect(await ctx.db.auditregel.count()).toBe(before)
})

test.each(['HEAD', 'POST', 'DELETE'])('%s is refused', async (method) => {
  const answer = await POST(new Request('http://localhost:3000/', { method }))
  expect(answer.status).toBe(405)
})
