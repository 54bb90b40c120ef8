import { test as base } from '@playwright/test'

/**
 * Closes all that a test opened when it ends. Playwright does so for its own `page` alone: the others would stay open with their
 * live streams, and show every change of every later test.
 */
export const test = base.extend<{ closeAll: undefined }>({
  closeAll: [
    async ({ browser }, use) => {
      await use(undefined)
      for (const context of browser.contexts()) {
        for (const page of context.pages()) await page.unrouteAll({ behavior: 'ignoreErrors' })
        await context.close()
      }
    },
    { auto: true },
  ],
})
