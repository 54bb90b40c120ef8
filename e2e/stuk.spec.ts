// Playwright's own test, because the page stays open from one test to the next.
import { expect, type FrameLocator, type Locator, type Page, test } from '@playwright/test'
import { expectFits, expectNoViolations } from './expect-accessible.ts'
import { playByKeys } from './play-story.ts'

// Breaks what all other tests use, so it comes after them (playwright.config.ts). Alone: npx playwright test
// e2e/stuk.spec.ts --no-deps

/** The page with a limit longer than any storing here, because each test repairs its own. */
const ADDRESS = '/demo/maak-het-stuk?seconden=60'
/** Longer than the lease of a killed worker, and than the pause of the portal between two lookups of keys. */
const HEALED = { timeout: 120_000 }

type Gezien = {
  /** true when the citizen sees no change while it lasts */
  blijft?: true
  /** the figure that counts the effect on messages, above 0 before the repair */
  telt: string
  /** the expected value of that figure; default any number above 0 */
  wat?: RegExp
}

const STORINGEN: Record<string, Gezien> = {
  // More than arrived before the rotation. First, because after an unknown key a portal looks up no keys for
  // half a minute.
  'Sleutels gewisseld': { telt: 'Ontvangen door het portaal', wat: /^[3-9]\d/ },
  'Portaal uit': { blijft: true, telt: 'Pogingen om te bezorgen' },
  'Netwerk doorgeknipt': { blijft: true, telt: 'Pogingen om te bezorgen' },
  'Antwoorden kwijt': { telt: 'Pogingen om te bezorgen' },
  'Trage ontvanger': { telt: 'Onderweg' },
  'Dubbel en door elkaar': { telt: 'Nog eens ontvangen, zonder gevolg' },
  'Bericht veranderd': { blijft: true, telt: 'Geweigerd door het portaal' },
  'Token gestolen': { telt: 'Geweigerd door het portaal' },
  'Verkeerde sleutel': { blijft: true, telt: 'Geweigerd door het portaal' },
  'Bezorger gedood': { telt: 'Onderweg' },
  'Database weg': { blijft: true, telt: 'Pogingen om te bezorgen' },
}

test.describe
  .serial('what a presenter breaks, with one page open', () => {
    let page: Page
    let balie: FrameLocator
    let burger: FrameLocator

    test.beforeAll(async ({ browser }) => {
      page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
      await page.goto(ADDRESS)
      balie = page.frameLocator('iframe').first()
      burger = page.frameLocator('iframe').last()
    })
    test.afterAll(() => page.close())

    const ronde = (naam: string): Locator => page.getByRole('region', { name: new RegExp(`^${naam}`) })
    const cijfer = (naam: string) =>
      page.getByRole('term').filter({ hasText: naam }).locator('..').getByRole('definition')
    const nu = (frame: FrameLocator, status: RegExp) =>
      frame.getByRole('listitem').filter({ hasText: status }).getByText('Nu', { exact: true })

    for (const [naam, { blijft, telt, wat = /^[1-9]/ }] of Object.entries(STORINGEN)) {
      test(`${naam}: the citizen sees what the portal knows, and nothing is lost`, async () => {
        await page.getByRole('button', { name: new RegExp(`^${naam}`) }).click()
        await expect(ronde(naam)).toContainText(/Nog \d+ seconden stuk/)
        await expect(balie.getByText('Aanvraag compleet').first(), 'the desk goes on').toBeVisible()
        await expect(cijfer(telt)).toHaveText(wat, HEALED)
        if (blijft) await expect(nu(burger, /Aanvraag ontvangen/)).toBeVisible()
        await expect(burger.getByText('Vergunning verleend')).toHaveCount(0)
        await page.getByRole('button', { name: 'Maak nu heel' }).click()

        await expect(ronde(naam)).toContainText('alles is aangekomen', HEALED)
        await expect(cijfer('Kwijt')).toHaveText('0')
        await expect(cijfer('Onderweg')).toHaveText('0')
        const recorded = await cijfer('Vastgelegd in het zaaksysteem').textContent()
        await expect(cijfer('Ontvangen door het portaal')).toHaveText(String(recorded))
        await expect(nu(burger, /Aanvraag compleet|Adviezen ontvangen/)).toBeVisible()
        await page.getByRole('button', { name: 'Kies iets anders' }).click()
      })
    }

    test('the page has no axe violations and fits a phone', async () => {
      await expectNoViolations(page, { without: { frames: 'iframe' } })
      await page.getByRole('button', { name: 'English' }).click()
      await page.getByRole('button', { name: /^Doubled/ }).press('Enter')
      await expect(page.getByRole('heading', { name: /^Doubled and reordered/ })).toBeFocused()
      await expectNoViolations(page, { without: { frames: 'iframe' } })
      await page.setViewportSize({ width: 390, height: 800 })
      await expectFits(page)
      await page.getByRole('button', { name: 'Repair now' }).click()
      await expect(page.getByText('all has arrived', { exact: true })).toBeVisible(HEALED)
    })

    test('the story plays to its end after processes were restarted and kept their data', async ({ browser }) => {
      const other = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
      await other.goto('/demo/kijk-mee')
      await playByKeys(other)
      await other.close()
    })
  })
