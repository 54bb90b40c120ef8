import { expect, test, vi } from 'vitest'
import { openTestZaaksysteem } from '#lib/zaaksysteem/test-context.ts'
import { registerTestZaak } from '#lib/zaaksysteem/zaak/test-zaak.ts'
import { setVertrouwelijk } from '#lib/zaaksysteem/zaak/vertrouwelijkheid/set-vertrouwelijk.ts'
import { GET } from './route.ts'

const signedIn = vi.hoisted(() => ({ current: undefined as { id: string } | undefined }))
vi.mock('#lib/zaaksysteem/sign-in/sign-in.ts', () => ({ currentBehandelaar: async () => signedIn.current }))

const ctx = await openTestZaaksysteem()
Object.assign(globalThis, { [Symbol.for('zaakbode.zaaksysteem')]: ctx })

const ADDRESS = 'http://localhost/balie/zaken/x/nieuws'

async function ask(zaakId: string) {
  const response = await GET(new Request(ADDRESS), { params: Promise.resolve({ zaakId }) })
  return { status: response.status, headers: [...response.headers], body: await response.text() }
}

async function signIn(team: string, rollen: string[]) {
  signedIn.current = await ctx.db.behandelaar.create({
    data: { subject: crypto.randomUUID(), naam: 'A', team, rollen },
  })
}

test('a behandelaar who may read the zaak gets its state, which no cache stores', async () => {
  const { id } = await registerTestZaak(ctx)
  await signIn('Parkeren', ['lezer'])
  const { status, headers, body } = await ask(id)
  expect([status, JSON.parse(body)]).toEqual([200, { versie: 1, inzendingen: 0, overig: 0 }])
  expect(headers).toContainEqual(['cache-control', 'no-store'])
})

test('a zaak that the behandelaar may not read answers as a missing one, in every header', async () => {
  const { id } = await registerTestZaak(ctx)
  const { id: hidden, ...other } = await registerTestZaak(ctx)
  const door = { behandelaarId: other.behandelaarId }
  const { traceparent } = other.change
  await setVertrouwelijk(ctx, { zaakId: hidden, vertrouwelijk: true, reden: 'Dreiging.', door, traceparent })
  await signIn('Parkeren', ['behandelaar:Parkeren'])
  const never = await ask(crypto.randomUUID())
  expect(never.status).toBe(404)
  expect(await ask(id)).toEqual(never)
  expect(await ask('x')).toEqual(never)
  await signIn('Parkeren', ['behandelaar', 'coordinator', 'beheerder'])
  expect(await ask(hidden)).toEqual(never)
  expect((await ask(id)).status).toBe(200)
})

test("without a sign-in no zaak's state is returned", async () => {
  const { id } = await registerTestZaak(ctx)
  signedIn.current = undefined
  const answer = await ask(id)
  expect(answer.status).toBe(401)
  expect(await ask(crypto.randomUUID())).toEqual(answer)
})
