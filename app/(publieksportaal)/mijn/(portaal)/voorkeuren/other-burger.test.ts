import { expect, test } from 'vitest'
import { DEMO_BURGERS } from '#demo/stage/demo-burgers.ts'
import { createTestBrowser } from '#lib/platform/sign-in/test-browser.ts'
import { inRequest } from '#lib/platform/sign-in/test-request.ts'
import { findOrCreateBurger } from '#lib/publieksportaal/burger/find-or-create-burger.ts'
import { handleAuth } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { openTestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { findActions } from './test-actions.ts'

type Demoburger = (typeof DEMO_BURGERS)[number]
const [FORMER, NOW] = DEMO_BURGERS as unknown as [Demoburger, Demoburger]
const ACTIONS = await findActions()

const ctx = await openTestPublieksportaal()
// The context of the process, which the actions use.
Object.assign(globalThis, { [Symbol.for('zaakbode.publieksportaal')]: ctx })
for (const { bsn } of [FORMER, NOW]) {
  const { id: burgerId } = await findOrCreateBurger(ctx, bsn)
  const asked = { taal: 'nl', verzoeken: 1, verzoekenSinds: new Date(), afmeldcode: crypto.randomUUID() } as const
  await ctx.db.emailadres.create({ data: { burgerId, ...asked } })
}

const stored = async () => ({
  adressen: await ctx.db.emailadres.findMany({ orderBy: { burgerId: 'asc' } }),
  agendas: await ctx.db.agenda.findMany(),
  apparaten: await ctx.db.apparaat.findMany(),
})

test.each(ACTIONS)(
  '$name from a tab of the previously signed-in citizen changes nothing, and says so',
  async ({ send }) => {
    const visitor = createTestBrowser({
      app: 'http://localhost:3000',
      basePath: '/api/publieksportaal/auth',
      handle: handleAuth,
    })
    await visitor.post('callback/demopersoon', { persoon: NOW.id })
    const before = await stored()
    const { id: shown } = await findOrCreateBurger(ctx, FORMER.bsn)
    for (const burgerId of [shown, '']) {
      expect(await inRequest(visitor, () => send(burgerId))).toEqual({
        redirectedTo: '/mijn/voorkeuren?gedaan=andereBurger',
      })
    }
    expect(await stored()).toEqual(before)
  },
)
