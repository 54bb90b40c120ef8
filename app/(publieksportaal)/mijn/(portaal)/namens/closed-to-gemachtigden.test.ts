import { beforeEach, expect, test } from 'vitest'
import { DEMO_VADER } from '#demo/stage/demo-gemachtigden.ts'
import { createTestBrowser } from '#lib/platform/sign-in/test-browser.ts'
import { inRequest } from '#lib/platform/sign-in/test-request.ts'
import { findOrCreateBurger } from '#lib/publieksportaal/burger/find-or-create-burger.ts'
import { handleAuth } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { openTestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import GegevensPage from '../gegevens/page.tsx'
import NieuwAgendaAdresPage from '../voorkeuren/agenda/nieuw-adres/page.tsx'
import VoorkeurenPage from '../voorkeuren/page.tsx'
import { findActions } from '../voorkeuren/test-actions.ts'

const APP = 'http://localhost:3000'
const ctx = await openTestPublieksportaal()
beforeEach(() => {
  // The context of the process, which pages and actions use.
  Object.assign(globalThis, { [Symbol.for('zaakbode.publieksportaal')]: ctx })
})

async function signIn(persoon: string) {
  const visitor = createTestBrowser({ app: APP, basePath: '/api/publieksportaal/auth', handle: handleAuth })
  await visitor.post('callback/demopersoon', { persoon })
  return visitor
}

const CLOSED: [string, (burgerId: string) => Promise<unknown>][] = [
  ['VoorkeurenPage', () => VoorkeurenPage({ searchParams: Promise.resolve({}) })],
  ['GegevensPage', () => GegevensPage({ searchParams: Promise.resolve({}) })],
  ['NieuwAgendaAdresPage', () => NieuwAgendaAdresPage()],
  ...(await findActions()).map(({ name, send }): (typeof CLOSED)[number] => [name, send]),
]

test.each(CLOSED)('%s refuses a gemachtigde and explains why', async (_, act) => {
  const { id: burgerId } = await findOrCreateBurger(ctx, DEMO_VADER.bsn)
  const row = {
    burgerId,
    taal: 'nl',
    verzoeken: 1,
    verzoekenSinds: new Date(),
    afmeldcode: crypto.randomUUID(),
  } as const
  await ctx.db.emailadres.upsert({ where: { burgerId }, create: row, update: {} })
  const before = await ctx.db.emailadres.findMany()
  const visitor = await signIn('l-pinas-vader')
  expect(await inRequest(visitor, () => act(burgerId))).toEqual({ redirectedTo: '/mijn/niet-namens' })
  expect(await ctx.db.emailadres.findMany()).toEqual(before)
})
