import { expect } from '@playwright/test'
import { openBalie } from './people.ts'
import { test } from './test.ts'

test('without JavaScript the whole list can be selected, and with it ? lists the keys of the page', async ({
  browser,
}) => {
  const balie = await openBalie(browser, 'B. Dekker', { javaScriptEnabled: false })
  const all = balie.getByRole('checkbox', { name: /^Alle \d+ zaken van deze lijst/ })
  await all.check()
  await balie.getByRole('button', { name: 'Kies een handeling' }).click()
  await expect(balie.getByRole('heading', { level: 1, name: /^Wat wilt u doen met \d{2,3} zaken\?$/ })).toBeVisible()

  const scripted = await openBalie(browser, 'B. Dekker')
  await expect(scripted.getByText('Geen zaken gekozen.')).toBeVisible()
  await scripted.keyboard.press('?')
  await expect(scripted.getByRole('dialog').getByText('Kies een handeling')).toBeVisible()
})
