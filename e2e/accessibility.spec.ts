import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { DEMO_ZAAK_ID } from '#lib/contract/demo.ts'
import { ORIGIN, ORIGIN_UTRECHT } from './origins.ts'
import { openBalie, openMijn } from './people.ts'

const STYLES = { voorbeeld: ORIGIN, utrecht: ORIGIN_UTRECHT }
const WIDTHS = [320, 1280]

const PUBLIC_PAGES = [
  '/',
  '/mijn/inloggen',
  '/balie/inloggen',
  '/mijn/privacy',
  '/mijn/toegankelijkheid',
  '/demo',
  '/niets',
]
const MIJN_PAGES = ['/mijn', `/mijn/zaken/${DEMO_ZAAK_ID}`, '/mijn/zaken/niets']
const BALIE_PAGES = [
  '/balie',
  '/balie/mijn',
  '/balie/afgehandeld',
  '/balie?zoek=bestaat-vast-niet',
  `/balie/zaken/${DEMO_ZAAK_ID}`,
  '/balie/zaken/niets',
]

async function expectAccessible(page: Page, paths: string[]) {
  for (const path of paths) {
    await page.goto(path)
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 })
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${path} ${width}: ${id} ${nodes.map(({ html }) => html)}`)).toEqual([])
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow, `${path} scrolls sideways at ${width} px`).toBeLessThanOrEqual(0)
    }
  }
}

for (const [style, origin] of Object.entries(STYLES)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`pages that need no sign-in have no axe violations: ${style}, ${colorScheme}`, async ({ browser }) => {
      const page = await (await browser.newContext({ baseURL: origin, colorScheme })).newPage()
      await expectAccessible(page, PUBLIC_PAGES)
    })

    test(`the citizen's pages have no axe violations: ${style}, ${colorScheme}`, async ({ browser }) => {
      const page = await openMijn(browser, 'J. de Vries', { origin })
      await page.emulateMedia({ colorScheme })
      await expectAccessible(page, MIJN_PAGES)
    })

    test(`the desk has no axe violations: ${style}, ${colorScheme}`, async ({ browser }) => {
      const page = await openBalie(browser, 'F. El Amrani', origin)
      await page.emulateMedia({ colorScheme })
      await expectAccessible(page, BALIE_PAGES)
    })
  }
}
