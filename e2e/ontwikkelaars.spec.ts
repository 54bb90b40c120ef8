import { randomUUID } from 'node:crypto'
import { type APIRequestContext, type Browser, expect, type Page } from '@playwright/test'
import { ONTWIKKELAARS_PAGES } from '#demo/stage/pages.ts'
import { expectAccessible, expectAccessibleInAllStyles } from './expect-accessible.ts'
import { ORIGIN } from './origins.ts'
import { openBalie, readToken, visitUntil } from './people.ts'
import { test } from './test.ts'
import { watchPolicy } from './watch-policy.ts'

test('the pages for suppliers have no axe violations', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage()
  const refused = await watchPolicy(page)
  for (const path of ONTWIKKELAARS_PAGES) {
    await page.goto(path)
    await page.locator('details').evaluateAll((all) => {
      for (const details of all) (details as HTMLDetailsElement).open = true
    })
    await expectAccessibleInAllStyles(page)
  }
  expect(refused).toEqual([])
})

async function registerZaak(request: APIRequestContext, token: string) {
  const response = await request.post('/api/zaaksysteem/v1/zaken', {
    headers: { Authorization: `Bearer ${token}`, 'Idempotency-Key': randomUUID() },
    data: {
      zaaktype: 'APV-EVEN',
      omschrijving: 'Proef van een ontvanger',
      initiator: { naam: 'Voorbeeld BV', kvkNummer: '12345678' },
    },
  })
  expect(response.status()).toBe(201)
  return (await response.json()) as { uuid: string; identificatie: string }
}

/** Blocks the script of the reference, because rendering it takes five seconds of processor time. */
const leaveOutReference = (page: Page) => page.route('/ontwikkelaars/redoc.js', (route) => route.abort())

test("the pages link builders of a zaaksysteem to the portal's guide", async ({ page }) => {
  await leaveOutReference(page)
  for (const path of ['/ontwikkelaars', '/ontwikkelaars/api']) {
    await page.goto(path)
    await page.getByRole('link', { name: 'Lees hoe u het op ons portaal aansluit' }).click()
    await expect(page.getByRole('heading', { level: 2, name: 'Van aanvraag tot eerste bericht' })).toBeVisible()
  }
  await page.goto('/ontwikkelaars/fouten')
  await page
    .getByRole('navigation', { name: 'Onderwerpen' })
    .getByRole('link', { name: 'Een zaaksysteem aansluiten' })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Een zaaksysteem aansluiten' })).toBeVisible()
})

test('the files of the quick start can be fetched, and no others', async ({ request }) => {
  for (const file of ['receiver', 'keys', 'verify-jwt']) {
    const response = await request.get(`/ontwikkelaars/code/node/${file}.mjs`)
    expect(response.headers()['content-type']).toBe('text/plain; charset=utf-8')
  }
  expect((await request.get('/ontwikkelaars/code/node/harness.mjs')).status()).toBe(404)
})

test('the pages are in English after that choice', async ({ page }) => {
  await page.goto('/ontwikkelaars/handtekeningen/jwt')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'What you verify' })).toBeVisible()
  await expect(page.getByText("import { createHash, verify } from 'node:crypto'")).toBeVisible()
})

test('Accept-Language: en gives English pages until another choice, and a Dutch portal', async ({ browser }) => {
  const page = await (await browser.newContext({ baseURL: ORIGIN, locale: 'en-GB' })).newPage()
  await page.goto('/ontwikkelaars')
  await expect(page.getByRole('heading', { level: 1, name: 'Start in ten minutes' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.getByRole('button', { name: 'Nederlands' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Begin in tien minuten' })).toBeVisible()
  await page.context().clearCookies()
  await page.goto('/mijn/inloggen')
  await expect(page.locator('html')).toHaveAttribute('lang', 'nl')
})

async function openControle(browser: Browser, javaScriptEnabled: boolean): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: ORIGIN, javaScriptEnabled })).newPage()
  await page.goto('/ontwikkelaars/controle')
  return page
}

for (const javaScriptEnabled of [true, false]) {
  test(`a pasted message is checked, and its secret is not echoed: JavaScript ${javaScriptEnabled}`, async ({
    browser,
  }) => {
    const page = await openControle(browser, javaScriptEnabled)
    await page.getByLabel('Headers').fill('Content-Type: application/cloudevents+json\nAuthorization: Bearer fout')
    await page.getByLabel('Body').fill('{"specversion":"1.0","id":"1","source":"a","type":"b"}')
    await page.getByLabel('Credentialtype').selectOption('ACCESSTOKEN')
    await page.getByLabel(/^Geheim of token/).fill('een-heel-geheim-token')
    await page.getByRole('button', { name: 'Controleer' }).click()

    await expect(page.getByRole('heading', { level: 2, name: 'Uitslag' })).toBeVisible()
    const steps = page.getByRole('listitem')
    await expect(steps.filter({ hasText: 'Het event heeft de goede vorm' })).toContainText('klopt')
    await expect(steps.filter({ hasText: 'Het token is het token van het abonnement' })).toContainText('klopt niet')
    await expect(page.getByLabel('Headers')).toHaveValue(/Bearer fout$/)
    await expect(page.getByLabel('Credentialtype')).toHaveValue('ACCESSTOKEN')
    expect(await page.content()).not.toContain('een-heel-geheim-token')
    if (javaScriptEnabled) await expectAccessible(page)
  })
}

test('input that cannot be checked shows an error at its field', async ({ browser }) => {
  const page = await openControle(browser, true)
  await page.getByRole('button', { name: 'Controleer' }).click()
  await expect(page.getByLabel('Headers')).toHaveAccessibleDescription(/Vul dit in\./)
  await expectAccessible(page)
})

test('a beheerder checks a real bezorging, whose signature is not stored', async ({ browser, request }) => {
  const balie = await openBalie(browser, 'F. El Amrani', { path: null })
  const { identificatie } = await registerZaak(request, await readToken())
  // The second receiver of another test may get it too.
  const bezorgd = balie.getByRole('row').filter({ hasText: /aan Publieksportaal.*bezorgd/ })
  await visitUntil(balie, bezorgd, `/balie/bezorgingen?zoek=${identificatie}`)
  await bezorgd.getByRole('link').first().click()
  await balie.getByText('Verzoek en antwoord van poging 1').click()
  await balie.getByRole('link', { name: 'Controleer wat poging 1 verstuurde' }).click()

  await expect(balie.getByText('Alles wat te controleren was, klopt.')).toBeVisible()
  const signature = balie.getByRole('listitem').filter({ hasText: 'De handtekening van het token klopt' })
  await expect(signature).toContainText('niet gecontroleerd')
})

test('a real bezorging redirects other visitors to the sign-in of the desk', async ({ page }) => {
  await page.goto('/ontwikkelaars/controle?bezorging=1&poging=1')
  await expect(page).toHaveURL(/\/balie\/inloggen/)
})

test('the reference loads from our own server without a CSP violation', async ({ page }) => {
  const refused = await watchPolicy(page)
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url()) && new URL(request.url()).origin !== ORIGIN)
      elsewhere.push(request.url())
  })
  await page.goto('/ontwikkelaars/api')
  // rendering takes five seconds of processor time, and longer beside other tests
  await expect(page.getByRole('heading', { name: 'List your abonnementen' })).toBeVisible({ timeout: 90_000 })
  await expect(page.getByText('De beschrijving wordt geladen.')).toBeHidden()
  await page.getByRole('link', { name: 'Wat uw sink ontvangt (OpenAPI)' }).click()
  const ontvangt = page.getByRole('heading', { name: 'nl.overheid.zaken.zaakstatus-gewijzigd' })
  await expect(ontvangt).toBeVisible({ timeout: 90_000 })
  expect(refused).toEqual([])
  expect(elsewhere).toEqual([])
})

test('without JavaScript the reference page does not claim that it is loading', async ({ browser }) => {
  const page = await (await browser.newContext({ baseURL: ORIGIN, javaScriptEnabled: false })).newPage()
  await page.goto('/ontwikkelaars/api')
  expect(await page.locator('noscript').textContent()).toContain('Deze weergave heeft JavaScript nodig.')
  await expect(page.getByText('De beschrijving wordt geladen.')).toHaveCount(0)
})

test('the page of signatures links to code that can be fetched', async ({ page, request }) => {
  await page.goto('/ontwikkelaars/handtekeningen')
  const file = await page.getByRole('link', { name: 'verify_jwt.py' }).getAttribute('href')
  expect((await request.get(file ?? '')).status()).toBe(200)
})

test('each document and file that the reference page links to can be read', async ({ page, request }) => {
  await leaveOutReference(page)
  await page.goto('/ontwikkelaars/api')
  const links = page.getByRole('heading', { name: 'Documenten en bestanden' }).locator('+ ul').getByRole('link')
  const addresses = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href') as string))
  expect(addresses).toHaveLength(11)
  for (const address of addresses) expect((await request.get(address)).status(), address).toBe(200)
  const asyncapi = await request.get(addresses.find((address) => address.endsWith('asyncapi.json')) as string)
  expect(await asyncapi.json()).toMatchObject({ asyncapi: '3.0.0' })
})
