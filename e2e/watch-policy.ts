import type { Page } from '@playwright/test'

/**
 * What the Content-Security-Policy refuses on the pages that are opened from now on, frames included. From
 * the event, because the console does not show all of it: code that tries `eval` can catch the error.
 */
export async function watchPolicy(page: Page): Promise<string[]> {
  const refused: string[] = []
  await page.exposeFunction('reportRefused', (what: string) => refused.push(what))
  await page.addInitScript(() => {
    const { reportRefused } = window as unknown as { reportRefused(what: string): void }
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, documentURI }) => {
      reportRefused(`${documentURI}: ${effectiveDirective} ${blockedURI}`)
    })
  })
  return refused
}
