import { type Browser, test as base, expect, type Page } from '@playwright/test'

const BLANK = 'about:blank'
/** How long a page may take to leave before it is told again. */
const AWAY_MS = 3_000

type Opening = { baseURL: string; javaScriptEnabled: boolean }

/** Pages that tests of this process left as new, by how they were opened. */
const left = new Map<string, Page[]>()
/** Those that the present test was given. */
const given = new Map<Page, Opening>()

/**
 * A page without cookies and storage, in a browser context that no other page of this test is in. It may be
 * one that an earlier test left: a new one costs 0.27 seconds of the processor more, for a process of its own
 * that fetches and compiles all scripts. What stays in a context until it is closed, such as a script for
 * each page or another clock, needs a new one.
 */
export async function openPage(browser: Browser, opening: Opening): Promise<Page> {
  const key = JSON.stringify(opening)
  const page = left.get(key)?.pop() ?? (await (await browser.newContext(opening)).newPage())
  given.set(page, opening)
  return page
}

/**
 * Makes a page as new; its process stays, because an empty page that it goes to by itself is of the same
 * origin.
 */
async function leave(page: Page) {
  const context = page.context()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  for (const other of context.pages()) if (other !== page) await other.close()
  // a page that went nowhere has nothing, and may not even look
  if (page.url() !== BLANK) {
    await expect(async () => {
      // Ends before there is an answer when the page is gone at once; also when a link that a test left it by
      // comes first.
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
 * Closes all that a test opened when it ends, but for pages that another may have. Playwright does so for its
 * own `page` alone: the others would stay open with their live streams, and show every change of every later
 * test.
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
