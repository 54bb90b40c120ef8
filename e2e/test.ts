import { type Browser, test as base, expect, type Page } from '@playwright/test'

const BLANK = 'about:blank'
/** How long a page may take to navigate away before a retry. */
const AWAY_MS = 3_000

type Opening = { baseURL: string; javaScriptEnabled: boolean }

/** Clean pages that earlier tests of this process left, by their options. */
const left = new Map<string, Page[]>()
/** The pages that the current test uses. */
const given = new Map<Page, Opening>()

/**
 * Returns a page without cookies and storage, in a browser context of its own. Reuses one of an earlier test,
 * because a new page costs 0.27 seconds of processor time to fetch and compile all scripts. A test that
 * leaves state in the context, such as an init script or a fake clock, needs a new one.
 */
export async function openPage(browser: Browser, opening: Opening): Promise<Page> {
  const key = JSON.stringify(opening)
  const page = left.get(key)?.pop() ?? (await (await browser.newContext(opening)).newPage())
  given.set(page, opening)
  return page
}

/** Cleans a page for reuse. It navigates itself to a blank page, which keeps its origin and process. */
async function leave(page: Page) {
  const context = page.context()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  for (const other of context.pages()) if (other !== page) await other.close()
  // a page that never navigated has no storage, and reading it would throw
  if (page.url() !== BLANK) {
    await expect(async () => {
      // Rejects when the page is gone before it answers, or when another navigation comes first.
      await page.evaluate((blank) => location.replace(blank), BLANK).catch(() => {})
      await page.waitForURL(BLANK, { timeout: AWAY_MS })
    }).toPass()
    await page.evaluate(async () => {
      localStorage.clear()
      sessionStorage.clear()
      for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name)
    })
  }
  await context.clearCookies()
  await page.emulateMedia({ media: null, colorScheme: 'light', forcedColors: 'none' })
  await page.setViewportSize({ width: 1280, height: 720 })
}

/**
 * Closes all pages of a test at its end, except those that are kept for reuse. Playwright closes only its own
 * `page`; the others would keep their live streams and render the changes of later tests.
 */
export const test = base.extend<{ closeAll: undefined }>({
  closeAll: [
    async ({ browser }, use, testInfo) => {
      await use(undefined)
      if (testInfo.status === testInfo.expectedStatus) {
        for (const [page, opening] of given) {
          if (page.isClosed() || (page.url() !== BLANK && !page.url().startsWith(opening.baseURL))) continue
          await leave(page)
          const key = JSON.stringify(opening)
          left.set(key, [...(left.get(key) ?? []), page])
        }
      }
      given.clear()
      const kept = new Set([...left.values()].flat().map((page) => page.context()))
      for (const context of browser.contexts().filter((one) => !kept.has(one))) {
        for (const page of context.pages()) await page.unrouteAll({ behavior: 'ignoreErrors' })
        await context.close()
      }
    },
    { auto: true },
  ],
})
