import { type Browser, expect, type Page } from '@playwright/test'
import { ORIGIN } from './origins.ts'

/** A browser of its own (own cookies), signed in at the desk. */
export async function openBalie(browser: Browser, naam = 'F. El Amrani', origin = ORIGIN): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: origin })).newPage()
  await page.goto('/balie')
  await page.getByRole('button', { name: naam }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Werkvoorraad', exact: true })).toBeVisible()
  return page
}

/** A browser of its own, signed in at the portal. */
export async function openMijn(
  browser: Browser,
  naam: string,
  { origin = ORIGIN, javaScriptEnabled = true } = {},
): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: origin, javaScriptEnabled })).newPage()
  await page.goto('/mijn')
  await page.getByRole('button', { name: naam }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Mijn zaken', exact: true })).toBeVisible()
  return page
}

/** Opens the first zaak of the citizen that still runs, and tells its id. */
export async function openRunningZaak(mijn: Page): Promise<{ zaakId: string; omschrijving: string }> {
  const link = mijn.getByRole('main').getByRole('listitem').first().getByRole('link')
  const omschrijving = (await link.textContent()) as string
  await link.click()
  await expect(mijn.getByRole('heading', { level: 1, name: omschrijving })).toBeVisible()
  return { zaakId: mijn.url().split('/').at(-1) as string, omschrijving }
}

/** Sets the first status that the desk offers for the zaak, and tells its name. */
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
