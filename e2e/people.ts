import { randomInt, randomUUID } from 'node:crypto'
import { type APIRequestContext, type Browser, type Cookie, expect, type Locator, type Page } from '@playwright/test'
import { DEMO_BURGERS } from '#lib/demo/demo-burgers.ts'
import { DEMO_VADER } from '#lib/demo/demo-gemachtigden.ts'
import { ORIGIN, READY_PORT } from './origins.ts'

/** `anew`: with a sessie that no other test has, to end it or to change for whom it is. */
type Visit = { origin?: string; javaScriptEnabled?: boolean; anew?: boolean }

/** How long cookies are used again: a sessie ends when nobody uses it for 15 minutes. */
const KEEP_COOKIES_MS = 300_000
/** Of who signed in before, by where and as whom. */
const kept = new Map<string, { cookies: Cookie[]; at: number }>()

/** A day to fill in, `yyyy-mm-dd`. */
export const inTwoWeeks = () => new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10)

/** Fills in today by the button below a date, which nobody filled in before. */
export async function chooseToday(balie: Page, label: string) {
  const field = balie.getByLabel(label, { exact: true })
  await expect(field, 'no day is chosen before').toHaveValue('')
  await balie.getByRole('button', { name: `(${label})` }).click()
  await expect(field).not.toHaveValue('')
}

/** A browser with cookies of its own, signed in at the desk. */
export function openBalie(browser: Browser, naam = 'F. El Amrani', visit?: Visit): Promise<Page> {
  return signIn(browser, { path: '/balie', naam, heading: 'Werkvoorraad', ...visit })
}

/** A browser with cookies of its own, signed in at the portal. */
export function openMijn(browser: Browser, naam: string | RegExp, visit?: Visit): Promise<Page> {
  return signIn(browser, { path: '/mijn', naam, heading: 'Mijn zaken', ...visit })
}

/** The same for the beheer of the portal. */
export function openPortaalbeheer(browser: Browser, visit?: Visit): Promise<Page> {
  return signIn(browser, { path: '/portaalbeheer', naam: 'S. Bos', heading: 'Beheer publieksportaal', ...visit })
}

async function signIn(
  browser: Browser,
  to: Visit & { path: string; naam: string | RegExp; heading: string },
): Promise<Page> {
  const { origin = ORIGIN, javaScriptEnabled = true, anew = false } = to
  const context = await browser.newContext({ baseURL: origin, javaScriptEnabled })
  const key = `${origin}${to.path} ${to.naam}`
  const former = kept.get(key)
  if (former && !anew && Date.now() - former.at < KEEP_COOKIES_MS) await context.addCookies(former.cookies)
  const page = await context.newPage()
  await page.goto(to.path)
  // the first: who also acts for another is on the list again
  if (page.url().includes('/inloggen')) await page.getByRole('button', { name: to.naam }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: to.heading, exact: true })).toBeVisible()
  await page.waitForLoadState()
  if (!anew) kept.set(key, { cookies: await context.cookies(), at: Date.now() })
  return page
}

/**
 * Registers a zaak for a citizen of the demo, over the API. It can take three changes before it is closed, and no other test
 * changes it.
 */
export async function registerZaak(
  request: APIRequestContext,
  {
    naam,
    omschrijving = `Buurtfeest ${randomInt(1e9)}`,
    zaaktype = 'APV-EVEN',
    startdatum,
  }: { naam: string; omschrijving?: string; zaaktype?: string; startdatum?: string },
): Promise<{ zaakId: string; omschrijving: string }> {
  const bsn = [...DEMO_BURGERS, DEMO_VADER].find((burger) => burger.naam === naam)?.bsn
  const token = await (await fetch(`http://localhost:${READY_PORT}/token`)).text()
  const response = await request.post('/api/zaaksysteem/v1/zaken', {
    headers: { Authorization: `Bearer ${token}`, 'Idempotency-Key': randomUUID() },
    data: { zaaktype, omschrijving, startdatum, initiator: { naam, bsn } },
  })
  expect(response.status()).toBe(201)
  return { zaakId: (await response.json()).uuid, omschrijving }
}

/** Opens a new zaak of a citizen, at the portal. */
export async function openNewZaak(
  browser: Browser,
  naam: string,
  visit?: Visit,
): Promise<{ mijn: Page; zaakId: string; omschrijving: string }> {
  const mijn = await openMijn(browser, naam, visit)
  const zaak = await registerZaak(mijn.request, { naam })
  await openZaak(mijn, zaak.zaakId)
  return { mijn, ...zaak }
}

/** How long a page is looked at before it is loaded again, which costs more than all else that a test does. */
const LOOK_MS = 3_000

/**
 * Loads a page, again and again, until it shows what is on its way to it.
 *
 * @param path this page when absent; without its fragment, which would only be scrolled to
 */
export async function visitUntil(page: Page, seen: Locator, path = page.url().split('#')[0] as string) {
  await expect(async () => {
    await page.goto(path)
    await expect(seen).toBeVisible({ timeout: LOOK_MS })
  }).toPass()
}

/** Opens a zaak that is on its way to the portal. */
export async function openZaak(mijn: Page, zaakId: string) {
  await expect(async () => {
    expect((await mijn.goto(`/mijn/zaken/${zaakId}`))?.status()).toBe(200)
  }).toPass()
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
