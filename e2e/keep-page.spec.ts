import { type Browser, expect, type Page } from '@playwright/test'
import { MISBEHAVIOURS, RENEWED, startProxy } from './misbehaving-proxy.ts'
import { ORIGIN_UTRECHT } from './origins.ts'
import { changeStatus, openMijn, openZaak, registerZaak } from './people.ts'
import { test } from './test.ts'

/** Opens the page of a new zaak through a proxy, scrolled down to a focused link. */
async function openThroughProxy(browser: Browser) {
  const proxy = await startProxy()
  const signedIn = await openMijn(browser, 'M. Yilmaz', { origin: ORIGIN_UTRECHT, path: null })
  const { zaakId } = await registerZaak({ naam: 'M. Yilmaz' })
  const context = await browser.newContext({ baseURL: ORIGIN_UTRECHT, proxy: { server: proxy.url } })
  await context.addCookies(await signedIn.context().cookies())
  const mijn = await context.newPage()
  await openZaak(mijn, zaakId)
  await expect(mijn.getByText('Deze pagina werkt zichzelf bij')).toBeVisible()
  await mijn.evaluate(() => Object.assign(window, { sindsHetBegin: true }))
  await mijn.setViewportSize({ width: 390, height: 500 })
  await mijn.getByRole('link', { name: '14 012' }).focus()
  return { mijn, proxy, zaakId }
}

/** Expects that the page was not reloaded and kept its focus and scroll position. */
async function expectKept(mijn: Page) {
  expect(await mijn.evaluate(() => 'sindsHetBegin' in window)).toBe(true)
  await expect(mijn.getByRole('link', { name: '14 012' })).toBeFocused()
  await expect(mijn.getByRole('link', { name: '14 012' })).toBeInViewport()
}

// Several failures in a row on one page. A zaak can take three changes before it is closed.
const BEHAVIOURS = Object.entries(MISBEHAVIOURS)
for (const some of [BEHAVIOURS.slice(0, 3), BEHAVIOURS.slice(3)]) {
  const names = some.map(([name]) => name).join(', then ')

  test(`a proxy that ${names} leaves a changed page as it was, with a notice, and the page catches up`, async ({
    browser,
  }) => {
    const { mijn, proxy, zaakId } = await openThroughProxy(browser)
    for (const [name, misbehaves] of some) {
      await test.step(name, async () => {
        proxy.refused = 0
        proxy.misbehaves = misbehaves
        const status = await changeStatus(zaakId)
        await expect(mijn.getByText('De nieuwste stand komt nog niet binnen')).toBeVisible()
        await expect(mijn.getByText(/^Stand van vandaag, \d\d:\d\d/)).toBeVisible()
        await expect.poll(() => proxy.refused).toBeGreaterThan(1)
        await expectKept(mijn)
        proxy.misbehaves = undefined
        await expect(
          mijn.getByRole('listitem').filter({ hasText: status }).getByText('Nu', { exact: true }),
        ).toBeVisible()
        await expect(mijn.getByText('Deze pagina werkt zichzelf bij')).toBeVisible()
        await expectKept(mijn)
      })
    }
    proxy.close()
  })
}

test('without a network the page stays, and catches up when the browser is online again', async ({ browser }) => {
  const { mijn, proxy, zaakId } = await openThroughProxy(browser)
  proxy.misbehaves = MISBEHAVIOURS.drops
  const status = await changeStatus(zaakId)
  await expect(mijn.getByText('De nieuwste stand komt nog niet binnen')).toBeVisible()
  await mijn.context().setOffline(true)
  proxy.misbehaves = undefined
  await expectKept(mijn)
  await mijn.context().setOffline(false)
  await expect(mijn.getByRole('listitem').filter({ hasText: status }).getByText('Nu', { exact: true })).toBeVisible()
  await expectKept(mijn)
  proxy.close()
})

test('a page from before a deploy stays, and says how to load the new one', async ({ browser }) => {
  const { mijn, proxy, zaakId } = await openThroughProxy(browser)
  proxy.misbehaves = RENEWED
  const status = await changeStatus(zaakId)
  await expect(mijn.getByText('Onze site is vernieuwd')).toBeVisible()
  await expect(mijn.getByText(/^Stand van vandaag, \d\d:\d\d/)).toBeVisible()
  await expectKept(mijn)
  proxy.misbehaves = undefined
  await mijn.getByRole('button', { name: 'Laad de pagina opnieuw' }).click()
  await expect(mijn.getByRole('listitem').filter({ hasText: status }).getByText('Nu', { exact: true })).toBeVisible()
  proxy.close()
})

test('a page whose live stream falls silent says so, and reconnects', async ({ browser }) => {
  const mijn = await openMijn(browser, 'M. Yilmaz', { anew: true })
  await mijn.clock.install()
  await mijn.reload()
  await expect(mijn.getByText('Deze pagina werkt zichzelf bij')).toBeVisible()
  await expect(mijn.getByText(/^Stand van vandaag, \d\d:\d\d/)).toBeVisible()
  await mijn.clock.fastForward(20_000)
  await expect(mijn.getByRole('status').getByText('Geen verbinding')).toBeVisible()
  await mijn.clock.fastForward(20_000)
  await expect(mijn.getByText('Deze pagina werkt zichzelf bij')).toBeVisible()
})
