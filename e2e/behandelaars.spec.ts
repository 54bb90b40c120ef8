import { type Browser, expect, type Page } from '@playwright/test'
import { ORIGIN } from './origins.ts'
import { expectNotForYou, openBalie } from './people.ts'
import { test } from './test.ts'

const LIST = { level: 1, name: 'Behandelaars', exact: true } as const

async function openListWithoutJavaScript(browser: Browser): Promise<Page> {
  const desk = await openBalie(browser, 'F. El Amrani', { javaScriptEnabled: false })
  await desk.getByRole('link', { name: 'Behandelaars' }).click()
  await expect(desk.getByRole('heading', LIST)).toBeVisible()
  return desk
}

test('without JavaScript a beheerder ends the sessies of a behandelaar, whose next click needs a sign-in', async ({
  browser,
}) => {
  const anew = true
  const [work, home] = [
    await openBalie(browser, 'W. Postma', { anew }),
    await openBalie(browser, 'W. Postma', { anew }),
  ]
  const desk = await openListWithoutJavaScript(browser)
  await desk.getByRole('searchbox', { name: 'Naam of team' }).fill('postma')
  await desk.getByRole('button', { name: 'Zoeken' }).click()
  const row = desk.getByRole('row').filter({ hasText: 'W. Postma' })
  await expect(row).toContainText('Team Parkeren en verkeer')
  await row.getByRole('link', { name: 'Beëindig de sessies van W. Postma' }).click()
  await expect(desk.getByRole('heading', { level: 1, name: 'Alle sessies van W. Postma beëindigen?' })).toBeVisible()
  await desk.getByRole('button', { name: 'Beëindig sessies' }).click()
  await expect(desk.getByRole('status')).toHaveText('De sessies zijn beëindigd.')
  await expect(desk.getByRole('row').filter({ hasText: 'W. Postma' })).toContainText('geen')

  for (const page of [work, home]) {
    await page.getByRole('link', { name: 'Mijn zaken' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Inloggen bij de balie' })).toBeVisible()
    await expect(page.getByText('U bent uitgelogd. Dat gebeurt na 8 uur')).toBeVisible()
  }
})

test('ending sessies first asks to confirm, and can be cancelled', async ({ browser }) => {
  const balie = await openBalie(browser, 'F. El Amrani', { path: '/balie/behandelaars' })
  await balie.getByRole('link', { name: 'Beëindig de sessies van F. El Amrani' }).click()
  await expect(balie.getByText('Dit bent u zelf. U moet daarna opnieuw inloggen.')).toBeVisible()
  await balie.getByRole('link', { name: 'Annuleren' }).click()
  await expect(balie.getByRole('heading', LIST)).toBeVisible()
})

test('a behandelaar without the role sees no behandelaars, and the form of a beheerder ends no sessie', async ({
  browser,
}) => {
  const balie = await openBalie(browser, 'J. Visser')
  await expect(balie.getByRole('link', { name: 'Behandelaars' })).toHaveCount(0)
  const beheerder = await openListWithoutJavaScript(browser)
  await beheerder.getByRole('link', { name: 'Beëindig de sessies van F. El Amrani' }).click()
  await expect(beheerder.getByRole('button', { name: 'Beëindig sessies' })).toBeVisible()
  const path = new URL(beheerder.url()).pathname
  await expectNotForYou(balie, ['/balie/behandelaars', path])

  const fields = await beheerder
    .locator('form:has([name=behandelaarId]) input')
    .evaluateAll((inputs) => inputs.map((input) => [input.getAttribute('name'), input.getAttribute('value') ?? '']))
  const response = await balie.request.post(path, {
    headers: { Origin: ORIGIN },
    multipart: Object.fromEntries(fields),
  })
  expect(response.status()).toBe(404)
  await beheerder.reload()
  await expect(beheerder.getByRole('button', { name: 'Beëindig sessies' })).toBeVisible()
})
