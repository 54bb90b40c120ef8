import { AppRouterContext, type AppRouterInstance } from 'next/dist/shared/lib/app-router-context.shared-runtime.js'
import { createElement, type ReactNode } from 'react'
import { renderToReadableStream } from 'react-dom/server'
import { beforeEach, expect, test } from 'vitest'
import { DEMO_BEDRIJF, DEMO_VESTIGING } from '#demo/stage/demo-gemachtigden.ts'
import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import { createTestBrowser } from '#lib/platform/sign-in/test-browser.ts'
import { inRequest } from '#lib/platform/sign-in/test-request.ts'
import { reportAanvullingen } from '#lib/publieksportaal/inzending/submit-inzending.ts'
import { handleAuth, requireIngelogde } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { storeZaak } from '#lib/publieksportaal/sync/store-zaak.ts'
import { openTestPublieksportaal } from '#lib/publieksportaal/test-context.ts'
import { HANDELINGEN, testZaak } from '#lib/publieksportaal/test-zaak.ts'
import MijnZakenPage from '../page.tsx'
import { requestIntrekkingAction } from '../zaken/[zaakId]/inzending-actions.ts'
import ZaakPage from '../zaken/[zaakId]/page.tsx'

const NOW = new Date('2026-11-27T10:00:00Z')
const { kvkNummer, vestigingsnummer } = DEMO_VESTIGING
const NAMENS_BEDRIJF = `U doet dit namens ${DEMO_BEDRIJF.naam}`
const KIES = `Kies vestiging ${vestigingsnummer}`
const [, ASKED] = HANDELINGEN.find(([name]) => name === 'an aanvullingsverzoek') as (typeof HANDELINGEN)[number]
const OF_BEDRIJF: ZaakResource = { ...testZaak(), ...ASKED, initiator: { kvkNummer } }
const OF_VESTIGING: ZaakResource = {
  ...testZaak(),
  omschrijving: 'Verkoopwagen',
  initiator: { kvkNummer, vestigingsnummer },
}

const ctx = await openTestPublieksportaal({ clock: () => NOW })
for (const zaak of [OF_BEDRIJF, OF_VESTIGING]) await storeZaak(ctx, zaak)
beforeEach(() => {
  // The context of the process, which the pages use.
  Object.assign(globalThis, { [Symbol.for('zaakbode.publieksportaal')]: ctx })
})

async function signIn(persoon: string) {
  const options = { app: 'http://localhost:3000', basePath: '/api/publieksportaal/auth', handle: handleAuth }
  const visitor = createTestBrowser(options)
  await visitor.post('callback/demopersoon', { persoon })
  return visitor
}
type Visitor = Awaited<ReturnType<typeof signIn>>

/** Returns the visible text of a page. */
async function textOf(visitor: Visitor, page: () => Promise<ReactNode>): Promise<string> {
  const router = { refresh: () => {} } as AppRouterInstance
  const shown = await inRequest(visitor, async () => {
    const stream = await renderToReadableStream(
      createElement(AppRouterContext.Provider, { value: router }, await page()),
    )
    await stream.allReady
    return new Response(stream).text()
  })
  if (!('value' in shown)) throw new Error(shown.redirectedTo)
  return shown.value.replaceAll(/<[^<>]{1,2000}>/g, ' ').replaceAll(/\s+/g, ' ')
}

const mijnZaken = (visitor: Visitor) => textOf(visitor, () => MijnZakenPage({ searchParams: Promise.resolve({}) }))
const zaakPage = (visitor: Visitor, { uuid: zaakId }: ZaakResource, query = {}) =>
  textOf(visitor, () => ZaakPage({ params: Promise.resolve({ zaakId }), searchParams: Promise.resolve(query) }))

test("acts of a colleague are shown as a colleague's, and everybody sees for whom an act is done", async () => {
  const [smit, aydin] = [await signIn('j-smit-korenaar'), await signIn('f-aydin-korenaar')]
  const who = await inRequest(smit, requireIngelogde)
  if (!('value' in who)) throw new Error('Nobody is signed in')
  const [plattegrond] = OF_BEDRIJF.aanvullingen
  const said = { zaakId: OF_BEDRIJF.uuid, versie: OF_BEDRIJF.versie, aanvullingen: [plattegrond?.id as string] }
  expect(await reportAanvullingen(ctx, { ...who.value, ...said })).toMatchObject({ ok: true })

  const own = await zaakPage(smit, OF_BEDRIJF)
  expect(own).toContain('U meldde dat u dit heeft gestuurd: Plattegrond')
  expect(own).not.toContain('collega')
  const other = await zaakPage(aydin, OF_BEDRIJF)
  expect(other).toContain('Gemeld als gestuurd: Plattegrond . Dit deed een collega van u.')
  expect(other).not.toContain('U meldde')
  for (const text of [own, other]) expect(text).toContain(NAMENS_BEDRIJF)
})

test('a sign-in for the whole company can choose a vestiging, and a sign-in for one vestiging cannot', async () => {
  const whole = await mijnZaken(await signIn('j-smit-korenaar'))
  expect(whole).toContain(OF_BEDRIJF.omschrijving)
  expect(whole).toContain(KIES)
  expect(whole).not.toContain(OF_VESTIGING.omschrijving)
  const one = await mijnZaken(await signIn('m-bos-korenaar'))
  expect(one).toContain(OF_VESTIGING.omschrijving)
  expect(one).not.toContain(OF_BEDRIJF.omschrijving)
  expect(one).not.toContain('vestiging kiest')
})

test.each(['l-pinas-vader', 'l-pinas', 'm-bos-korenaar'])('of a company’s zaak %s finds nothing', async (persoon) => {
  await expect(zaakPage(await signIn(persoon), OF_BEDRIJF)).rejects.toThrow('NEXT_HTTP_ERROR_FALLBACK;404')
})

test('the notice that a zaak changed before the button was pressed stays until the zaak changes again', async () => {
  const visitor = await signIn('m-bos-korenaar')
  const shown = await storeAgain(2)
  const pressed = new FormData()
  pressed.set('zaakId', shown.uuid)
  pressed.set('versie', '1')
  const answer = await inRequest(visitor, () => requestIntrekkingAction(pressed))
  const { hash, searchParams } = new URL('redirectedTo' in answer ? answer.redirectedTo : '', 'http://localhost')
  const query = Object.fromEntries(searchParams)
  expect([hash, query]).toEqual(['#gewijzigd', { gewijzigd: '2' }])
  expect(await zaakPage(visitor, shown, query)).toContain('Uw zaak is net veranderd')
  expect(await zaakPage(visitor, await storeAgain(3), query)).not.toContain('Uw zaak is net veranderd')
})

async function storeAgain(versie: number): Promise<ZaakResource> {
  const zaak = { ...OF_VESTIGING, versie }
  await storeZaak(ctx, zaak)
  return zaak
}
