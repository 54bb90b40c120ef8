import type { Page } from '@playwright/test'

/**
 * Collects the violations of the Content-Security-Policy on pages opened from now on, frames included. Uses
 * the event, because the console misses violations that code catches, such as `eval` in a try block.
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
