import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, expect } from '@playwright/test'
import UPNG from 'upng-js'
import { DEMO_ZAAK_ID } from '#demo/stage/demo-zaak.ts'
import { findChromium } from '../../e2e/find-chromium.ts'
import { demoPort } from '../../scripts/configuration.ts'

// Plays the guided story of the running demo (`npm run demo`, with the same PORT), and makes the README's
// film and screenshots.

/** The film is also on the first page of the demo. */
const FILM = 'public/demo'
const SCREENSHOTS = 'docs/screenshots'
const SIZE = { width: 1280, height: 720 }
const COLOURS = 256
const MAX_BYTES = 2_000_000
/** Long, because a busy machine may be slow. */
const ARRIVES_MS = 60_000

const origin = `http://localhost:${demoPort()}`
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
const context = await browser.newContext({ viewport: SIZE, locale: 'nl-NL', reducedMotion: 'reduce' })
const page = await context.newPage()
const balie = page.frameLocator('iframe').first()
const burger = page.frameLocator('iframe').last()
const arrives = expect.configure({ timeout: ARRIVES_MS })

const film: { png: Buffer; ms: number }[] = []

/** Adds the present screen to the film for this duration. */
async function show(ms: number): Promise<Buffer> {
  const png = await page.screenshot()
  film.push({ png, ms })
  return png
}

async function untilArrived(step: number) {
  await arrives(page.getByRole('region', { name: `Stap ${step} van 7` })).toContainText('Aangekomen.')
}

async function goOn() {
  await page.keyboard.press('PageDown')
  await page.evaluate(() => scrollTo(0, 0))
}

async function playStory() {
  await page.goto(`${origin}/demo/kijk-mee`)
  await untilArrived(1)
  await show(2500)
  await goOn()
  await untilArrived(2)
  await show(2000)
  await goOn()
  await arrives(balie.getByLabel('Zo ziet de aanvrager het')).toContainText('De brandweer kijkt nu mee.')
  await show(2500)
  await untilArrived(3)
  await show(2000)
  await goOn()
  await untilArrived(4)
  const still = await show(2500)
  const signed = page.getByText('Ondertekend', { exact: true }).first()
  await signed.click()
  await page.getByText('Inhoud van het token').first().scrollIntoViewIfNeeded()
  await show(2500)
  await signed.click()
  await goOn()
  await arrives(burger.getByText('Zojuist gewijzigd').first()).toBeVisible()
  await show(2000)
  await untilArrived(5)
  await show(2000)
  await goOn()
  await arrives(page.getByText('Mevrouw De Vries kan haar melding nog terugnemen.')).toBeVisible()
  await show(2500)
  await untilArrived(6)
  await show(2000)
  await goOn()
  await untilArrived(7)
  await show(3000)
  return still
}

function write(folder: string, name: string, bytes: Uint8Array) {
  writeFileSync(join(folder, name), bytes)
  console.log(`${name}: ${Math.round(bytes.byteLength / 1000)} kB`)
}

const still = await playStory()
const frames = film.map(({ png }) => UPNG.toRGBA8(UPNG.decode(new Uint8Array(png).buffer))[0] as ArrayBuffer)
const delays = film.map(({ ms }) => ms)
const moving = new Uint8Array(UPNG.encode(frames, SIZE.width, SIZE.height, COLOURS, delays))
if (moving.byteLength > MAX_BYTES) throw new Error(`The film is ${moving.byteLength} bytes, more than ${MAX_BYTES}.`)
write(FILM, 'still.png', still)
write(FILM, 'film.png', moving)

for (const [name, path, width] of [
  ['mijn-zaak.png', `/mijn/zaken/${DEMO_ZAAK_ID}`, 1180],
  ['balie-zaak.png', `/balie/zaken/${DEMO_ZAAK_ID}`, 1280],
] as const) {
  await page.setViewportSize({ width, height: 900 })
  await page.goto(`${origin}${path}`)
  await arrives(page.getByRole('heading', { level: 1 })).toBeVisible()
  write(SCREENSHOTS, name, await page.screenshot())
}
await browser.close()
