import { expect, type Locator, type Page } from '@playwright/test'

/** A step of the story takes several rounds of both systems, each up to half a minute. */
const STEP = { timeout: 90_000 }

/** Waits until the step with this heading has arrived. */
export const arrived = (page: Page, text: string) =>
  expect(page.getByRole('region', { name: text })).toContainText('Aangekomen.', STEP)

const LAST_STEP = 7

/** Locates what each step of the story speaks of. */
function spokenOf(page: Page): Record<number, Locator> {
  const balie = page.frameLocator('iframe').first().locator('main')
  const burger = page.frameLocator('iframe').last().locator('main')
  return {
    1: burger.getByRole('heading', { level: 1, name: /^Straatfeest/ }),
    2: balie.getByRole('row').filter({ hasText: 'Straatfeest' }),
    3: balie.getByText(/^Opgeslagen\./),
    4: page.getByRole('article').filter({ hasText: 'aanvraag ontvangen → aanvraag compleet' }),
    5: burger.getByRole('heading', { level: 1, name: /Er is nieuws over uw aanvraag/ }),
    6: burger.getByText(/^Wij hebben uw informatie/).first(),
    7: balie.getByText(/Gezien door de aanvrager op/).first(),
  }
}

/**
 * Plays the story by keys only, at any size with three columns. No step may scroll the page, take the focus
 * or hide what it shows.
 */
export async function playByKeys(page: Page) {
  const wanted = spokenOf(page)
  for (let step = 1; step <= LAST_STEP; step += 1) {
    await arrived(page, `Stap ${step} van ${LAST_STEP}`)
    await expect(wanted[step] as Locator, `step ${step} shows what it speaks of`).toBeInViewport()
    const { scrolled, height } = await page.evaluate(() => ({
      scrolled: scrollY,
      height: document.documentElement.scrollHeight,
    }))
    expect({ step, scrolled, height }).toEqual({ step, scrolled: 0, height: page.viewportSize()?.height })
    await expect(page.getByRole('button', { name: 'Volgende' }), `step ${step} keeps the focus`).toBeFocused()
    await page.keyboard.press(['PageDown', 'ArrowRight', 'Space'][step % 3] as string)
  }
}
