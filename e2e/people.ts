import { randomInt, randomUUID } from 'node:crypto'
import { type Browser, type Cookie, expect, type FrameLocator, type Locator, type Page } from '@playwright/test'
import { DEMO_BURGERS } from '#demo/stage/demo-burgers.ts'
import { DEMO_VADER } from '#demo/stage/demo-gemachtigden.ts'
import { ORIGIN, ORIGIN_UTRECHT, READY_PORT } from './origins.ts'
import { openPage } from './test.ts'

/**
 * `path`: the page to open; default the start page, null for none. `anew`: uses a browser context and sessie
 * that no other test shares, for tests that end the sessie, switch persons or leave state in the context.
 */
type Visit = { origin?: string; javaScriptEnabled?: boolean; path?: string | null; anew?: boolean }

/** How long cookies are reused: a sessie ends after 15 idle minutes. */
const KEEP_COOKIES_MS = 300_000
/** Cookies of earlier sign-ins, by system and person. */
const kept = new Map<string, { cookies: Cookie[]; at: number }>()

/** The day in two weeks, `yyyy-mm-dd`. */
export const inTwoWeeks = () => new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10)

/** Fills in today with the button below an empty date field. */
export async function chooseToday(balie: Page, label: string) {
  const field = balie.getByLabel(label, { exact: true })
  await expect(field, 'no day is chosen before').toHaveValue('')
  await balie.getByRole('button', { name: `(${label})` }).click()
  await expect(field).not.toHaveValue('')
}

/** Opens a page signed in at the desk, with cookies of its own. */
export function openBalie(browser: Browser, naam = 'F. El Amrani', visit?: Visit): Promise<Page> {
  return signIn(browser, { start: '/balie', naam, heading: 'Werkvoorraad', ...visit })
}

/** Opens a page signed in at the portal, with cookies of its own. */
export function openMijn(browser: Browser, naam: string | RegExp, visit?: Visit): Promise<Page> {
  return signIn(browser, { start: '/mijn', naam, heading: 'Mijn zaken', ...visit })
}

/** Opens a page signed in at the beheer of the portal, with cookies of its own. */
export function openPortaalbeheer(browser: Browser, visit?: Visit): Promise<Page> {
  return signIn(browser, { start: '/portaalbeheer', naam: 'S. Bos', heading: 'Beheer publieksportaal', ...visit })
}

async function signIn(
  browser: Browser,
  to: Visit & { start: string; naam: string | RegExp; heading: string },
): Promise<Page> {
  const { origin = ORIGIN, javaScriptEnabled = true, start, path = start, anew = false } = to
  const opening = { baseURL: origin, javaScriptEnabled }
  const page = anew ? await (await browser.newContext(opening)).newPage() : await openPage(browser, opening)
  const context = page.context()
  const key = `${origin}${start} ${to.naam}`
  const former = kept.get(key)
  const isKept = former !== undefined && !anew && Date.now() - former.at < KEEP_COOKIES_MS
  if (isKept) await context.addCookies(former.cookies)
  if (isKept && path === null) return page
  const first = isKept && path !== null ? path : start
  await openWhenThere(page, first)
  const isSignedOut = page.url().includes('/inloggen')
  if (isSignedOut) {
    // the first, because a person who also acts for another is listed twice
    await page.getByRole('button', { name: to.naam }).first().click()
    await page.waitForURL((url) => !url.pathname.endsWith('/inloggen'))
  }
  if (first === start)
    await expect(page.getByRole('heading', { level: 1, name: to.heading, exact: true })).toBeVisible()
  if (isSignedOut && path !== null && path !== start) await openWhenThere(page, path)
  await page.waitForLoadState()
  if (!anew) kept.set(key, { cookies: await context.cookies(), at: Date.now() })
  return page
}

/** Opens a page. Retries while it is not 200, because its zaak may still be on its way to the portal. */
async function openWhenThere(page: Page, path: string) {
  await expect(async () => {
    expect((await page.goto(path))?.status()).toBe(200)
  }).toPass()
}

/**
 * Registers a zaak for a citizen of the demo, over the API. Three statuses can be set before it is closed,
 * and no other test changes it.
 */
export async function registerZaak({
  naam,
  omschrijving = `Buurtfeest ${randomInt(1e8, 1e9)}`,
  zaaktype = 'APV-EVEN',
  startdatum,
}: {
  naam: string
  omschrijving?: string
  zaaktype?: string
  startdatum?: string
}): Promise<{ zaakId: string; omschrijving: string }> {
  const bsn = [...DEMO_BURGERS, DEMO_VADER].find((burger) => burger.naam === naam)?.bsn
  const response = await callApi('/zaken', { zaaktype, omschrijving, startdatum, initiator: { naam, bsn } })
  expect(response.status).toBe(201)
  return { zaakId: (await response.json()).uuid, omschrijving }
}

/** The statuses of the registered zaken, between the first and the last. */
const STATUSTYPEN = [
  { statustype: 'aanvraag_compleet', naam: 'Aanvraag compleet' },
  { statustype: 'adviezen_ontvangen', naam: 'Adviezen ontvangen' },
  { statustype: 'besluit_genomen', naam: 'Besluit genomen' },
]

/**
 * Sets the next status of a zaak that was registered here and that nothing else has changed, over the API,
 * and returns its name.
 */
export async function changeStatus(zaakId: string): Promise<string> {
  const { versie } = await (await callApi(`/zaken/${zaakId}`)).json()
  const { statustype, naam } = STATUSTYPEN[versie - 1] as (typeof STATUSTYPEN)[number]
  expect((await callApi(`/zaken/${zaakId}/statussen`, { versie, statustype })).status).toBe(201)
  return naam
}

/** The token that the pages for suppliers show. */
export async function readToken(): Promise<string> {
  return (await fetch(`http://localhost:${READY_PORT}/token`)).text()
}

/**
 * Calls the API: POST with a body, else GET. Uses the plaintext process, because this one would not trust the
 * certificate of the other.
 */
async function callApi(path: string, body?: object): Promise<Response> {
  const headers = { Authorization: `Bearer ${await readToken()}`, 'Content-Type': 'application/json' }
  return fetch(`${ORIGIN_UTRECHT}/api/zaaksysteem/v1${path}`, {
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
    headers: { ...headers, ...(body && { 'Idempotency-Key': randomUUID() }) },
  })
}

/** Registers a zaak of a citizen and opens it at the portal. */
export async function openNewZaak(
  browser: Browser,
  naam: string,
  visit?: Visit,
): Promise<{ mijn: Page; zaakId: string; omschrijving: string }> {
  const zaak = await registerZaak({ naam })
  const mijn = await openMijn(browser, naam, { path: `/mijn/zaken/${zaak.zaakId}`, ...visit })
  return { mijn, ...zaak }
}

/**
 * How long to wait before a page is reloaded: loading is the most expensive part of a test.
 */
const LOOK_MS = 3_000

/**
 * Reloads a page until it shows `seen`.
 *
 * @param path defaults to the current page without its fragment, to which goto would only scroll
 */
export async function visitUntil(page: Page, seen: Locator, path = page.url().split('#')[0] as string) {
  await expect(async () => {
    await page.goto(path)
    await expect(seen).toBeVisible({ timeout: LOOK_MS })
  }).toPass()
}

/** Chooses an option until `seen` shows, because before hydration a choice has no effect. */
export async function chooseUntil(select: Locator, label: string, seen: Locator) {
  await expect(async () => {
    await select.selectOption({ label })
    await expect(seen).toBeVisible({ timeout: LOOK_MS })
  }).toPass()
}

/** Presses a key of the desk until `done` passes, because before hydration a key has no effect. */
export async function pressUntil(balie: Page, key: string, done: () => Promise<void>) {
  await expect(async () => {
    await balie.keyboard.press(key)
    await done()
  }).toPass()
}

/** Expects that these pages of the desk do not exist for the behandelaar who is signed in. */
export async function expectNotForYou(balie: Page, paths: readonly string[]) {
  for (const path of paths) {
    expect((await balie.goto(path))?.status(), path).toBe(404)
    await expect(balie.getByRole('heading', { level: 1, name: 'Deze pagina is er niet voor u' })).toBeVisible()
  }
}

/** Opens a zaak at the portal, once it has arrived there. */
export function openZaak(mijn: Page, zaakId: string): Promise<void> {
  return openWhenThere(mijn, `/mijn/zaken/${zaakId}`)
}

/** Sets the first status that the desk offers for the zaak, and returns its name. */
export async function setNextStatus(balie: Page, zaakId: string, toelichting = ''): Promise<string> {
  await balie.goto(`/balie/zaken/${zaakId}`)
  const choice = balie.getByRole('group', { name: 'Nieuwe status' }).locator('label').first()
  const status = (await choice.locator('strong').textContent()) as string
  await choice.getByRole('radio').check()
  await balie.getByLabel(/Toelichting voor de aanvrager/).fill(toelichting)
  await balie.getByRole('button', { name: 'Status opslaan' }).click()
  await expect(balie.getByText('Opgeslagen.')).toBeVisible()
  return status
}

/** On the page of a zaak: opens an act from its button, or from the menu that holds it. */
export async function openAct(balie: Page | FrameLocator, titel: string) {
  const link = balie.locator('a').filter({ hasText: new RegExp(`^${titel}$`) })
  const acts = balie.getByRole('navigation', { name: 'Meer doen met deze zaak' })
  await expect(acts.locator(link)).toHaveCount(1)
  const menu = acts.locator('details').filter({ has: link })
  if ((await menu.count()) > 0) await menu.locator('summary').click()
  await acts.locator(link).click()
}

/** Opens Besluit nemen of the zaak, and chooses the resultaat. */
export async function openBesluit(balie: Page, zaakId: string, resultaat: RegExp) {
  await balie.goto(`/balie/zaken/${zaakId}/beslissen`)
  await balie.getByRole('group', { name: 'Wat besluit u?' }).getByRole('radio', { name: resultaat }).check()
}

/** Saves the besluit, which closes the zaak. */
export async function saveBesluit(balie: Page) {
  await balie.getByRole('button', { name: 'Besluit opslaan' }).click()
  await expect(balie.getByText('Opgeslagen. De zaak is afgehandeld.')).toBeVisible()
}

/** Opens a block of Voorkeuren, unless it stands open. */
export async function openBlok(page: Page, name: string) {
  const summary = page.locator('summary').filter({ has: page.getByRole('heading', { name, exact: true }) })
  await expect(summary).toBeVisible()
  if ((await summary.locator('..').getAttribute('open')) === null) await summary.click()
}
