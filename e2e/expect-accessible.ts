import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const HEIGHT = 800
const PHONE = 320
const DESKTOP = 1280

export type ColorScheme = 'light' | 'dark'

/**
 * Expects that the page has no axe violations and does not scroll sideways, on a phone and on a desktop. The dark
 * scheme changes only colours, so that is checked on a desktop only. Leaves the page at the width of a desktop.
 */
export async function expectAccessible(page: Page, colorScheme: ColorScheme = 'light') {
  const path = new URL(page.url()).pathname
  // The title of a page that was reached by a link follows its content.
  await expect(page).toHaveTitle(/./)
  for (const width of colorScheme === 'dark' ? [DESKTOP] : [PHONE, DESKTOP]) {
    await page.setViewportSize({ width, height: HEIGHT })
    // There are no frames of other origins, for which axe would open a page of its own each time.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    expect(violations.map(({ id, nodes }) => `${path} ${width}: ${id} ${nodes.map(({ html }) => html)}`)).toEqual([])
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, `${path} scrolls sideways at ${width} px`).toBeLessThanOrEqual(0)
  }
}
