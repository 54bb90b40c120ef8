import { expect, type Locator, type Page } from '@playwright/test'
import { openBalie, openNewZaak, pressUntil } from './people.ts'
import { test } from './test.ts'

/** A key before hydration has no effect, so each is pressed until it has. */
const SOON = { timeout: 1_000 }

const press = (balie: Page, key: string, seen: Locator) => pressUntil(balie, key, () => expect(seen).toBeFocused(SOON))

test('each key that the list names for a zaak does what the list says', async ({ browser }) => {
  const { mijn, zaakId } = await openNewZaak(browser, 'P. Jansen')
  await mijn.goto(`/mijn/zaken/${zaakId}/intrekken`)
  await mijn.getByRole('button', { name: 'Ja, vraag om intrekken' }).click()
  const zaak = `/balie/zaken/${zaakId}`
  const balie = await openBalie(browser, 'B. Dekker', { path: zaak })
  const keyed = balie.locator('main [aria-keyshortcuts]')
  await expect(async () => {
    await balie.reload()
    await expect(balie.locator('main a[aria-keyshortcuts="x"]')).toHaveCount(1, SOON)
  }).toPass()

  const acts = await keyed.evaluateAll((elements) =>
    elements.map((element) => ({
      key: element.getAttribute('aria-keyshortcuts') as string,
      href: element.getAttribute('href'),
    })),
  )
  const list = balie.getByRole('dialog', { name: 'Sneltoetsen' })
  await pressUntil(balie, '?', () => expect(list).toBeVisible(SOON))
  for (const { key } of acts) await expect(list.getByText(key, { exact: true }), key).not.toHaveCount(0)
  await list.getByRole('button', { name: 'Sluiten' }).click()

  expect(acts.map(({ key }) => key)).toEqual(expect.arrayContaining(['w', 'x', 'b', 's', 'n']))
  for (const { key, href } of acts) {
    if (!href) {
      await press(balie, key, balie.locator(`[aria-keyshortcuts="${key}"]:focus, [aria-keyshortcuts="${key}"] :focus`))
      await balie.evaluate(() => (document.activeElement as HTMLElement).blur())
      continue
    }
    await pressUntil(balie, key, () => expect(balie, `${key} opens ${href}`).toHaveURL(href, SOON))
    await balie.goto(zaak)
  }
  await pressUntil(balie, 'g', async () => {
    await balie.keyboard.press('w')
    await expect(balie, 'w after g leads to the werkvoorraad').toHaveURL(/\/balie(\?|$)/, SOON)
  })
})

test('each key that the list names for a list of zaken does what the list says', async ({ browser }) => {
  const balie = await openBalie(browser, 'B. Dekker', { path: '/balie' })
  const zaken = balie.locator('[data-zaak]')
  const search = balie.getByRole('searchbox').first()
  await press(balie, '/', search)
  await press(balie, 'ArrowDown', zaken.first())
  await press(balie, 'j', zaken.nth(1))
  await press(balie, 'k', zaken.first())
  await balie.keyboard.press('x')
  await expect(balie.getByRole('checkbox', { name: /^Kies ZAAK/ }).first()).toBeChecked()
  await balie.keyboard.press('x')
  await expect(balie.getByRole('checkbox', { name: /^Kies ZAAK/ }).first()).not.toBeChecked()
  const href = (await zaken.first().getAttribute('href')) as string
  await balie.keyboard.press('Enter')
  await expect(balie).toHaveURL(href)

  await balie.getByLabel('Notitie voor collega’s').fill('De buurman belde.')
  await balie.keyboard.press('Control+Enter')
  await expect(balie.getByText('Bewaard. De notitie staat in de tijdlijn.')).toBeVisible()
})
