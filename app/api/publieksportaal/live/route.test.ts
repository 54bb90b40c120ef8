import { encode } from 'next-auth/jwt'
import { expect, test } from 'vitest'
import { findOrCreateBurger } from '#lib/publieksportaal/burger/find-or-create-burger.ts'
import { createSessie } from '#lib/publieksportaal/sign-in/burger/sessies.ts'
import { openTestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { HEAD } from './route.ts'

const COOKIE = 'zaakbode-mijn.session'
const ctx = await openTestPublieksportaal()
// The context of the process, which the route uses.
Object.assign(globalThis, { [Symbol.for('zaakbode.publieksportaal')]: ctx })

test('no cache may store the live stream of a citizen', async () => {
  const { id: burgerId } = await findOrCreateBurger(ctx, '999990342')
  const token = await createSessie(ctx, { burgerId, naam: null })
  const cookie = await encode({ token, secret: ctx.env.PUBLIEKSPORTAAL_AUTH_SECRET, salt: COOKIE })
  const url = 'http://localhost:3000/api/publieksportaal/live'
  const { status, headers } = await HEAD(
    new Request(url, { method: 'HEAD', headers: { cookie: `${COOKIE}=${cookie}` } }),
  )
  expect({ status, cache: headers.get('Cache-Control') }).toEqual({ status: 200, cache: 'no-store, no-transform' })
})
