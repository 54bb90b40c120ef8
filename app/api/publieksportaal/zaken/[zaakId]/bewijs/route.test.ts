import { encode } from 'next-auth/jwt'
import { expect, test } from 'vitest'
import { bewijsbestand } from '#lib/publieksportaal/bewijs/bewijsbestand.ts'
import { findOrCreateBurger } from '#lib/publieksportaal/burger/find-or-create-burger.ts'
import { createSessie } from '#lib/publieksportaal/sign-in/burger/sessies.ts'
import { storeZaak } from '#lib/publieksportaal/sync/store-zaak.ts'
import { openTestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { testZaak } from '#lib/publieksportaal/test-zaak.ts'
import { GET, POST } from './route.ts'

const COOKIE = 'zaakbode-mijn.session'
const ctx = await openTestPublieksportaal()
// The context of the process, which the route uses.
Object.assign(globalThis, { [Symbol.for('zaakbode.publieksportaal')]: ctx })

const of = (zaakId: string) => ({ params: Promise.resolve({ zaakId }) })

/** Requests as a citizen who has just signed in. */
async function ask(bsn: string, zaakId: string) {
  const { id: burgerId } = await findOrCreateBurger(ctx, bsn)
  const token = await createSessie(ctx, { burgerId, naam: null })
  const cookie = await encode({ token, secret: ctx.env.PUBLIEKSPORTAAL_AUTH_SECRET, salt: COOKIE })
  return GET(new Request('http://localhost:3000/', { headers: { cookie: `${COOKIE}=${cookie}` } }), of(zaakId))
}

const downloads = () => ctx.db.auditregel.count({ where: { handeling: 'bewijs_downloaden' } })

test('the citizen of the zaak gets its bewijs, uncached; anybody else gets a 404', async () => {
  const zaak = testZaak({ bsn: '999990342' })
  await storeZaak(ctx, zaak)
  const answer = await ask('999990342', zaak.uuid)
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="bewijs-\d{4}-\d\d-\d\d\.json"$/)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(bewijsbestand.parse(await answer.json()).zaak.kenmerk).toBe(zaak.uuid)
  expect(await downloads()).toBe(1)

  const [theirs, nobodys] = [await ask('999990408', zaak.uuid), await ask('999990408', testZaak().uuid)]
  expect([theirs.status, await theirs.json()]).toEqual([404, await nobodys.json()])
  expect(await downloads()).toBe(1)
})

test('without a session nothing is returned', async () => {
  const answer = await GET(new Request('http://localhost:3000/'), of(testZaak().uuid))
  expect([answer.status, (await answer.json()).code]).toEqual([401, 'not_signed_in'])
})

test.each(['HEAD', 'POST', 'DELETE'])('%s is refused', async (method) => {
  expect((await POST(new Request('http://localhost:3000/', { method }), of(testZaak().uuid))).status).toBe(405)
})
