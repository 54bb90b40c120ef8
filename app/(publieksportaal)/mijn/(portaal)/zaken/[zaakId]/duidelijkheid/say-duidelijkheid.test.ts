import { expect, test } from 'vitest'
import { DEMO_BURGERS } from '#demo/stage/demo-burgers.ts'
import { createTestBrowser } from '#lib/platform/sign-in/test-browser.ts'
import { inRequest } from '#lib/platform/sign-in/test-request.ts'
import { handleAuth } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { storeZaak } from '#lib/publieksportaal/sync/store-zaak.ts'
import { openTestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { testZaak } from '#lib/publieksportaal/test-zaak.ts'
import { sayDuidelijkheidAction } from './say-duidelijkheid-action.ts'

const NOW = new Date('2026-11-27T10:00:00Z')
const [ONE, OTHER] = DEMO_BURGERS
const ctx = await openTestPublieksportaal({ clock: () => NOW })
Object.assign(globalThis, { [Symbol.for('zaakbode.publieksportaal')]: ctx })

async function signIn({ id, bsn }: { id: string; bsn: string }) {
  const zaak = { ...testZaak({ bsn }), einddatum: '2026-11-26' }
  await storeZaak(ctx, zaak)
  const options = { app: 'http://localhost:3000', basePath: '/api/publieksportaal/auth', handle: handleAuth }
  const visitor = createTestBrowser(options)
  await visitor.post('callback/demopersoon', { persoon: id })
  const say = (duidelijk: string, zaakId = zaak.uuid) => {
    const pressed = new FormData()
    for (const [name, value] of Object.entries({ zaakId, duidelijk, reden: 'Te lang.' })) pressed.set(name, value)
    return inRequest(visitor, () => sayDuidelijkheidAction(pressed))
  }
  return { zaak, visitor, say }
}

test('a citizen answers a text once per browser, for an own zaak, and the cookie does not reveal the owner', async () => {
  if (!ONE || !OTHER) throw new Error('the demo has citizens')
  const { zaak, visitor, say } = await signIn(ONE)
  expect(await say('nee')).toEqual({ redirectedTo: `/mijn/zaken/${zaak.uuid}#duidelijk` })
  await say('ja')
  expect(await ctx.db.duidelijkheid.findMany()).toMatchObject([{ duidelijk: false, reden: 'Te lang.' }])
  expect(visitor.cookies().get('zb-duidelijk')).toMatch(/^[\w-]{12}$/)

  const { zaak: others, say: sayOther } = await signIn(OTHER)
  await sayOther('ja')
  expect(await ctx.db.duidelijkheid.count()).toBe(2)
  await expect(say('ja', others.uuid)).rejects.toThrow('NEXT_HTTP_ERROR_FALLBACK;404')
  await expect(say('misschien')).rejects.toThrow('NEXT_HTTP_ERROR_FALLBACK;404')
})
