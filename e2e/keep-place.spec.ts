import { expect, type Page } from '@playwright/test'
import { inTwoWeeks, openBalie, openMijn, registerZaak } from './people.ts'
import { test } from './test.ts'

const VIEWPORTS = [
  { width: 390, height: 700 },
  { width: 1440, height: 500 },
]
/** Scroll positions, as fractions of the scrollable height. */
const POSITIONS = [0, 0.25, 0.5, 0.75, 1]
const NIEUWS = 'Er staat iets nieuws boven aan deze pagina'

/** The visible texts from the top with their positions; texts that occur twice are left out. */
function readPlaces(page: Page): Promise<{ text: string; top: number }[]> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll('main :is(h1, h2, h3, p, dt, dd)')].map((element) => ({
      text: element.textContent,
      top: element.getBoundingClientRect().top,
      bottom: element.getBoundingClientRect().bottom,
    }))
    return all.filter(({ text, top, bottom }) => {
      const isOnce = all.filter((other) => other.text === text).length === 1
      return text !== '' && isOnce && bottom > 0 && top < innerHeight
    })
  })
}

/** The current position of each text; `undefined` when it is gone. */
function topsNow(page: Page, texts: string[]): Promise<(number | undefined)[]> {
  return page.evaluate((wanted) => {
    const all = [...document.querySelectorAll('main :is(h1, h2, h3, p, dt, dd)')]
    return wanted.map((text) => all.find((element) => element.textContent === text)?.getBoundingClientRect().top)
  }, texts)
}

test('a new verzoek keeps the scroll position at every depth, and a notice announces it', async ({ browser }) => {
  const balie = await openBalie(browser, 'F. El Amrani', { path: null })
  const { zaakId, omschrijving } = await registerZaak({ naam: 'K. van Dijk' })
  const first = await openMijn(browser, 'K. van Dijk', { path: `/mijn/zaken/${zaakId}` })
  const open = VIEWPORTS.flatMap((viewport) => POSITIONS.map((position) => ({ viewport, position })))
  const pages: { page: Page; name: string; position: number; before: { text: string; top: number }[] }[] = []
  for (const { viewport, position } of open) {
    const page = await first.context().newPage()
    await page.setViewportSize(viewport)
    await page.goto(`/mijn/zaken/${zaakId}`)
    await expect(page.getByText('Deze pagina werkt zichzelf bij')).toBeVisible()
    await page.evaluate((part) => scrollTo(0, part * (document.body.scrollHeight - innerHeight)), position)
    // at the end a link has the focus
    if (position === 1) await page.getByRole('link', { name: '14 012' }).focus()
    pages.push({ page, position, name: `${viewport.width} px, at ${position}`, before: await readPlaces(page) })
  }

  await balie.goto(`/balie/zaken/${zaakId}/aanvullen`)
  for (const index of [1, 2]) {
    if (index > 1) await balie.getByText(`Onderdeel ${index}`).click()
    await balie
      .getByLabel('Wat mist u?')
      .nth(index - 1)
      .fill(`Plattegrond van de ${index}e verdieping`)
  }
  await balie.getByLabel('Laatste dag om het te sturen').fill(inTwoWeeks())
  await balie.getByRole('button', { name: 'Aanvulling vragen' }).click()

  for (const { page, position, name, before } of pages) {
    await expect(page.getByText('Stuur ons uiterlijk').first(), name).toBeAttached()
    const after = await topsNow(
      page,
      before.map(({ text }) => text),
    )
    const kept = before.flatMap(({ text, top }, index) => {
      const now = after[index]
      return now === undefined ? [] : [{ text, moved: Math.abs(Math.round(now - top)) }]
    })
    const [anchor] = position === 1 ? kept.filter(({ text }) => text.includes('14 012')) : kept
    expect(anchor, `what is read at ${name}`).toMatchObject({ moved: 0 })
    const news = page.getByRole('link', { name: NIEUWS })
    // On a short page the heading stays in view for longer.
    if (before.some(({ text }) => text === omschrijving)) {
      expect(position, name).toBeLessThan(0.5)
      await expect(news, name).toHaveCount(0)
      continue
    }
    if (position === 1) await expect(page.getByRole('link', { name: '14 012' }), name).toBeFocused()
    await expect(news, name).toBeInViewport()
    await news.click()
    await expect(page.getByRole('heading', { level: 1 }), name).toBeFocused()
    await expect(page.getByRole('heading', { level: 1 }), name).toBeInViewport()
    await expect(news, name).toHaveCount(0)
  }
})
