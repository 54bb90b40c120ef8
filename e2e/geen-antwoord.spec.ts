import { expect, type Page, type Route } from '@playwright/test'
import { expectAccessible } from './expect-accessible.ts'
import { openBalie, openBlok, openMijn, openNewZaak, registerZaak, visitUntil } from './people.ts'
import { test } from './test.ts'

const VRAAG = 'Moet ik thuis zijn als u komt kijken?'
const ANSWERS: Record<string, (route: Route) => Promise<void>> = {
  '503 of the server': (route) =>
    route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{"code":"overloaded"}' }),
  'a page of a proxy': (route) =>
    route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' }),
  'a reset': (route) => route.abort('connectionreset'),
}

/** Lets `answer` handle each server action of a page. */
const answerActs = (page: Page, answer: (route: Route) => Promise<void>) =>
  page.route('**/*', (route) => (route.request().method() === 'POST' ? answer(route) : route.fallback()))

test('a question whose request gets no response stays in its form, which says where to look, and can be sent again', async ({
  browser,
}) => {
  const mijn = await openMijn(browser, 'T. Smit')
  const { zaakId } = await registerZaak({ naam: 'T. Smit' })
  const path = `/mijn/zaken/${zaakId}/vraag`
  const field = mijn.getByLabel('Uw vraag')
  const said = mijn.getByText('Wij weten niet of dit is gelukt. Kijk bij de zaak of dit is opgeslagen')
  await visitUntil(mijn, field, path)
  for (const [name, answer] of Object.entries(ANSWERS)) {
    await test.step(name, async () => {
      // A press before hydration submits the form natively.
      await expect(async () => {
        await mijn.goto(path)
        await answerActs(mijn, answer)
        await field.fill(VRAAG)
        await mijn.getByRole('button', { name: 'Verstuur uw vraag' }).click()
        await expect(said).toBeVisible({ timeout: 5_000 })
      }).toPass()
      const link = mijn.getByRole('main').getByRole('link', { name: 'Kijk bij de zaak' })
      await expect(link).toHaveAttribute('href', `/mijn/zaken/${zaakId}`)
      await expect(field).toHaveValue(VRAAG)
    })
  }
  await expectAccessible(mijn)
  await mijn.unrouteAll()
  await mijn.getByRole('button', { name: 'Verstuur uw vraag' }).click()
  await expect(mijn.getByRole('listitem').filter({ hasText: 'U vroeg ons:' })).toContainText(VRAAG)
  await expect(said).toHaveCount(0)
})

test('a form without text fields reports a missing response too, in the language of the citizen', async ({
  browser,
}) => {
  const mijn = await openMijn(browser, 'N. Wong', { anew: true })
  await mijn.getByRole('button', { name: 'English' }).click()
  await expect(mijn.getByRole('heading', { level: 1, name: 'My cases' })).toBeVisible()
  await expect(async () => {
    await mijn.goto('/mijn/voorkeuren')
    await openBlok(mijn, 'Reminders')
    await answerActs(mijn, ANSWERS['a reset'] as (typeof ANSWERS)[string])
    await mijn.getByRole('button', { name: 'Save reminders' }).click()
    await expect(mijn.getByText('Look at the page to see whether it was saved')).toBeVisible({ timeout: 5_000 })
  }).toPass()
})

test('an act at the desk without a response keeps the input', async ({ browser }) => {
  const { zaakId } = await openNewZaak(browser, 'T. Smit')
  const balie = await openBalie(browser)
  const toelichting = balie.getByLabel(/Toelichting voor de aanvrager/)
  const first = balie.getByRole('group', { name: 'Nieuwe status' }).getByRole('radio').first()
  await expect(async () => {
    await balie.goto(`/balie/zaken/${zaakId}`)
    await first.check()
    await toelichting.fill('De brandweer kijkt mee.')
    await answerActs(balie, ANSWERS['503 of the server'] as (typeof ANSWERS)[string])
    await balie.getByRole('button', { name: 'Status opslaan' }).click()
    await expect(balie.getByText('Kijk bij de zaak of dit is opgeslagen')).toBeVisible({ timeout: 5_000 })
  }).toPass()
  await expect(toelichting).toHaveValue('De brandweer kijkt mee.')
  await expect(first).toBeChecked()
})

test('a search at the desk without a response stays on its page and keeps the input', async ({ browser }) => {
  const balie = await openBalie(browser)
  const search = balie.getByRole('searchbox', { name: 'Zoek een zaak, ook een afgehandelde' })
  await expect(async () => {
    await balie.goto('/balie')
    await answerActs(balie, ANSWERS['503 of the server'] as (typeof ANSWERS)[string])
    await search.fill('Smit')
    await search.press('Enter')
    await expect(balie.getByText('Zoeken lukt nu niet')).toBeVisible({ timeout: 5_000 })
  }).toPass()
  await expect(search).toHaveValue('Smit')
  await balie.unrouteAll()
  await search.press('Enter')
  await expect(balie).toHaveURL(/\/balie\/zoeken\?/)
})
