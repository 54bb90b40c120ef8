import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type axe from 'axe-core'
import { ORIGIN, ORIGIN_UTRECHT } from './origins.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The narrowest phone, which is also what is left of a window of 1280 × 1024 at 400 %. */
const PHONE = { width: 320, height: 256 }
const DESKTOP = { width: 1280, height: 800 }

/** How long to look again, in milliseconds. */
const PATIENCE = 30_000

const COLOURS = ['color-contrast', 'link-in-text-block']
/** What reads where something stands, how large it is and whether it scrolls. */
const SIZES = ['scrollable-region-focusable', 'skip-link', 'target-size']

/** All rules, or those about how a page looks: the others read its HTML, which is the same in each house style and scheme. */
type Which = 'all rules' | 'looks only'

export const STYLES: Record<string, { origin: string; which: Which }> = {
  voorbeeld: { origin: ORIGIN, which: 'all rules' },
  utrecht: { origin: ORIGIN_UTRECHT, which: 'looks only' },
}

/** Expects that the page has no axe violations and does not scroll sideways. Leaves it at the width of a desktop. */
export async function expectAccessible(page: Page, which: Which = 'all rules') {
  // The title of a page that was reached by a link follows its content.
  await expect(page).toHaveTitle(/./)
  await forgetRendered(page)
  for (const size of [PHONE, DESKTOP]) {
    await page.setViewportSize(size)
    // The other rules read HTML that no script of ours changes by size, and which elements of it are rendered.
    const isAnother = which === 'all rules' && (await rendersOthers(page))
    await expectNoViolations(page, { rules: isAnother ? undefined : [...SIZES, ...COLOURS] })
    await expectFits(page)
  }
}

type Noting = { rendered?: Element[] | undefined }

async function forgetRendered(page: Page) {
  await page.evaluate(() => {
    ;(window as Noting).rendered = undefined
  })
}

/** Whether other elements are rendered than when this was asked before, or it was not. */
function rendersOthers(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const noting = window as Noting
    const before = noting.rendered
    const rendered = [...document.querySelectorAll('body *')].filter((element) =>
      element.checkVisibility({ visibilityProperty: true }),
    )
    noting.rendered = rendered
    return rendered.length !== before?.length || rendered.some((element, index) => element !== before[index])
  })
}

/** Expects that the page does not scroll sideways. Looks again for a while: a link that was followed may still be loading. */
export async function expectFits(page: Page) {
  await expect(async () => {
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0)
  }).toPass({ timeout: PATIENCE })
}

/** As `expectAccessible`, and then in the dark scheme and with forced colours. */
export async function expectAccessibleInAllSchemes(page: Page, which: Which = 'all rules') {
  await expectAccessible(page, which)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectNoViolations(page, { rules: COLOURS })
  await page.emulateMedia({ colorScheme: 'light' })
  await expectBordersWithForcedColours(page)
}

/**
 * Forced colours take grounds away: expects a border around what is set apart by its ground alone. Axe cannot tell, because it
 * reads the colours that there would be without them.
 */
async function expectBordersWithForcedColours(page: Page) {
  await page.evaluate(() => {
    const NONE = 'rgba(0, 0, 0, 0)'
    const groundOf = (element: Element | null): string => {
      if (!element) return 'rgb(255, 255, 255)'
      const { backgroundColor } = getComputedStyle(element)
      return backgroundColor === NONE ? groundOf(element.parentElement) : backgroundColor
    }
    for (const element of document.querySelectorAll('body *')) {
      const { width, height, bottom } = element.getBoundingClientRect()
      const isSeen = width > 1 && height > 1 && bottom > 0
      // the cells of a table have lines between them
      if (isSeen && element.localName !== 'table' && groundOf(element) !== groundOf(element.parentElement))
        element.setAttribute('data-ground', '')
    }
  })
  await page.emulateMedia({ forcedColors: 'active' })
  const lost = await page.evaluate(() => {
    const hasBorder = (style: CSSStyleDeclaration) =>
      ['block-start', 'block-end', 'inline-start', 'inline-end'].some(
        (side) => Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) > 0,
      )
    return [...document.querySelectorAll('[data-ground]')]
      .filter((element) => !hasBorder(getComputedStyle(element)))
      .map(({ localName, className, textContent }) => `${localName}.${className} ${textContent?.slice(0, 40)}`)
  })
  expect(lost, `${page.url()} with forced colours`).toEqual([])
  await page.emulateMedia({ forcedColors: 'none' })
}

/**
 * Looks again for a while: at a link that was followed the page has no title for a moment.
 *
 * @param options.without - frames that show pages of their own
 */
export async function expectNoViolations(page: Page, options: { rules?: string[] | undefined; without?: string } = {}) {
  await expect(async () => {
    expect(await findViolations(page, options), `${page.url()} ${page.viewportSize()?.width}`).toEqual([])
  }).toPass({ timeout: PATIENCE })
}

async function findViolations(page: Page, { rules, without }: { rules?: string[] | undefined; without?: string }) {
  // Half a megabyte, which a page is asked whether it has before it is sent.
  if (!(await page.evaluate('Boolean(window.axe)'))) await page.evaluate(AXE)
  const options: axe.RunOptions = {
    ...(rules ? { runOnly: rules } : { rules: { 'target-size': { enabled: true } } }),
    iframes: false,
    // says of nothing else where it is, which takes a third of the time
    resultTypes: ['violations'],
  }
  return page.evaluate(
    async ({ options, without }) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(
        without ? { exclude: [without] } : document,
        options,
      )
      return violations.map(
        ({ id, nodes }) => `${id} ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`)}`,
      )
    },
    { options, without },
  )
}
