import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const HEIGHT = 800
/** The last one stays. */
const WIDTHS = [320, 1280]

/** The page as it stands has no axe violations and does not scroll sideways, on a phone and on a desktop. */
export async function expectAccessible(page: Page) {
  const path = new URL(page.url()).pathname
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT })
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${path} ${width}: ${id} ${nodes.map(({ html }) => html)}`)).toEqual([])
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, `${path} scrolls sideways at ${width} px`).toBeLessThanOrEqual(0)
  }
}
