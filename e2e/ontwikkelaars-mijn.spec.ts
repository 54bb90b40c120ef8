import { randomUUID } from 'node:crypto'
import { type APIRequestContext, type Browser, type BrowserContext, expect, type Page } from '@playwright/test'
import { expectAccessibleInAllSchemes } from './expect-accessible.ts'
import { ORIGIN } from './origins.ts'
import { openBalie, readToken } from './people.ts'
import { startSink } from './sink.ts'
import { test } from './test.ts'

const MIJN = '/ontwikkelaars/mijn'
const API = '/api/zaaksysteem/v1'

/** The token that the start page shows. */
async function readShownToken(page: Page): Promise<string> {
  await page.goto('/ontwikkelaars')
  const commands = await page.getByRole('region', { name: '1. Zet het adres en het token klaar' }).textContent()
  return /TOKEN='([^']+)'/.exec(commands ?? '')?.[1] as string
}

async function signIn(page: Page, token: string) {
  await page.goto(MIJN)
  await page.getByLabel('Token').fill(token)
  await page.getByRole('button', { name: 'Aanmelden' }).click()
  await expect(page.getByText(/^Aangemeld als/)).toBeVisible()
}

/** Creates an API client with this scope only. */
async function makeClient(browser: Browser, recht: string): Promise<{ naam: string; token: string }> {
  const naam = `app-${randomUUID()}`
  const balie = await openBalie(browser, 'F. El Amrani', { path: '/balie/api-clients/nieuw' })
  await balie.getByLabel('Naam', { exact: true }).fill(naam)
  await balie.getByLabel('E-mailadres van de beheerder').fill('beheer@leverancier.example')
  await balie.getByRole('checkbox', { name: recht }).check()
  await balie.getByRole('button', { name: 'Opslaan en token maken' }).click()
  await expect(balie.getByRole('heading', { level: 1, name: `‘${naam}’ is opgeslagen` })).toBeVisible()
  return { naam, token: (await balie.locator('dd code').textContent()) as string }
}

function send(request: APIRequestContext, token: string, path: string, data: object) {
  const headers = { Authorization: `Bearer ${token}`, 'Idempotency-Key': randomUUID() }
  return request.post(`${API}${path}`, { headers, data })
}

async function registerZaak(request: APIRequestContext, token: string): Promise<string> {
  const registered = await send(request, token, '/zaken', {
    zaaktype: 'APV-EVEN',
    omschrijving: 'Proef van een ontvanger',
    initiator: { naam: 'Voorbeeld BV', kvkNummer: '12345678' },
  })
  expect(registered.status()).toBe(201)
  return (await registered.json()).uuid
}

/** Registers an abonnement on one zaak, which gives up after the second attempt. */
async function subscribe(
  request: APIRequestContext,
  token: string,
  { sink, zaakId }: { sink: string; zaakId: string },
): Promise<string> {
  const registered = await send(request, token, '/abonnementen', {
    protocol: 'HTTP',
    sink,
    naam: 'Ontvanger van de leverancier',
    filters: [{ exact: { subject: zaakId } }],
    config: { herhaalschema: [1] },
    sinkcredential: { credentialtype: 'STANDARDWEBHOOKS' },
  })
  expect(registered.status()).toBe(201)
  const { id } = await registered.json()
  const status = async () => {
    const read = await request.get(`${API}/abonnementen/${id}`, { headers: { Authorization: `Bearer ${token}` } })
    return (await read.json()).status
  }
  await expect.poll(status).toBe('actief')
  return id
}

async function changeStatus(request: APIRequestContext, token: string, zaakId: string) {
  const changed = await send(request, token, `/zaken/${zaakId}/statussen`, {
    versie: 1,
    statustype: 'aanvraag_compleet',
  })
  expect(changed.status()).toBe(201)
}

test('a supplier sees why a message failed, resends it, sends a proefbericht, pauses, and signs out', async ({
  page,
  request,
}) => {
  await using sink = await startSink()
  const token = await readShownToken(page)
  expect(token).toBe(await readToken())
  const zaakId = await registerZaak(request, token)
  const id = await subscribe(request, token, { sink: sink.url, zaakId })
  Object.assign(sink.answer, { httpStatus: 503, body: 'Wij zijn even dicht.' })
  await changeStatus(request, token, zaakId)
  await expect.poll(() => sink.bezorgingen.length).toBe(2)

  await page.goto(MIJN)
  await expectAccessibleInAllSchemes(page)
  await page.getByLabel('Token').fill('zb_onbekend')
  await page.getByRole('button', { name: 'Aanmelden' }).click()
  await expect(page.getByText('Dit token kennen wij niet, of het werkt niet meer.')).toBeVisible()
  await signIn(page, token)
  await expectAccessibleInAllSchemes(page)
  await page.locator(`a[href$="${id}"]`).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Ontvanger van de leverancier' })).toBeVisible()
  await expect(page.getByText('In de laatste 24 uur: 0 geslaagd en 2 mislukt.')).toHaveCount(0)
  await expect(page.getByRole('img', { name: 'In de laatste 24 uur: 0 geslaagd en 2 mislukt.' })).toBeVisible()
  await page.getByText('Toon de cijfers per uur').click()
  await expectAccessibleInAllSchemes(page)
  await page.getByRole('button', { name: 'Stuur proefbericht' }).click()
  await expect(page.getByText(/^Het proefbericht is niet aangekomen: storing \(5xx\)/)).toBeVisible()

  await page
    .getByRole('row')
    .filter({ hasText: 'niet bezorgd' })
    .getByRole('link', { name: /^Bericht/ })
    .click()
  await expect(page.getByText('503 storing (5xx)')).toHaveCount(2)
  await expect(page.getByText('Uw server had een storing. Kijk in zijn log wat er was.').first()).toBeVisible()
  await expect(page.getByText('Wij zijn even dicht.').first()).toBeVisible()
  await expect(page.getByText('webhook-signature: …').first()).toBeVisible()
  await expectAccessibleInAllSchemes(page)
  Object.assign(sink.answer, { httpStatus: 204, body: '' })
  await page.getByRole('button', { name: 'Opnieuw bezorgen' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Poging 3' }).getByText('204 bezorgd')).toBeVisible()

  await page.getByRole('link', { name: 'Ontvanger van de leverancier' }).click()
  await page.getByRole('link', { name: 'Nieuw geheim' }).click()
  await page.getByRole('button', { name: 'Maak nieuw geheim' }).click()
  await expect(page.getByText('Het oude geheim werkt nog 24 uur.')).toBeVisible()
  await expectAccessibleInAllSchemes(page)
  await page.getByRole('link', { name: 'Naar het abonnement' }).click()
  await page.getByRole('button', { name: 'Pauzeer' }).click()
  await expect(page.getByText('Gepauzeerd. Nieuwe berichten slaan wij over tot u hervat.')).toBeVisible()

  expect(await page.content()).not.toContain(token)
  const [cookie] = (await page.context().cookies()).filter(({ name }) => name.includes('ontwikkelaars'))
  expect(cookie).toMatchObject({ path: '/ontwikkelaars', httpOnly: true, secure: true, sameSite: 'Strict' })
  expect(cookie?.value).not.toContain(token)
  await page.getByRole('button', { name: 'Afmelden' }).click()
  await expect(page.getByText('U bent afgemeld.')).toBeVisible()
  await page.goto(`${MIJN}/abonnementen/${id}`)
  await expect(page.getByRole('button', { name: 'Aanmelden' })).toBeVisible()
})

/** Posts the form of a page with other fields or headers, as an attacker's own form could. */
async function post(
  context: BrowserContext,
  page: Page,
  { button, fields = {}, origin = ORIGIN }: { button: string; fields?: Record<string, string>; origin?: string },
) {
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: button }) })
  const multipart = await form.evaluate((element: HTMLFormElement) =>
    Object.fromEntries([...new FormData(element)].map(([name, value]) => [name, String(value)])),
  )
  const response = await context.request.post(page.url(), {
    headers: { Origin: origin },
    multipart: { ...multipart, ...fields },
    maxRedirects: 0,
  })
  return response.status()
}

test('requests for another client, from another site, or with an expired or insufficient token are refused', async ({
  browser,
  request,
}) => {
  await using sink = await startSink()
  const demo = await readToken()
  const zaakId = await registerZaak(request, demo)
  const foreign = await subscribe(request, demo, { sink: sink.url, zaakId })
  await changeStatus(request, demo, zaakId)
  const bezorgingen = async () => {
    const headers = { Authorization: `Bearer ${demo}` }
    return (await (await request.get(`${API}/abonnementen/${foreign}/bezorgingen`, { headers })).json()).bezorgingen
  }
  await expect.poll(async () => (await bezorgingen())[0]?.status).toBe('bezorgd')
  const [{ id: foreignBezorging }] = await bezorgingen()

  const { token, naam } = await makeClient(browser, 'eigen abonnementen beheren')
  const own = await subscribe(request, token, { sink: sink.url, zaakId })
  // without JavaScript the forms are plain HTML
  const context = await browser.newContext({ baseURL: ORIGIN, javaScriptEnabled: false })
  const page = await context.newPage()
  await signIn(page, token)

  const statusOf = async (id: string, of: string) => {
    const headers = { Authorization: `Bearer ${of}` }
    return (await (await request.get(`${API}/abonnementen/${id}`, { headers })).json()).status
  }
  const storageState = await context.storageState()
  const looking = await (await browser.newContext({ baseURL: ORIGIN, storageState })).newPage()
  for (const path of [
    `abonnementen/${randomUUID()}`,
    `abonnementen/${foreign}`,
    `abonnementen/${foreign}/geheim`,
    `bezorgingen/${foreignBezorging}`,
    'bezorgingen/999999999999',
  ]) {
    expect((await looking.goto(`${MIJN}/${path}`))?.status(), path).toBe(404)
    await expect(looking.locator('main')).toHaveText(/^Dit is er nietHet bestaat niet, is niet van uw client/)
  }
  await page.goto(`${MIJN}/abonnementen/${own}`)
  await post(context, page, { button: 'Pauzeer', fields: { abonnementId: foreign } })
  expect(await statusOf(foreign, demo)).toBe('actief')
  await post(context, page, { button: 'Pauzeer', origin: 'https://elders.example' })
  expect(await statusOf(own, token)).toBe('actief')
  expect(await post(context, page, { button: 'Pauzeer' })).toBe(303)
  expect(await statusOf(own, token)).toBe('gepauzeerd')

  const reader = await makeClient(browser, 'zaken lezen')
  const readerContext = await browser.newContext({ baseURL: ORIGIN, javaScriptEnabled: false })
  const readerPage = await readerContext.newPage()
  await signIn(readerPage, reader.token)
  await expect(readerPage.getByText('Uw token heeft de scope abonnementen.beheren niet.')).toBeVisible()
  await readerPage.goto(`${MIJN}/abonnementen/${foreign}`)
  await expect(readerPage).toHaveURL(MIJN)

  await page.goto(MIJN)
  await page.getByRole('link', { name: /^Trek in token/ }).click()
  await expect(page.getByText('Dit is het enige token dat werkt.')).toBeVisible()
  await page.getByRole('button', { name: 'Trek token in' }).click()
  await expect(page.getByText('Het token is ingetrokken.')).toBeVisible()
  await expect(page.getByText(`Aangemeld als ${naam}`)).toHaveCount(0)
  await page.goto(`${MIJN}/abonnementen/${own}`)
  await expect(page.getByRole('button', { name: 'Aanmelden' })).toBeVisible()
})
