import { expect, type Locator, type Page } from '@playwright/test'
import { expectAccessible, expectFits } from './expect-accessible.ts'
import { chooseToday, chooseUntil, openBalie, openBesluit, openNewZaak, pressUntil, saveBesluit } from './people.ts'
import { test } from './test.ts'

const LAPTOP = { width: 1440, height: 900 }
const SMALL_LAPTOP = { width: 1280, height: 800 }
const PHONE = { width: 390, height: 844 }

const goToSearch = (balie: Page, search: Locator) =>
  pressUntil(balie, '/', () => expect(search).toBeFocused({ timeout: 500 }))

/** The number of zaken that are completely within the window. */
const zakenInSight = (balie: Page) =>
  balie.locator('tbody tr').evaluateAll((rows) => {
    const inSight = rows.filter((row) => row.getBoundingClientRect().bottom <= window.innerHeight)
    return inSight.length
  })

test('a small laptop shows at least twelve zaken with whole names, and a phone the first one', async ({ browser }) => {
  const balie = await openBalie(browser, 'B. Dekker', { anew: true })
  await balie.setViewportSize(SMALL_LAPTOP)
  await balie.goto('/balie')
  await expect.poll(() => zakenInSight(balie)).toBeGreaterThanOrEqual(12)
  const cutOff = await balie
    .locator('tbody .staff-caption')
    .evaluateAll((captions) => captions.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length)
  expect(cutOff).toBe(0)
  const tops = await balie
    .locator('.balie-lijst-keuzes')
    .locator('input[type="search"], .staff-chip, summary')
    .evaluateAll((each) => each.map((one) => one.getBoundingClientRect()).map(({ top, height }) => top + height / 2))
  expect(Math.max(...tops) - Math.min(...tops), 'filters, views and columns are on one line').toBeLessThan(5)
  await expect(balie.getByRole('button', { name: 'Neem over' }), 'nothing is ticked').toBeHidden()
  await balie
    .getByRole('checkbox', { name: /^Kies ZAAK/ })
    .first()
    .check()
  await expect(balie.getByRole('button', { name: 'Neem over' })).toBeVisible()
  await balie
    .getByRole('checkbox', { name: /^Kies ZAAK/ })
    .first()
    .uncheck()
  await balie.setViewportSize(PHONE)
  await expect.poll(() => zakenInSight(balie)).toBeGreaterThanOrEqual(1)
  await expectFits(balie)
  await expectAccessible(balie)
})

test('a behandelaar leaves out a column of the lists, and finds that again later', async ({ browser }) => {
  const balie = await openBalie(browser, 'B. Dekker')
  const number = balie.getByRole('columnheader', { name: 'Zaaknummer' })
  await balie.goto('/balie')
  await expect(number).toBeVisible()
  const choose = async (isShown: boolean) => {
    await balie.getByText('Kolommen', { exact: true }).click()
    await balie.getByRole('checkbox', { name: 'Zaaknummer' }).setChecked(isShown)
    await balie.getByRole('button', { name: 'Toon deze kolommen' }).click()
    await expect(number).toHaveCount(isShown ? 1 : 0)
  }
  await choose(false)
  await balie.goto('/balie/mijn')
  await expect(balie.getByRole('columnheader', { name: 'Zaaktype' })).toBeVisible()
  await expect(number).toHaveCount(0)
  await balie.goto('/balie')
  await choose(true)
})

test('a chip filters the list without JavaScript too', async ({ browser }) => {
  const balie = await openBalie(browser, 'F. El Amrani', { javaScriptEnabled: false, anew: true })
  await balie.getByRole('link', { name: 'Te laat' }).click()
  await expect(balie).toHaveURL(/termijn=na_fataledatum/)
})

test('a search term typed before hydration is kept, and is searched for', async ({ browser }) => {
  const balie = await openBalie(browser, 'F. El Amrani', { path: null })
  const held = Promise.withResolvers<void>()
  await balie.route('**/_next/static/**/*.js', async (route) => {
    await held.promise
    await route.continue()
  })
  await balie.goto('/balie', { waitUntil: 'commit' })
  const search = balie.getByLabel(/Zaaknummer, aanvrager/)
  await search.fill('Lunchroom')
  held.resolve()
  await balie.waitForLoadState('networkidle')
  await expect(search).toHaveValue('Lunchroom')
  await balie.getByRole('button', { name: 'Zoeken' }).click()
  await expect(balie).toHaveURL(/zoek=/)
  await expect(balie.getByRole('link', { name: /^Lunchroom in/ }).first()).toBeVisible()
})

test('filters are chips that can be removed one by one, and a colleague is one of them', async ({ browser }) => {
  const balie = await openBalie(browser)
  await balie.getByRole('link', { name: 'Van niemand' }).click()
  await expect(balie).toHaveURL(/behandelaar=niemand/)
  await balie.getByText('Meer filters').click()
  const chip = balie.getByRole('link', { name: /^Behandelaar: J\. Visser \(haal dit filter weg\)/ })
  await chooseUntil(balie.getByRole('combobox', { name: 'Behandelaar' }), 'J. Visser', chip)
  const cells = balie.locator('tbody tr td:nth-last-child(2)')
  await expect(cells.filter({ hasNotText: 'J. Visser' })).toHaveCount(0)
  const zaaktype = balie.getByRole('link', { name: /^Zaaktype: Evenementenvergunning/ })
  await chooseUntil(balie.getByRole('combobox', { name: 'Zaaktype' }), 'Evenementenvergunning', zaaktype)
  await expectAccessible(balie)
  await chip.click()
  await expect(chip).toHaveCount(0)
  await expect(balie).toHaveURL(/\/balie\?zaaktype=APV-EVEN$/)
})

test('by keyboard: open the search on any page, enter its first result, select a page, find a closed zaak by number', async ({
  browser,
}) => {
  const { zaakId } = await openNewZaak(browser, 'P. Jansen')
  const balie = await openBalie(browser, 'B. Dekker', { path: `/balie/zaken/${zaakId}` })
  await openBesluit(balie, zaakId, /verleend/i)
  await chooseToday(balie, 'Datum van het besluit')
  await chooseToday(balie, 'Bekendgemaakt op')
  await saveBesluit(balie)
  // After client-side navigation the title follows the content.
  await expect(balie).toHaveTitle(/ZAAK-/)
  const nummer = ((await balie.title()).match(/ZAAK-\d{4}-\d{10}/) ?? [])[0] as string

  await balie.goto('/balie/signaleringen')
  await expect(balie.getByRole('button', { name: 'Sneltoetsen' })).toBeVisible()
  const search = balie.getByRole('searchbox', { name: 'Zoek een zaak, ook een afgehandelde' })
  await goToSearch(balie, search)
  await balie.keyboard.type(nummer)
  await balie.keyboard.press('Enter')
  await expect(balie).toHaveURL(new RegExp(zaakId))

  await goToSearch(balie, search)
  await balie.keyboard.type('de')
  await balie.keyboard.press('Control+A')
  await balie.keyboard.type('feest')
  await balie.keyboard.press('Enter')
  await expect(balie).toHaveURL(/\/balie\?zoek=(?!feest)/)
  await expect(balie.getByRole('link', { name: 'Zoek dit ook in de afgehandelde zaken' })).toBeVisible()
  await expect(search).toBeFocused()
  await balie.keyboard.press('ArrowDown')
  await expect(balie.locator('[data-zaak]').first()).toBeFocused()
  await balie.keyboard.press('p')
  const rows = await balie.getByRole('checkbox', { name: /^Kies ZAAK/ }).count()
  await expect(balie.getByRole('status').filter({ hasText: `${rows} zaken gekozen.` })).toBeVisible()
  await balie.keyboard.press('Enter')
  await expect(balie.getByRole('navigation', { name: 'Kruimelpad' })).toBeVisible()
})

test('on a phone with a keyboard: the search on any page leads to the first result', async ({ browser }) => {
  const { omschrijving } = await openNewZaak(browser, 'P. Jansen')
  const balie = await openBalie(browser, 'B. Dekker', { path: null })
  await balie.setViewportSize(PHONE)
  await balie.goto('/balie')
  await expectFits(balie)
  const search = balie.getByRole('searchbox', { name: 'Zoek een zaak, ook een afgehandelde' })
  await goToSearch(balie, search)
  await balie.keyboard.type(omschrijving)
  await balie.keyboard.press('Enter')
  await expect(balie).toHaveURL(/zoek=%7E/)
  const first = balie.locator('[data-zaak]').first()
  await expect(first).toContainText(omschrijving)
  await expect(search).toBeFocused()
  await balie.keyboard.press('ArrowDown')
  await expect(first).toBeFocused()
  await expect(first).toBeInViewport()
  await balie.keyboard.press('Enter')
  await expect(balie.getByRole('heading', { level: 1, name: omschrijving })).toBeVisible()
  await expectFits(balie)
})

test('the page of a zaak shows its facts, acts, behandelaar, dates and citizen view without scrolling', async ({
  browser,
}) => {
  const { zaakId, omschrijving } = await openNewZaak(browser, 'N. Wong')
  const balie = await openBalie(browser, 'F. El Amrani', { path: null })
  await balie.setViewportSize(LAPTOP)
  await balie.goto(`/balie/zaken/${zaakId}`)
  const main = balie.getByRole('main')
  for (const seen of [
    main.getByRole('heading', { level: 1, name: omschrijving }),
    main.getByText(/^nog \d+ dagen tot fatale datum$/),
    main.getByRole('link', { name: 'Besluit nemen' }),
    main.locator('summary', { hasText: /^Termijn$/ }),
    main.locator('summary', { hasText: /^Zaak$/ }),
    main.getByRole('button', { name: 'Status opslaan' }),
    main.getByText('N. Wong', { exact: true }),
    main.getByText('Fatale datum', { exact: true }),
    main.getByRole('button', { name: 'Neem over' }),
    main.getByText('Wij hebben uw aanvraag ontvangen.').first(),
  ])
    await expect(seen).toBeInViewport({ ratio: 1 })
  await expect(main.getByText('van vóór de koppeling')).toHaveCount(0)
  const opschorten = balie.getByRole('heading', { level: 1, name: 'Termijn opschorten' })
  await pressUntil(balie, 'o', () => expect(opschorten).toBeVisible({ timeout: 3_000 }))
})
