import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type axe from 'axe-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The narrowest phone, which equals a window of 1280 × 1024 at 400 % zoom. */
const PHONE = { width: 320, height: 256 }
const DESKTOP = { width: 1280, height: 800 }

/** The retry waits, in milliseconds. */
const PATIENCE = 30_000

const COLOURS = ['color-contrast', 'link-in-text-block']
/** The axe rules that depend on position, size and scrolling. */
const SIZES = ['scrollable-region-focusable', 'skip-link', 'target-size']

/**
 * All rules, or only those about how a page looks. The others read its HTML, which is the same in each house
 * style and colour scheme.
 */
type Which = 'all rules' | 'looks only'

/**
 * Expects that the page has no axe violations and does not scroll sideways. Leaves it at the width of a
 * desktop.
 */
export async function expectAccessible(page: Page, which: Which = 'all rules') {
  // After client-side navigation the title follows the content.
  await expect(page).toHaveTitle(/./)
  await forgetRendered(page)
  for (const size of [PHONE, DESKTOP]) {
    await page.setViewportSize(size)
    // The other rules depend on the HTML, which our scripts do not change by size, and on which elements
    // are rendered.
    const isAnother = which === 'all rules' && (await rendersOthers(page))
    await expectColoursAnd(page, isAnother ? undefined : SIZES)
    await expectFits(page)
  }
}

/**
 * Colour pairs that axe passed. Their contrast is the same for every text of the same size and weight.
 */
const compared = new Set<string>()

/**
 * Expects no violations of these rules, or of all rules when absent. Adds the colour rules when the page has
 * colour pairs that axe has not compared yet.
 */
async function expectColoursAnd(page: Page, rules: string[] | undefined) {
  const met = (await coloursThatMeet(page)).filter((one) => !compared.has(one))
  if (met.length > 0) await expectNoViolations(page, { rules: rules && [...rules, ...COLOURS] })
  else await expectNoViolations(page, { rules, without: { rules: COLOURS } })
  for (const one of met) compared.add(one)
}

/** The texts of a page with their colour, background, size and weight. */
function coloursThatMeet(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const NONE = 'rgba(0, 0, 0, 0)'
    const met = new Set<string>()
    for (const element of document.querySelectorAll('body, body *')) {
      const hasText = [...element.childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim())
      if (!hasText && !element.matches('input, textarea, select')) continue
      if (!element.checkVisibility({ visibilityProperty: true })) continue
      const { color, fontSize, fontWeight, textShadow, textDecorationLine, borderBottom } = getComputedStyle(element)
      const around = element.parentElement ? getComputedStyle(element.parentElement).color : ''
      const grounds: string[] = []
      let [opacity, isPlaced] = [1, false]
      for (let at: Element | null = element; at; at = at.parentElement) {
        const style = getComputedStyle(at)
        opacity *= Number(style.opacity)
        isPlaced ||= ['absolute', 'fixed'].includes(style.position)
        if (grounds.at(-1)?.startsWith('rgb(')) continue
        if (style.backgroundImage !== 'none') grounds.push(style.backgroundImage)
        if (style.backgroundColor !== NONE) grounds.push(style.backgroundColor)
      }
      // Axe skips these, and positioned elements may overlap anything.
      const isExempt = element.closest(':disabled, [aria-disabled], [aria-hidden], [inert], label') !== null
      const length = Math.min(element.textContent?.trim().length ?? 0, 2)
      const link = element.localName === 'a' ? [around, textDecorationLine, borderBottom] : []
      const place = isPlaced ? location.href : ''
      met.add([color, ...grounds, opacity, fontSize, fontWeight, textShadow, ...link, isExempt, length, place].join())
    }
    return [...met]
  })
}

type Noting = { rendered?: Element[] | undefined }

async function forgetRendered(page: Page) {
  await page.evaluate(() => {
    ;(window as Noting).rendered = undefined
  })
}

/** True when the rendered elements differ from the previous call, or at the first call. */
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

/**
 * Expects that the page does not scroll sideways. Retries for a while, because a page behind a followed link
 * may still be loading.
 */
export async function expectFits(page: Page) {
  await expect(async () => {
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0)
  }).toPass({ timeout: PATIENCE })
}

/** Runs `expectAccessibleInAllSchemes` in each house style. Leaves the page in the last one. */
export async function expectAccessibleInAllStyles(page: Page) {
  await expectAccessibleInAllSchemes(page)
  await wearHuisstijl(page, { former: 'voorbeeld', style: 'utrecht' })
  await expectAccessibleInAllSchemes(page, 'looks only')
}

/** Switches the page to another house style: replaces the linked stylesheet and the class. */
async function wearHuisstijl(page: Page, styles: { former: string; style: string }) {
  await page.evaluate(async ({ former, style }) => {
    const { classList } = document.documentElement
    const link = document.querySelector(`link[rel=stylesheet][href="/huisstijl/${former}.css"]`) as HTMLLinkElement
    if (!classList.replace(`${former}-theme`, `${style}-theme`)) throw new Error(`The page is not in ${former}.`)
    const loaded = new Promise((resolve) => link.addEventListener('load', resolve, { once: true }))
    link.href = `/huisstijl/${style}.css`
    await loaded
  }, styles)
}

/** Runs `expectAccessible`, also in the dark scheme and with forced colours. */
export async function expectAccessibleInAllSchemes(page: Page, which: Which = 'all rules') {
  await expectAccessible(page, which)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectColoursAnd(page, [])
  await page.emulateMedia({ colorScheme: 'light' })
  await expectBordersWithForcedColours(page)
}

/**
 * Forced colours remove backgrounds: expects a border or an outline around elements set apart by background
 * alone. Axe cannot tell, because it reads the original colours.
 */
async function expectBordersWithForcedColours(page: Page) {
  // away from any row, which has a background while the pointer is on it
  await page.mouse.move(0, 0)
  await page.evaluate(() => {
    const NONE = 'rgba(0, 0, 0, 0)'
    const groundOf = (element: Element | null): string => {
      if (!element) return 'rgb(255, 255, 255)'
      const { backgroundColor } = getComputedStyle(element)
      return backgroundColor === NONE ? groundOf(element.parentElement) : backgroundColor
    }
    for (const element of document.querySelectorAll('body *')) {
      element.removeAttribute('data-ground')
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
      (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0) ||
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

/** `without`: frames with pages of their own, and rules, to leave out. */
type Reading = { rules?: string[] | undefined; without?: { frames?: string; rules?: string[] } }

/** Retries for a while, because after a followed link the page briefly has no title. */
export async function expectNoViolations(page: Page, reading: Reading = {}) {
  if (reading.rules?.length === 0) return
  await expect(async () => {
    expect(await findViolations(page, reading), `${page.url()} ${page.viewportSize()?.width}`).toEqual([])
  }).toPass({ timeout: PATIENCE })
}

async function findViolations(page: Page, { rules, without = {} }: Reading) {
  // Axe is half a megabyte, so it is sent only to a page that does not have it yet.
  if (!(await page.evaluate('Boolean(window.axe)'))) await page.evaluate(AXE)
  const off = Object.fromEntries((without.rules ?? []).map((rule) => [rule, { enabled: false }]))
  const options: axe.RunOptions = {
    ...(rules ? { runOnly: rules } : { rules: { 'target-size': { enabled: true }, ...off } }),
    iframes: false,
    // locates violations only, because locating all results takes a third of the time
    resultTypes: ['violations'],
  }
  return page.evaluate(
    async ({ options, frames }) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(
        frames ? { exclude: [frames] } : document,
        options,
      )
      return violations.map(
        ({ id, nodes }) => `${id} ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`)}`,
      )
    },
    { options, frames: without.frames },
  )
}
