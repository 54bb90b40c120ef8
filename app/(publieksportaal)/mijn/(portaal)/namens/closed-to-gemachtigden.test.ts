import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { DEMO_VADER } from '#lib/demo/demo-gemachtigden.ts'
import { createTestBrowser } from '#lib/platform/sign-in/test-browser.ts'
import { inRequest } from '#lib/platform/sign-in/test-request.ts'
import { findOrCreateBurger } from '#lib/publieksportaal/burger/find-or-create-burger.ts'
import { handleAuth } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { createTestPublieksportaal, type TestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import GegevensPage from '../gegevens/page.tsx'
import NieuwAgendaAdresPage from '../voorkeuren/agenda/nieuw-adres/page.tsx'
import { renewAgendaAction } from '../voorkeuren/agenda/nieuw-adres/renew-agenda-action.ts'
import { setAgendaAction } from '../voorkeuren/agenda/set-agenda-action.ts'
import { stopAgendaAction } from '../voorkeuren/agenda/stop-agenda-action.ts'
import { INITIAL } from '../voorkeuren/form-state.ts'
import VoorkeurenPage from '../voorkeuren/page.tsx'
import { removeEmailadresAction } from '../voorkeuren/remove-emailadres-action.ts'
import { sendLinkAgainAction } from '../voorkeuren/send-link-again-action.ts'
import { setEmailadresAction } from '../voorkeuren/set-emailadres-action.ts'
import { setMailvoorkeurenAction } from '../voorkeuren/set-mailvoorkeuren-action.ts'

const APP = 'http://localhost:3000'
let ctx: TestPublieksportaal
beforeAll(async () => {
  ctx = await createTestPublieksportaal()
})
beforeEach(() => {
  // The context of the process, which pages and actions use.
  Object.assign(globalThis, { [Symbol.for('zaakbode.publieksportaal')]: ctx })
})
afterAll(() => ctx.close())

async function signIn(persoon: string) {
  const visitor = createTestBrowser({ app: APP, basePath: '/api/publieksportaal/auth', handle: handleAuth })
  await visitor.post('callback/demopersoon', { persoon })
  return visitor
}

function formOf(fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

const CLOSED: [string, () => Promise<unknown>][] = [
  ['see the address and the voorkeuren', () => VoorkeurenPage({ searchParams: Promise.resolve({}) })],
  ['see what is held', () => GegevensPage({ searchParams: Promise.resolve({}) })],
  ['give an address', () => setEmailadresAction(INITIAL, formOf({ adres: 'dochter@mail.test', taal: 'nl' }))],
  ['have the link sent again', () => sendLinkAgainAction()],
  ['remove the address', () => removeEmailadresAction()],
  ['choose what is mailed', () => setMailvoorkeurenAction(formOf({}))],
  ['make an agenda', () => setAgendaAction(formOf({ agendataal: 'nl' }))],
  ['see or ask for another address of the agenda', () => NieuwAgendaAdresPage()],
  ['renew the agenda', () => renewAgendaAction()],
  ['stop the agenda', () => stopAgendaAction()],
]

test.each(CLOSED)('who acts for a citizen cannot %s, and is told so', async (_, act) => {
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
  expect(await inRequest(visitor, act)).toEqual({ redirectedTo: '/mijn/niet-namens' })
  expect(await ctx.db.emailadres.findMany()).toEqual(before)
})
