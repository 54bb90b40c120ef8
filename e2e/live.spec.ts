import { expect, type Page, type Request } from '@playwright/test'
import { expectNoViolations } from './expect-accessible.ts'
import { ORIGIN_UTRECHT } from './origins.ts'
import { changeStatus, openAct, openBalie, openMijn, openNewZaak, visitUntil } from './people.ts'
import { test } from './test.ts'

// Serial, because all use the zaak of the demo.
test.describe
  .serial('the zaak of the demo', () => {
    test('a click at the desk changes the open page of the citizen, without a reload', async ({ browser }) => {
      const mijn = await openMijn(browser, 'J. de Vries')
      await mijn.getByRole('link', { name: 'Zomerfeest Kerkplein' }).click()
      await expect(mijn.getByText('Deze pagina werkt zichzelf bij')).toBeVisible()
      await expect(mijn.getByRole('status').first()).toHaveText('')

      // A variable, a scroll position and a focus, which a reload or a jump would lose.
      await mijn.evaluate(() => Object.assign(window, { sindsHetBegin: true }))
      await mijn.setViewportSize({ width: 390, height: 500 })
      await mijn.getByRole('link', { name: '14 012' }).focus()
      const scrolledTo = await mijn.evaluate(() => window.scrollY)
      expect(scrolledTo).toBeGreaterThan(0)

      const balie = await openBalie(browser)
      await balie.getByLabel(/Zaaknummer, aanvrager/).fill('Zomerfeest')
      await balie.getByRole('button', { name: 'Zoeken' }).click()
      await expect(balie).toHaveURL(/zoek=/)
      await balie.getByRole('link', { name: 'Zomerfeest Kerkplein' }).click()
      await balie.getByRole('radio', { name: /Adviezen ontvangen/ }).check()
      await balie.getByLabel(/Toelichting voor de aanvrager/).fill('De brandweer heeft advies gegeven.')
      await balie.getByRole('button', { name: 'Status opslaan' }).click()
      await expect(balie.getByText('Opgeslagen.')).toBeVisible()

      const current = mijn.getByRole('listitem').filter({ hasText: 'Adviezen ontvangen' })
      await expect(current.getByText('Zojuist gewijzigd')).toBeVisible()
      await expect(current.getByText('Nu', { exact: true })).toBeVisible()
      await expect(current.getByText('De brandweer heeft advies gegeven.')).toBeVisible()
      await expect(mijn.getByRole('status').first()).toHaveText(
        /De status van Zomerfeest Kerkplein is nu: Adviezen ontvangen/,
      )
      expect(await mijn.evaluate(() => 'sindsHetBegin' in window)).toBe(true)
      await expect(mijn.getByRole('link', { name: '14 012' })).toBeFocused()

      await expect(
        balie
          .getByRole('row')
          .filter({ hasText: 'De brandweer heeft' })
          .getByText(/bezorgd in [\d,]+ m?s/),
      ).toBeVisible()

      const change = balie.getByRole('row').filter({ hasText: 'De brandweer heeft' })
      await visitUntil(balie, change.getByText(/Gezien door de aanvrager op/))

      const otherDevice = await openMijn(browser, 'J. de Vries', { anew: true })
      await otherDevice.getByRole('link', { name: 'Zomerfeest Kerkplein' }).click()
      await expect(otherDevice.getByText('De brandweer heeft advies gegeven.')).toBeVisible()
      await mijn.reload()
      await expect(mijn.getByText('De brandweer heeft advies gegeven.')).toBeVisible()
    })

    test('the demo draws the messages between both systems, with token, request and response behind its steps', async ({
      browser,
    }) => {
      const page = await (await browser.newContext()).newPage()
      await page.goto('/demo')
      await page.getByRole('link', { name: 'Zelf proberen' }).click()
      const balie = page.frameLocator('iframe').first()
      await balie.getByRole('group', { name: 'Nieuwe status' }).getByRole('radio').first().check()
      await balie.getByRole('button', { name: 'Status opslaan' }).click()

      // Messages about the zaken of other tests may come in between.
      const drawing = page
        .getByRole('article')
        .filter({ hasText: 'Pagina van de burger bijgewerkt' })
        .filter({ hasNotText: 'een andere zaak' })
        .first()
      const step = (text: string) => drawing.getByRole('listitem').filter({ hasText: text })
      for (const text of [
        'Zaaksysteem: Status en gebeurtenis vastgelegd',
        'Zaaksysteem → Bezorger: Kreeg nummer',
        'Bezorger: Ondertekend',
        'Bezorger → Portaal: Verstuurd over HTTP',
        'Portaal: Handtekening, tijd en inhoud gecontroleerd',
        'Portaal: Opgeslagen',
        'Portaal → Bezorger: Antwoord',
        'Portaal → Burger: Seintje aan de browser',
        'Burger: Pagina van de burger bijgewerkt',
      ]) {
        await expect(step(text)).toBeVisible()
      }
      const open = async (text: string) => {
        await step(text).locator('summary').click()
        return step(text)
      }
      const signed = await open('Bezorger: Ondertekend')
      await expect(signed).toContainText('webhook+jwt')
      await expect(signed).toContainText('"crv": "P-256"')
      const sent = await open('Bezorger → Portaal: Verstuurd over HTTP')
      await expect(sent).toContainText('POST /api/publieksportaal/webhooks')
      await expect(sent).toContainText('content-type: application/cloudevents+json')
      await expect(sent).toContainText('vergunning.status.veranderd')
      await expect(await open('Portaal → Bezorger: Antwoord')).toContainText('HTTP 204')
      await expect(page.frameLocator('iframe').last().getByText('Zojuist gewijzigd')).toBeVisible()

      // The pages in the iframes are left out: they have tests of their own, and here each landmark would
      // occur twice.
      await expectNoViolations(page, { without: { frames: 'iframe' } })
    })

    test('a second receiver gets the same change with another signature, until it is removed', async ({ browser }) => {
      const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
      await page.goto('/demo/zelf')
      await page.getByRole('button', { name: 'Zet er een tweede ontvanger naast' }).click()
      await expect(page.getByText(/^Een ontvanger in Node.js krijgt nu ook elk bericht/)).toBeVisible()

      const balie = page.frameLocator('iframe').first()
      // no status remains, only the besluit
      await openAct(balie, 'Status herstellen')
      await balie.getByLabel(/Waarom/).fill('Ook voor een tweede ontvanger.')
      await balie.getByRole('button', { name: 'Status herstellen' }).click()
      await expect(balie.getByRole('status').filter({ hasText: 'De status is hersteld.' })).toBeVisible()
      const drawing = page
        .getByRole('article')
        .filter({ hasText: /Ontvanger 127\.0\.0\.1/ })
        .filter({ hasNotText: 'een andere zaak' })
      await expect(drawing.getByText('bezorgd', { exact: true })).toBeVisible()
      await drawing.getByText('Ondertekend', { exact: true }).click()
      await expect(drawing).toContainText('HTTP Message Signature, ed25519')
      await expect(drawing.getByText('"@target-uri": http://127.0.0.1:')).toBeVisible()
      await drawing.getByText('Verstuurd over HTTP').click()
      await expect(drawing.getByRole('button', { name: 'Kopieer als curl' })).toBeVisible()

      await page.getByRole('button', { name: 'Haal de tweede ontvanger weg' }).click()
      await expect(page.getByRole('button', { name: 'Zet er een tweede ontvanger naast' })).toBeVisible()
    })
  })

test('a change received by one web process appears at once on a page of another', async ({ browser }) => {
  const { mijn, zaakId } = await openNewZaak(browser, 'S. El Ouali', { origin: ORIGIN_UTRECHT })
  await expect(mijn.getByText('Deze pagina werkt zichzelf bij')).toBeVisible()

  const status = await changeStatus(zaakId)

  await expect(mijn.getByRole('listitem').filter({ hasText: status }).getByText('Zojuist gewijzigd')).toBeVisible()
})

test('ten tabs share one live stream, which another tab takes over when its holder closes', async ({ browser }) => {
  const { mijn: first, zaakId } = await openNewZaak(browser, 'A. Kaya')
  const streams = new Map<Request, Page>()
  first.context().on('request', (request) => {
    if (request.url().includes('/api/publieksportaal/live')) streams.set(request, request.frame().page())
  })
  first.context().on('requestfinished', (request) => streams.delete(request))
  first.context().on('requestfailed', (request) => streams.delete(request))
  const leaders = () => [...streams.values()].filter((tab) => !tab.isClosed())
  const tabs = await Promise.all(
    Array.from({ length: 9 }, async () => {
      const tab = await first.context().newPage()
      await tab.goto(first.url())
      await expect(tab.getByText('Deze pagina werkt zichzelf bij')).toBeVisible()
      return tab
    }),
  )
  await expect.poll(() => leaders().length).toBe(1)

  const [leader] = leaders()
  await leader?.close()
  const others = [first, ...tabs].filter((tab) => tab !== leader)
  const status = await changeStatus(zaakId)
  for (const tab of others) {
    await expect(tab.getByRole('listitem').filter({ hasText: status }).getByText('Nu', { exact: true })).toBeVisible()
  }
  await expect.poll(() => leaders().length).toBe(1)
})

test('signing out clears the other tabs and invalidates the cookie', async ({ browser, request }) => {
  const mijn = await openMijn(browser, 'R. Hendriks', { anew: true })
  const cookies = await mijn.context().cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const otherTab = await mijn.context().newPage()
  await otherTab.goto('/mijn')
  await expect(otherTab.getByText('Deze pagina werkt zichzelf bij')).toBeVisible()

  await mijn.getByRole('button', { name: 'Uitloggen' }).click()

  await expect(mijn.getByText('U bent uitgelogd.')).toBeVisible()
  await expect(otherTab).toHaveURL(/\/mijn\/inloggen\?fout=verlopen&naar=%2Fmijn$/)
  await expect(otherTab.getByRole('heading', { level: 1, name: 'Inloggen op Mijn zaken' })).toBeVisible()
  const stream = await request.get('/api/publieksportaal/live', { headers: { cookie } })
  expect(stream.status()).toBe(401)
  const page = await request.get('/mijn', { headers: { cookie }, maxRedirects: 0 })
  expect(page.headers().location).toContain('/mijn/inloggen')
})
