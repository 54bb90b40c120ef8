import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { v7 as uuidv7 } from 'uuid'
import { expect, test, vi } from 'vitest'
import { findOrCreateBurger } from '#lib/publieksportaal/burger/find-or-create-burger.ts'
import { storeZaak } from '#lib/publieksportaal/sync/store-zaak.ts'
import { openTestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { testZaak } from '#lib/publieksportaal/test-zaak.ts'
import { nl } from '#lib/ui/texts/nl.ts'
import { GelezenForm } from './gelezen-form.tsx'
import { confirmGezienAction } from './gezien-actions.ts'

const BSN = '999990342'
const STRANGER = '999990408'
const signedIn = vi.hoisted(() => ({ current: {} as object }))
vi.mock('#lib/publieksportaal/sign-in/burger/sign-in.ts', () => ({ requireIngelogde: async () => signedIn.current }))

const ctx = await openTestPublieksportaal()
Object.assign(globalThis, { [Symbol.for('zaakbode.publieksportaal')]: ctx })

async function signIn(bsn: string, door?: string) {
  const { id: burgerId } = await findOrCreateBurger(ctx, bsn)
  const gemachtigdeId = door ? (await findOrCreateBurger(ctx, door)).id : null
  signedIn.current = { burgerId, gemachtigdeId, namens: door ? { soort: 'persoon', naam: null } : null }
  return { burgerId, gemachtigdeId }
}

/** Returns the redirect target, or the error page that Next.js would show. */
async function press(fields: Record<string, string>): Promise<string | undefined> {
  const formData = new FormData()
  for (const [name, value] of Object.entries(fields)) formData.set(name, value)
  return confirmGezienAction(formData).then(
    () => undefined,
    ({ digest }: { digest?: string }) => digest,
  )
}

async function store() {
  const zaak = testZaak({ bsn: BSN, statuscodes: ['ontvangen', 'in_behandeling'] })
  await storeZaak(ctx, zaak)
  const gezien = async () => (await ctx.db.zaak.findUniqueOrThrow({ where: { id: zaak.uuid } })).gezienVersie
  const reported = () =>
    ctx.db.bewijs.count({ where: { gebeurtenisId: { in: zaak.statussen.map((one) => one.gebeurtenisId) } } })
  return { zaakId: zaak.uuid, gezien, reported }
}

test('pressing the button marks the shown versie as seen, reports it, and redirects to the page', async () => {
  const { zaakId, gezien, reported } = await store()
  await signIn(BSN)
  expect(await press({ zaakId, versie: '1' })).toContain(`/mijn/zaken/${zaakId};`)
  expect([await gezien(), await reported()]).toEqual([1, 1])
  await press({ zaakId, versie: '2' })
  await press({ zaakId, versie: '1' })
  expect([await gezien(), await reported()]).toEqual([2, 2])
})

test('the reading is recorded once, with the person and the person represented', async () => {
  const { zaakId, gezien, reported } = await store()
  const { burgerId, gemachtigdeId } = await signIn(BSN, STRANGER)
  for (const _ of [1, 2]) await press({ zaakId, versie: '2' })
  const recorded = () => ctx.db.auditregel.findMany({ where: { objectId: zaakId }, orderBy: { id: 'asc' } })
  const act = { handeling: 'lezen_bevestigen', objectSoort: 'zaak' }
  expect(await recorded()).toMatchObject([{ ...act, actor: gemachtigdeId, namens: burgerId }])
  expect([await gezien(), await reported()]).toEqual([0, 2])
  await signIn(BSN)
  await press({ zaakId, versie: '2' })
  expect(await recorded()).toMatchObject([{}, { ...act, actor: burgerId, namens: null }])
  expect([await gezien(), await reported()]).toEqual([2, 4])
})

test("another citizen's zaak stays unchanged, and the redirect leads to a 404", async () => {
  const { zaakId, gezien, reported } = await store()
  await signIn(STRANGER)
  const never = uuidv7()
  const led = await press({ zaakId, versie: '2' })
  expect(led?.replace(zaakId, 'x')).toBe((await press({ zaakId: never, versie: '2' }))?.replace(never, 'x'))
  expect([await gezien(), await reported()]).toEqual([0, 0])
})

test.each([{ zaakId: 'x', versie: '1' }, { zaakId: uuidv7(), versie: '0' }, { zaakId: uuidv7() }])(
  'fields that no page sends give a 404: %j',
  async (fields) => {
    await signIn(BSN)
    expect(await press(fields as Record<string, string>)).toMatch(/404/)
  },
)

test('the button exists only where no script runs', () => {
  const form = { zaakId: uuidv7(), versie: 2, texts: nl.gelezen }
  const html = renderToStaticMarkup(createElement(GelezenForm, { ...form, namens: null }))
  expect(renderToStaticMarkup(createElement(GelezenForm, { ...form, namens: 'persoon' }))).toContain('blijft het nieuw')
  expect(html).toMatch(/^<noscript><form.*name="versie" value="2".*Ik heb dit gelezen.*<\/form><\/noscript>/)
})
