import { type Browser, expect, type Page } from '@playwright/test'
import { ORIGIN } from './origins.ts'

/** A browser with cookies of its own, signed in at the desk. */
export async function openBalie(browser: Browser, naam = 'F. El Amrani', origin = ORIGIN): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: origin })).newPage()
  await page.goto('/balie')
  await page.getByRole('button', { name: naam }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Werkvoorraad', exact: true })).toBeVisible()
  return page
}

/** A browser with cookies of its own, signed in at the portal. */
export async function openMijn(
  browser: Browser,
  naam: string | RegExp,
  { origin = ORIGIN, javaScriptEnabled = true } = {},
): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: origin, javaScriptEnabled })).newPage()
  await page.goto('/mijn')
  // the first: who also acts for another is on the list again
  await page.getByRole('button', { name: naam }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Mijn zaken', exact: true })).toBeVisible()
  return page
}

/**
 * Opens a zaak of the citizen that can take `changes` more changes before it is closed. An older one first: among the newest are
 * those that only one team may see.
 */
export async function openRunningZaak(
  mijn: Page,
  { changes = 1 } = {},
): Promise<{ zaakId: string; omschrijving: string }> {
  const links = mijn.getByRole('main').locator('a[href^="/mijn/zaken/"]')
  const addresses = await links.evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).pathname))
  for (const address of addresses.toReversed()) {
    await mijn.goto(address)
    const coming = await mijn.getByRole('heading', { name: /^Komt nog:/ }).count()
    if (coming <= changes) continue
    const omschrijving = (await mijn.getByRole('heading', { level: 1 }).textContent()) as string
    return { zaakId: address.split('/').at(-1) as string, omschrijving }
  }
  throw new Error('None of these zaken has far enough to go.')
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
