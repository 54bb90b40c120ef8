import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import UPNG from 'upng-js'
import {
  BALIE_PAGES,
  BEHEER_PAGES,
  MIJN_PAGES,
  ONTWIKKELAARS_PAGES,
  PORTAALBEHEER_PAGES,
  PUBLIC_PAGES,
} from '#demo/stage/pages.ts'
import { findChromium } from '../../e2e/find-chromium.ts'
import { demoPort } from '../../scripts/configuration.ts'

// Makes pictures of the pages of the running demo (with the same PORT) as each kind of person, on a phone and
// a desktop. The arguments are the folder for them and, to print which differ, the folder of an earlier run.

type Person = { naam: string; inloggen?: string; pages: string[] }

const DESK = [...BALIE_PAGES, ...BEHEER_PAGES]
const PEOPLE: readonly Person[] = [
  { naam: 'niemand', pages: [...PUBLIC_PAGES, ...ONTWIKKELAARS_PAGES] },
  { naam: 'J. de Vries', inloggen: '/mijn/inloggen', pages: MIJN_PAGES },
  { naam: 'M. Yilmaz', inloggen: '/mijn/inloggen', pages: MIJN_PAGES },
  { naam: 'J. Smit', inloggen: '/mijn/inloggen', pages: MIJN_PAGES },
  { naam: 'S. Bos', inloggen: '/portaalbeheer/inloggen', pages: PORTAALBEHEER_PAGES },
  ...['F. El Amrani', 'C. Mulder', 'B. Dekker', 'L. Jansen', 'M. de Haan', 'H. Vos'].map((naam) => ({
    naam,
    inloggen: '/balie/inloggen',
    pages: DESK,
  })),
]
const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } }
/** A picture differs when more than this share of its pixels does. */
const NOISE = 0.001
const PAGES_AT_ONCE = 4
/** A page whose HTML stays the same for this long is complete. */
const STILL_MS = 700

const [folder, earlier] = process.argv.slice(2)
if (!folder) throw new Error('Name the folder for the pictures.')
mkdirSync(folder, { recursive: true })
const baseURL = `http://localhost:${demoPort()}`
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
let [count, differing] = [0, 0]
for (const person of PEOPLE) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    const context = await browser.newContext({ baseURL, viewport, locale: 'nl-NL', reducedMotion: 'reduce' })
    await signIn(context, person)
    const left = [...person.pages]
    const takeNext = async () => {
      for (let path = left.shift(); path; path = left.shift()) await take(context, { person, size, path })
    }
    await Promise.all(Array.from({ length: PAGES_AT_ONCE }, takeNext))
    await context.close()
  }
}
await browser.close()
console.log(`${count} pictures in ${folder}${earlier ? `, of which ${differing} differ from ${earlier}` : ''}`)

async function signIn(context: BrowserContext, { naam, inloggen }: Person) {
  if (!inloggen) return
  const page = await context.newPage()
  await page.goto(inloggen)
  await page.getByRole('button', { name: naam }).first().click()
  await page.waitForURL((url) => !url.pathname.endsWith('/inloggen'))
  await page.close()
}

async function take(context: BrowserContext, { person, size, path }: { person: Person; size: string; path: string }) {
  const page = await context.newPage()
  const answer = await page.goto(path)
  await untilStill(page)
  const png = await page.screenshot({ fullPage: true, animations: 'disabled' })
  await page.close()
  const name = `${person.naam} ${size} ${path}`.replaceAll(/[^\w.-]+/g, '_')
  writeFileSync(join(folder as string, `${name}.png`), png)
  count += 1
  const before = join(earlier ?? '', `${name}.png`)
  if (!earlier || !existsSync(before)) return
  const difference = differenceOf(readFileSync(before), png)
  if (!difference) return
  differing += 1
  console.log(`${difference.padStart(24)}  ${answer?.status()}  ${person.naam}, ${size}: ${path}`)
}

/** Waits until hydration and fonts change nothing any more. */
async function untilStill(page: Page) {
  let [former, present] = ['', await page.content()]
  while (former !== present) {
    await sleep(STILL_MS)
    former = present
    present = await page.content()
  }
}

/** Returns the other size, or else the share of pixels that differ; '' when that is noise. */
function differenceOf(before: Buffer, after: Buffer): string {
  const [one, other] = [before, after].map((png) => UPNG.decode(new Uint8Array(png).buffer)) as [
    ReturnType<typeof UPNG.decode>,
    ReturnType<typeof UPNG.decode>,
  ]
  if (one.width !== other.width || one.height !== other.height) {
    return `${one.width}×${one.height} → ${other.width}×${other.height}`
  }
  const [from, to] = [one, other].map((image) => new Uint32Array(UPNG.toRGBA8(image)[0] as ArrayBuffer)) as [
    Uint32Array,
    Uint32Array,
  ]
  const share = from.filter((pixel, index) => pixel !== to[index]).length / from.length
  return share > NOISE ? `${(share * 100).toFixed(1)} %` : ''
}
