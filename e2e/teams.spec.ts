import { expect } from '@playwright/test'
import { expectAccessibleInAllSchemes } from './expect-accessible.ts'
import { openBalie } from './people.ts'
import { test } from './test.ts'

test('a coordinator sees the workload per behandelaar, opens the zaken behind a number, and simulates two absences', async ({
  browser,
}) => {
  const balie = await openBalie(browser, 'B. Dekker')
  await balie.getByRole('link', { name: 'Teams' }).click()
  await expect(balie.getByRole('heading', { level: 1, name: 'Teams' })).toBeVisible()
  const table = balie.getByRole('table').first()
  const row = table.getByRole('row').filter({ hasText: 'Samen' })

  await balie.getByLabel('Wat als zoveel collega’s …').fill('2')
  await balie.getByLabel('… zoveel weken afwezig zijn?').fill('2')
  await balie.getByRole('button', { name: 'Schat' }).click()
  await expect(balie.getByText('Schatting: 2 collega’s zijn 2 weken afwezig').first()).toBeVisible()
  await expect(balie.getByText(/geschat uit hoe lang zaken|Wij kunnen nog niets schatten/).first()).toBeVisible()
  await expectAccessibleInAllSchemes(balie)

  // retries, because another test may change a zaak between the two pages
  await expect(async () => {
    await balie.goto('/balie/teams')
    const total = (await row.getByRole('link').first().textContent()) as string
    await row.getByRole('link').first().click()
    await expect(balie.getByRole('heading', { level: 1, name: 'Werkvoorraad' })).toBeVisible()
    await expect(balie.getByText(`${total} zaken gevonden.`)).toBeVisible({ timeout: 3_000 })
  }).toPass()
})

test('a behandelaar who coordinates no team does not see the page', async ({ browser }) => {
  const balie = await openBalie(browser, 'J. Visser')
  await expect(balie.getByRole('link', { name: 'Teams' })).toHaveCount(0)
  expect((await balie.goto('/balie/teams'))?.status()).toBe(404)
  await expect(balie.getByRole('heading', { level: 1, name: 'Deze pagina is er niet voor u' })).toBeVisible()
})
