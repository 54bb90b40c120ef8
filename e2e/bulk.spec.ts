import { expect, test } from '@playwright/test'
import { expectAccessible } from './expect-accessible.ts'
import { openBalie } from './people.ts'

test('one act for zaken of two pages: previewed, done by the worker, and one that changed meanwhile is refused', async ({
  browser,
}) => {
  const balie = await openBalie(browser, 'B. Dekker')
  // first those whose term is far from over
  await balie.goto('/balie?sorteer=fataledatum&richting=af')
  const rows = balie
    .getByRole('row')
    .filter({ has: balie.getByRole('checkbox') })
    .filter({ hasNotText: 'staat stil' })
  await rows.first().getByRole('checkbox').check()
  await rows.nth(1).getByRole('checkbox').check()
  await expect(balie.getByRole('status').filter({ hasText: '2 zaken gekozen.' })).toBeVisible()
  await balie.getByRole('link', { name: /Volgende/ }).click()
  await expect(balie).toHaveURL(/cursor=/)
  await rows.first().getByRole('checkbox').check()
  await expect(balie.getByRole('status').filter({ hasText: '3 zaken gekozen.' })).toBeVisible()

  await balie.getByRole('heading', { level: 1 }).click()
  await balie.keyboard.press('b')
  await expect(balie.getByRole('heading', { level: 1, name: 'Wat wilt u doen met 3 zaken?' })).toBeVisible()
  await expectAccessible(balie)
  await balie.getByRole('link', { name: 'Termijn opschorten' }).click()
  await expect(balie.getByRole('heading', { level: 1, name: 'Termijn opschorten' })).toBeVisible()
  await balie.getByLabel('Reden').selectOption({ label: 'Overmacht' })
  const lastDay = await balie.getByLabel('Verwacht tot en met').inputValue()
  await balie.getByLabel('Verwacht tot en met').fill('')
  await balie.getByLabel(/Toelichting voor de aanvrager/).fill('Er was brand in het archief.')
  await balie.getByRole('button', { name: 'Bekijk het voorbeeld' }).click()
  await expect(balie.getByRole('alert').first()).toContainText('Vul een datum in.')
  await balie.getByLabel('Verwacht tot en met').fill(lastDay)
  await balie.getByRole('button', { name: 'Bekijk het voorbeeld' }).click()
  await expect(balie.getByRole('heading', { level: 1, name: 'Voorbeeld voor 3 zaken' })).toBeVisible()
  await expect(balie.getByText('“Er was brand in het archief.”').first()).toBeVisible()
  await expectAccessible(balie)

  // a colleague is first with one of them
  await balie
    .getByText(/^Bekijk (de zaak|alle \d+ zaken)$/)
    .first()
    .click()
  const zaak = (await balie.locator('details[open]').getByRole('link').first().getAttribute('href')) as string
  const collega = await openBalie(browser, 'C. Mulder')
  await collega.goto(zaak)
  await collega.getByRole('group', { name: 'Nieuwe status' }).getByRole('radio').first().check()
  await collega.getByRole('button', { name: 'Status opslaan' }).click()
  await expect(collega.getByText('Opgeslagen.')).toBeVisible()

  await balie.getByRole('button', { name: /^Uitvoeren voor/ }).click()
  const status = balie.getByRole('status').filter({ hasText: '2 gedaan, 1 geweigerd.' })
  await expect(status).toContainText('3 van 3 zaken klaar.')
  await expect(balie.getByText('Deze zaak is veranderd nadat u het voorbeeld zag.')).toBeVisible()
  await expectAccessible(balie)
  const opdracht = new URL(balie.url()).pathname

  await balie.goto('/balie/bulk')
  await expect(balie.getByRole('row').filter({ hasText: '2 gedaan, 1 geweigerd.' })).toBeVisible()
  const answer = await collega.goto(opdracht)
  expect(answer?.status()).toBe(404)

  await balie.goto('/balie')
  await expect(balie.getByRole('status').filter({ hasText: 'Geen zaken gekozen.' })).toBeVisible()
})

test('without JavaScript the whole list can be chosen, and the keys under ? are those that the page has', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const balie = await context.newPage()
  await balie.goto('/balie')
  await balie.getByRole('button', { name: 'B. Dekker' }).click()
  const all = balie.getByRole('checkbox', { name: /^Alle \d+ zaken van deze lijst/ })
  await all.check()
  await balie.getByRole('button', { name: 'Kies een handeling' }).click()
  await expect(balie.getByRole('heading', { level: 1, name: /^Wat wilt u doen met \d{2,3} zaken\?$/ })).toBeVisible()

  const scripted = await openBalie(browser, 'B. Dekker')
  await expect(scripted.getByText('Geen zaken gekozen.')).toBeVisible()
  await scripted.keyboard.press('?')
  await expect(scripted.getByRole('dialog').getByText('Kies een handeling')).toBeVisible()
})
