import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, type Page, type Response } from '@playwright/test'
import { openMijn } from './people.ts'
import { test } from './test.ts'

/** The limit of a page's JavaScript, gzipped, above that of every Next.js page. */
const MOST_BYTES = 20_000

test('the pages of the citizen load at most 20 kB of JavaScript on top of Next.js', async ({ browser }) => {
  const floor = sum(floorFiles().map((file) => readFileSync(`.next/${file}`)))
  const mijn = await openMijn(browser, 'J. de Vries')
  const zaak = (await mijn.getByRole('main').locator('a[href^="/mijn/zaken/"]').first().getAttribute('href')) ?? ''
  for (const [name, path] of [
    ['Mijn zaken', '/mijn'],
    ['zaakpagina', zaak],
    ['Berichten', '/mijn/berichten'],
  ] as const) {
    const bytes = sum(await scriptsOf(mijn, path))
    console.log(`JavaScript of ${name}: ${kB(bytes)} kB, floor ${kB(floor)} kB, ${kB(bytes - floor)} kB above it`)
    expect(bytes).toBeGreaterThan(floor)
    expect(bytes - floor).toBeLessThanOrEqual(MOST_BYTES)
  }
})

/** The scripts of an empty Next.js page. */
function floorFiles(): string[] {
  return JSON.parse(readFileSync('.next/build-manifest.json', 'utf8')).rootMainFiles
}

/** Every script loaded until hydration. */
async function scriptsOf(page: Page, path: string): Promise<Buffer[]> {
  const responses: Response[] = []
  const keep = (response: Response) => responses.push(response)
  page.on('response', keep)
  await page.goto(path)
  await expect(page.getByText('Deze pagina werkt zichzelf bij')).toBeVisible()
  page.off('response', keep)
  const scripts = responses.filter((response) => response.request().resourceType() === 'script')
  return Promise.all(scripts.map((script) => script.body()))
}

const sum = (files: Buffer[]) => files.reduce((bytes, file) => bytes + gzipSync(file).length, 0)
const kB = (bytes: number) => (bytes / 1000).toFixed(1)
