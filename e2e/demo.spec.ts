import { expect, type Locator } from '@playwright/test'
import UPNG from 'upng-js'
import { expectFits, expectNoViolations } from './expect-accessible.ts'
import { arrived, playByKeys } from './play-story.ts'
import { test } from './test.ts'

test('a presenter plays the story by keys only, three times on one demo, on exactly one screen of a slow machine', async ({
  browser,
}) => {
  test.slow()
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  const page = await context.newPage()
  await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: 6 })
  await page.goto('/demo/kijk-mee')
  await playByKeys(page)
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.reload()
  await playByKeys(page)
  await page.goto('/demo')
  await page.getByRole('link', { name: 'Kijk mee' }).click()
  await playByKeys(page)

  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('heading', { name: 'Stap 6 van 7' }), 'going back undoes nothing').toBeVisible()
  await page.keyboard.press('PageDown')
  await page.frameLocator('iframe').first().getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('PageUp')
  await expect(page.getByRole('heading', { name: 'Stap 6 van 7' }), 'keys in a frame are heard').toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expectNoViolations(page, { without: { frames: 'iframe' } })
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { name: 'Step 7 of 7 The proof' })).toBeVisible()
  await page.setViewportSize({ width: 390, height: 800 })
  await expectFits(page)
})

test('the first screen of the demo fits a beamer, with one button and a film that a visitor can stop', async ({
  browser,
}) => {
  const viewport = { width: 1366, height: 768 }
  const page = await (await browser.newContext({ viewport, reducedMotion: 'no-preference' })).newPage()
  await page.goto('/demo')
  for (const naam of ['Kijk mee', 'Zelf proberen', 'Maak het stuk'])
    await expect(page.getByRole('link', { name: naam })).toBeInViewport({ ratio: 1 })
  const film = page.getByRole('img', { name: /^De balie links/ })
  const source = () =>
    film.evaluate((img: HTMLImageElement) => img.naturalWidth > 0 && new URL(img.currentSrc).pathname)
  await expect.poll(source).toBe('/demo/film.png')
  await page.getByRole('button', { name: 'Zet de film stil' }).click()
  await expect.poll(source).toBe('/demo/still.png')
  await page.getByRole('button', { name: 'Laat de film lopen' }).click()
  await expect.poll(source).toBe('/demo/film.png')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await expect.poll(source).toBe('/demo/still.png')
})

test('a step of the story that fails to arrive says so, and can be played again or skipped', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage()
  await page.route('**/api/zaaksysteem/v1/zaken', (route) => route.abort())
  await page.goto('/demo/kijk-mee')
  await expect(page.getByText(/^Dit kwam niet aan/)).toBeVisible()
  await page.getByRole('button', { name: 'Ga verder' }).click()
  await expect(page.getByRole('region', { name: 'Stap 2 van 7' })).toContainText('Dit kwam niet aan')
  await page.unroute('**/api/zaaksysteem/v1/zaken')
  await page.getByRole('button', { name: 'Nog een keer' }).click()
  await arrived(page, 'Stap 2 van 7')
})

test('a step of the story that is slow on a busy machine says that it waits, and then continues', async ({
  browser,
}) => {
  const page = await (await browser.newContext()).newPage()
  await page.clock.install()
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  const asked: (string | undefined)[] = []
  await page.route('**/api/zaaksysteem/v1/zaken', async (route) => {
    asked.push((await route.request().allHeaders())['idempotency-key'])
    if (asked.length > 1) return route.continue()
    await released
    await route.fulfill({ status: 503, headers: { 'Retry-After': '1' }, json: { code: 'overloaded' } })
  })
  await page.goto('/demo/kijk-mee')
  await expect.poll(() => asked.length).toBe(1)
  await page.clock.fastForward(20_000)
  await expect(page.getByText(/^Dit duurt langer dan anders: de machine is druk/)).toBeVisible()
  await page.clock.fastForward(60_000)
  await expect(page.getByText(/^Dit kwam niet aan/)).toHaveCount(0)
  release()
  await arrived(page, 'Stap 1 van 7')
  expect(asked[1], 'it is the same application').toBe(asked[0])
})

/** The number of colours inside a frame, away from its edges: one when nothing is drawn. */
async function coloursIn(frame: Locator): Promise<number> {
  // content above the frame grows once there is traffic
  await frame.scrollIntoViewIfNeeded()
  const box = await frame.boundingBox()
  if (!box) return 0
  const { x, y, width } = box
  const png = await frame.page().screenshot({ clip: { x: x + 20, y: y + 20, width: width - 40, height: 200 } })
  return new Set(new Uint32Array(UPNG.toRGBA8(UPNG.decode(new Uint8Array(png).buffer))[0] as ArrayBuffer)).size
}

test('a loading page shows a placeholder, and both sides load before a door is opened', async ({ browser }) => {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  const asked = new Set<string>()
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  await page.route(/\/(balie|mijn)\/zaken\//, async (route) => {
    asked.add(new URL(route.request().url()).pathname)
    await released
    await route.continue()
  })
  await page.goto('/demo', { waitUntil: 'domcontentloaded' })
  await expect.poll(() => asked.size).toBe(2)
  await page.getByRole('link', { name: 'Zelf proberen' }).click()
  const frames = page.locator('iframe')
  await expect(frames).toHaveCount(2)
  for (const frame of await frames.all()) {
    // the frame behind a closed door is hidden and has no size
    await expect(frame).toBeVisible()
    await expect.poll(() => coloursIn(frame)).toBeGreaterThan(1)
  }
  await expect(page.getByRole('region', { name: 'Over de lijn' })).toContainText(/bericht|lijn sinds/)
  release()
  await expect(page.frameLocator('iframe').first().getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.frameLocator('iframe').last().getByRole('heading', { level: 1 })).toBeVisible()
})

test('without JavaScript the demo names the parts that work', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await page.goto('/demo')
  await expect(page.getByText(/heeft daarvoor JavaScript nodig/)).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Mijn zaken', exact: true }).first().click()
  await expect(page).toHaveURL(/mijn/)
})

test('a presenter starts traffic: the figures rise, and after the stop everything has arrived', async ({ browser }) => {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  await page.goto('/demo/zelf')
  const verkeer = page.getByRole('region', { name: 'Verkeer' })
  const figure = async (name: string) => {
    const text = await verkeer.locator('dl > div').filter({ hasText: name }).getByRole('definition').textContent()
    return Number(text?.replace('.', ''))
  }
  await expect(verkeer.getByRole('slider')).toHaveValue('20')
  // the script creates the frames; before it runs the button does nothing
  await expect(page.locator('iframe')).toHaveCount(2)
  await verkeer.getByRole('button', { name: 'Start het verkeer' }).click()
  await expect(verkeer.getByText(/^Stopt vanzelf over \d+ s/)).toBeVisible()
  await expect.poll(() => figure('Ontvangen')).toBeGreaterThan(20)
  await verkeer.getByRole('slider').press('ArrowRight')
  await expect(verkeer.getByText('21 per seconde')).toBeVisible()
  await expect(verkeer.getByRole('img', { name: /^In de laatste seconde \d+ gemaakt/ })).toBeVisible()

  await verkeer.getByRole('button', { name: 'Zet uit' }).click()
  await expect(verkeer.getByRole('status')).toHaveText('Het verkeer is uit. Alles is aangekomen.')
  // changes in flight at the stop still count
  const all = async () => new Set(await Promise.all(['Gemaakt', 'Ontvangen', 'Op een open pagina'].map(figure)))
  await expect.poll(async () => (await all()).size).toBe(1)
  expect(await figure('Wachtrij')).toBe(0)
  await verkeer.getByText('Toon de cijfers per seconde').click()
  await expect(verkeer.getByRole('table')).toContainText('bij portaal binnen')
  await expectNoViolations(page, { without: { frames: 'iframe' } })
  await page.setViewportSize({ width: 390, height: 800 })
  await expectFits(page)
})
