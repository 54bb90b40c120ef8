import { expect, test } from 'vitest'
import { findOrCreateBurger } from '#lib/publieksportaal/burger/find-or-create-burger.ts'
import { createTestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { GET, POST } from './route.ts'

test('one click unsubscribes, with the same answer for an unknown code; a GET changes nothing', async () => {
  const ctx = await createTestPublieksportaal()
  // The context of the process, which the route uses.
  Object.assign(globalThis, { [Symbol.for('zaakbode.publieksportaal')]: ctx })
  const { id: burgerId } = await findOrCreateBurger(ctx, '999990342')
  const afmeldcode = 'A'.repeat(22)
  const fields = { taal: 'nl', verzoeken: 1, verzoekenSinds: new Date(), sleutelId: 'x' } as const
  await ctx.db.emailadres.create({ data: { burgerId, afmeldcode, versleuteld: new Uint8Array(1), ...fields } })
  const call = async (handle: typeof POST, code: string) => {
    const url = `http://localhost/api/publieksportaal/afmelden/${code}`
    const method = handle === POST ? 'POST' : 'GET'
    const { status, headers } = await handle(new Request(url, { method }), { params: Promise.resolve({ code }) })
    return { status, location: headers.get('Location'), cookie: headers.get('Set-Cookie') }
  }
  const isKnown = async () => (await ctx.db.emailadres.findUnique({ where: { burgerId } }))?.versleuteld !== null

  expect(await call(GET, afmeldcode)).toMatchObject({ status: 303, location: `/mijn/afmelden?code=${afmeldcode}` })
  expect(await isKnown()).toBe(true)
  const answer = { status: 204, location: null, cookie: null }
  expect(await call(POST, 'x')).toEqual(answer)
  expect(await isKnown()).toBe(true)
  expect(await call(POST, afmeldcode)).toEqual(answer)
  expect(await isKnown()).toBe(false)
  expect(await call(POST, afmeldcode)).toEqual(answer)
  await ctx.close()
})
