import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './expect-accessible.ts'
import { openBlok, openMijn } from './people.ts'
import { test } from './test.ts'

const ADDRESS = '**/api/publieksportaal/sessie'

/** Advances the page by 13.5 idle minutes; from then on the server reports `stand` for its sessie. */
async function leaveAlone(page: Page, stand: { resterend: number; verlengbaar: boolean } | 'ended') {
  const asked: string[] = []
  const { sessieId } = stand === 'ended' ? {} : await (await page.request.get('/api/publieksportaal/sessie')).json()
  await page.route(ADDRESS, async (route) => {
    asked.push(route.request().method())
    const isUsed = route.request().method() === 'POST'
    if (stand === 'ended') return route.fulfill({ status: 401 })
    await route.fulfill({ json: { sessieId, ...(isUsed ? { resterend: 900, verlengbaar: true } : stand) } })
  })
  await page.clock.fastForward('13:30')
  return asked
}

async function openWatched(browser: Parameters<typeof openMijn>[0]): Promise<Page> {
  const page = await openMijn(browser, 'T. Smit', { anew: true })
  await page.clock.install()
  await page.reload()
  await expect(page.getByText('Deze pagina werkt zichzelf bij')).toBeVisible()
  return page
}

const warningOf = (page: Page) => page.getByRole('alertdialog', { name: 'Bent u er nog?' })

test('an idle citizen gets a warning that a screen reader announces, and stays signed in by keyboard', async ({
  browser,
}) => {
  const page = await openWatched(browser)
  await page.getByRole('link', { name: 'Privacy' }).focus()
  const asked = await leaveAlone(page, { resterend: 110, verlengbaar: true })
  const warning = warningOf(page)
  await expect(warning).toBeVisible()
  await expect(warning).toHaveAccessibleDescription(/Om \d\d:\d\d uur loggen wij u uit/)
  await expect(warning.getByRole('button', { name: 'Blijf ingelogd' })).toBeFocused()
  await expectAccessible(page)

  await page.keyboard.press('Enter')
  await expect(warning).toBeHidden()
  await expect(page.getByRole('link', { name: 'Privacy' })).toBeFocused()
  await expect.poll(() => asked.at(-1)).toBe('POST')
})

test('Escape keeps the citizen signed in', async ({ browser }) => {
  const page = await openWatched(browser)
  const asked = await leaveAlone(page, { resterend: 110, verlengbaar: true })
  await expect(warningOf(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(warningOf(page)).toBeHidden()
  await expect.poll(() => asked.at(-1)).toBe('POST')
})

test('signing out from the warning ends the sessie', async ({ browser }) => {
  const page = await openWatched(browser)
  await leaveAlone(page, { resterend: 110, verlengbaar: true })
  await warningOf(page).getByRole('button', { name: 'Uitloggen' }).click()
  await expect(page.getByText('U bent uitgelogd.')).toBeVisible()
})

test('after two hours the session cannot be extended, and the warning says so once', async ({ browser }) => {
  const page = await openWatched(browser)
  await leaveAlone(page, { resterend: 110, verlengbaar: false })
  const warning = page.getByRole('alertdialog', { name: 'U bent bijna 2 uur ingelogd' })
  await warning.getByRole('button', { name: 'Ik begrijp het' }).click()
  await page.clock.fastForward('00:30')
  await expect(warning).toBeHidden()
})

test('an ended sessie clears the screen, and hides unsaved text from the next person to sign in', async ({
  browser,
}) => {
  const page = await openWatched(browser)
  const addForm = () =>
    page.evaluate(() => {
      const form = document.createElement('form')
      form.id = 'antwoord'
      form.innerHTML = '<textarea name="tekst" aria-label="Tekst"></textarea>'
      document.querySelector('main')?.append(form)
    })
  await addForm()
  await page.getByLabel('Tekst').fill('Dit typte ik.')
  await page.context().clearCookies()
  await leaveAlone(page, 'ended')

  await expect(page).toHaveURL(/\/mijn\/inloggen\?fout=verlopen&naar=%2Fmijn$/)
  await expect(page.getByText(/U bent uitgelogd/)).toBeVisible()
  const kept = () => page.evaluate(() => sessionStorage.getItem('zaakbode-getypt'))
  expect(await kept()).toContain('Dit typte ik.')
  await page.unroute(ADDRESS)
  await page.getByRole('button', { name: 'N. Wong' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Mijn zaken', exact: true })).toBeVisible()
  await expect.poll(kept).toBeNull()
})

test('unsaved text is restored when the same person signs in again', async ({ browser }) => {
  const page = await openWatched(browser)
  await page.getByRole('link', { name: 'Voorkeuren' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Voorkeuren' })).toBeVisible()
  await openBlok(page, 'Uw e-mailadres')
  const field = page.getByRole('textbox', { name: 'E-mailadres', exact: true })
  await field.fill('half-getypt@voorbeeld.example')
  await page.context().clearCookies()
  await leaveAlone(page, 'ended')
  await expect(page).toHaveURL(/\/mijn\/inloggen\?fout=verlopen&naar=%2Fmijn%2Fvoorkeuren$/)
  await page.unroute(ADDRESS)

  await page.getByRole('button', { name: 'T. Smit' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Voorkeuren' })).toBeVisible()
  await expect(field).toBeVisible()
  await expect(field).toHaveValue('half-getypt@voorbeeld.example')
  const said = page.getByRole('status').filter({ hasText: 'Wat u had getypt, staat weer in het formulier.' })
  await expect(said).toHaveCount(1)
})

test('without JavaScript a form sent after the sessie ended says that it was not saved, and leads back to it', async ({
  browser,
}) => {
  const page = await openMijn(browser, 'T. Smit', { javaScriptEnabled: false, anew: true })
  await page.goto('/mijn/voorkeuren')
  await expect(page.getByText(/^Doet u 15 minuten niets\?/)).toBeVisible()
  await openBlok(page, 'Uw e-mailadres')
  await page.getByRole('textbox', { name: 'E-mailadres', exact: true }).fill('te-laat@voorbeeld.example')
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'E-mailadres opslaan' }).click()
  await expect(page.getByRole('alert').getByText(/^Wat u net verstuurde, is niet opgeslagen\./)).toBeVisible()
  expect(page.url()).not.toContain('te-laat')
  await page.getByRole('button', { name: 'T. Smit' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Voorkeuren' })).toBeVisible()
  await expect(page.getByText(/^t-smit@/).first()).toBeVisible()
})

test('a sign-in below the required assurance level explains what to do', async ({ page }) => {
  await page.goto('/mijn/inloggen?fout=te_zwak')
  await expect(page.getByRole('alert').getByText(/kies de DigiD-app/)).toBeVisible()
  await expectAccessible(page)
  await page.goto('/mijn/inloggen?fout=niveau_onbekend')
  await expect(page.getByRole('alert').getByText(/Dat ligt aan ons/)).toBeVisible()
})
