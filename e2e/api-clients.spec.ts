import { type APIRequestContext, expect, type Page } from '@playwright/test'
import { expectAccessible } from './expect-accessible.ts'
import { expectNotForYou, openBalie } from './people.ts'
import { test } from './test.ts'

const LIST = { level: 1, name: 'API-clients', exact: true } as const
const ZAKEN = '/api/zaaksysteem/v1/zaken?limiet=1'

async function statusOf(request: APIRequestContext, token: string): Promise<number> {
  return (await request.get(ZAKEN, { headers: { Authorization: `Bearer ${token}` } })).status()
}
const tokenOn = async (balie: Page) => (await balie.locator('dd code').textContent()) as string

async function openNieuw(balie: Page) {
  await balie.getByRole('link', { name: 'API-clients' }).click()
  await expect(balie.getByRole('heading', LIST)).toBeVisible()
  await balie.getByRole('link', { name: 'Nieuwe API-client' }).click()
  await expect(balie.getByRole('heading', { level: 1, name: 'Nieuwe API-client' })).toBeVisible()
}

test('the life of an API client: it calls with its first token, gets another, and is withdrawn', async ({
  browser,
  request,
}) => {
  const balie = await openBalie(browser)
  const naam = `app-${crypto.randomUUID()}`
  await openNieuw(balie)
  await balie.getByLabel('Naam', { exact: true }).fill(naam)
  await balie.getByLabel('E-mailadres van de beheerder').fill('beheer@leverancier.example')
  await balie.getByRole('checkbox', { name: 'zaken lezen' }).check()
  await balie.getByRole('button', { name: 'Opslaan en token maken' }).click()
  await expect(balie.getByRole('heading', { level: 1, name: `‘${naam}’ is opgeslagen` })).toBeVisible()
  const first = await tokenOn(balie)
  expect(first).toMatch(/^zb_/)
  expect(balie.url()).not.toContain(first)
  await expectAccessible(balie)
  expect(await statusOf(request, first)).toBe(200)

  await balie.getByRole('link', { name: 'Naar de API-client' }).click()
  await expect(balie.getByRole('heading', { level: 1, name: naam, exact: true })).toBeVisible()
  const client = balie.url()
  await balie.reload()
  expect((await balie.content()).includes(first), 'the token is shown once').toBe(false)
  await expectAccessible(balie)

  await test.step('both tokens are valid during the replacement, and then the old one is withdrawn', async () => {
    await balie.getByRole('link', { name: 'Nieuw token' }).click()
    await expect(balie.getByRole('button', { name: 'Maak nieuw token' })).toBeVisible()
    await expectAccessible(balie)
    await balie.getByRole('button', { name: 'Maak nieuw token' }).click()
    await expect(balie.getByText('Het oude token werkt nog even.')).toBeVisible()
    const second = await tokenOn(balie)
    expect([await statusOf(request, first), await statusOf(request, second)]).toEqual([200, 200])

    await balie.goto(client)
    await balie.getByRole('link', { name: `Trek in token ${first.slice(0, 9)}` }).click()
    await expect(balie.getByRole('heading', { level: 1, name: `Token ${first.slice(0, 9)} intrekken?` })).toBeVisible()
    await expectAccessible(balie)
    await balie.getByRole('button', { name: 'Trek token in' }).click()
    await expect(balie.getByText('Het token is ingetrokken.')).toBeVisible()
    expect([await statusOf(request, first), await statusOf(request, second)]).toEqual([401, 200])
  })

  await test.step('changed scopes apply from its next request on', async () => {
    await balie.getByRole('link', { name: 'Nieuw token' }).click()
    await balie.getByRole('radio', { name: /^Direct niet meer/ }).check()
    await balie.getByRole('button', { name: 'Maak nieuw token' }).click()
    await expect(balie.getByText('Het oude token werkt niet meer.')).toBeVisible()
    const third = await tokenOn(balie)

    await balie.goto(client)
    await balie.getByRole('link', { name: 'Wijzig' }).click()
    await expect(balie.getByRole('button', { name: 'Wijzigingen opslaan' })).toBeVisible()
    await expectAccessible(balie)
    await balie.getByRole('checkbox', { name: 'zaken lezen' }).uncheck()
    await balie.getByRole('checkbox', { name: 'gebeurtenissen lezen' }).check()
    await balie.getByRole('button', { name: 'Wijzigingen opslaan' }).click()
    await expect(balie.getByText('De wijzigingen zijn opgeslagen.')).toBeVisible()
    expect(await statusOf(request, third)).toBe(403)

    await balie.getByRole('link', { name: 'Trek in', exact: true }).click()
    await expect(balie.getByRole('heading', { level: 1, name: `‘${naam}’ intrekken?` })).toBeVisible()
    await expectAccessible(balie)
    await balie.getByRole('button', { name: 'Trek definitief in' }).click()
    await expect(balie.getByText('De API-client is ingetrokken.')).toBeVisible()
    expect(await statusOf(request, third)).toBe(401)
  })

  await balie.goto('/balie/api-clients')
  await expect(balie.getByRole('row').filter({ hasText: naam })).toContainText('ingetrokken')
  await expectAccessible(balie)
})

test('an invalid new client shows errors at its fields and keeps the input', async ({ browser }) => {
  const balie = await openBalie(browser, 'F. El Amrani', { path: '/balie/api-clients/nieuw' })
  await balie.getByLabel('Naam', { exact: true }).fill('publieksportaal')
  await balie.getByLabel('E-mailadres van de beheerder').fill('iemand')
  await balie.getByRole('checkbox', { name: 'BSN lezen' }).check()
  await balie.getByLabel('Verloopt op').fill('')
  await balie.getByRole('button', { name: 'Opslaan en token maken' }).click()
  const problems = balie.getByRole('alert').filter({ hasText: 'Nog niet opgeslagen' })
  await expect(problems.getByRole('link')).toHaveText([
    'Dit is geen e-mailadres. Een e-mailadres ziet eruit als naam@gemeente.nl.',
    'Wie het BSN mag lezen, moet ook zaken mogen lezen. Kies dat erbij.',
    'Vul een datum in.',
  ])
  await expect(balie.getByLabel('Naam', { exact: true })).toHaveValue('publieksportaal')
  await expect(balie.getByRole('checkbox', { name: 'BSN lezen' })).toBeChecked()
  await expectAccessible(balie)

  await balie.getByLabel('E-mailadres van de beheerder').fill('beheer@leverancier.example')
  await balie.getByRole('checkbox', { name: 'zaken lezen' }).check()
  await balie.getByLabel('Verloopt op').fill(nextMonth())
  await balie.getByRole('button', { name: 'Opslaan en token maken' }).click()
  await expect(problems).toContainText('Deze naam is al gebruikt')
})

test('a behandelaar without the role sees no API clients', async ({ browser }) => {
  const balie = await openBalie(browser, 'J. Visser')
  await expect(balie.getByRole('link', { name: 'API-clients' })).toHaveCount(0)
  await expectNotForYou(balie, ['/balie/api-clients', '/balie/api-clients/nieuw'])
})

function nextMonth(): string {
  const day = new Date()
  day.setUTCDate(day.getUTCDate() + 30)
  return day.toISOString().slice(0, 10)
}
