import { randomUUID } from 'node:crypto'
import { type APIRequestContext, expect } from '@playwright/test'
import { expectAccessible, expectAccessibleInAllStyles } from './expect-accessible.ts'
import { FORMER_BRON, ORIGIN } from './origins.ts'
import { chooseUntil, openBalie, openMijn, openPortaalbeheer } from './people.ts'
import { test } from './test.ts'

/** Sends a bezorging that claims `origin` and that the receiver refuses. */
async function sendRefused(request: APIRequestContext, { origin, secret }: { origin: string; secret: string }) {
  const response = await request.post('/api/publieksportaal/webhooks', {
    headers: {
      'Content-Type': 'application/cloudevents+json',
      'WebHook-Request-Origin': origin,
      Authorization: `Bearer ${secret}`,
    },
    data: JSON.stringify({ geheim: secret }),
  })
  expect(response.status()).toBe(401)
}

test('a beheerder sees which bezorging was refused and why, without its content', async ({ browser, request }) => {
  const origin = `${randomUUID()}.test`
  const secret = randomUUID()
  await sendRefused(request, { origin, secret })
  await sendRefused(request, { origin: `ander-${origin}`, secret })
  const page = await openPortaalbeheer(browser, { anew: true })

  await page.getByLabel('Bron', { exact: true }).fill(`ander-${origin}`)
  await page.getByRole('button', { name: 'Zoeken' }).click()
  await expect(page.getByRole('row')).toHaveCount(2)
  const row = page.getByRole('row').filter({ hasText: origin })
  await expect(row).toContainText('niet bewezen')
  await expect(row).toContainText('token bewijst de bron niet')
  await expect(row).toContainText('401 token_malformed')
  await expect(row).toContainText('49 bytes')
  expect(await page.content()).not.toContain(secret)

  const nothing = page.getByRole('heading', { name: 'Er is niets geweigerd' })
  await chooseUntil(page.getByLabel('Reden'), 'bericht is ongeldig', nothing)
  expect(new URL(page.url()).searchParams.get('reden')).toBe('invalid_event')
  await page.getByRole('link', { name: 'Wis filters' }).click()
  await expect(page.getByRole('row').filter({ hasText: origin }).first()).toBeVisible()

  await page.getByRole('button', { name: 'Uitloggen' }).click()
  await expect(page.getByText('U bent uitgelogd.')).toBeVisible()
  await page.goto('/portaalbeheer')
  await expect(page.getByRole('heading', { level: 1, name: /^Inloggen/ })).toBeVisible()
})

test('a beheerder opens a proefdeur, where the supplier reads how his sender did', async ({ browser, request }) => {
  const naam = `Leverancier ${randomUUID()}`
  const page = await openPortaalbeheer(browser, { anew: true })
  await page.getByRole('link', { name: 'Laat een leverancier zijn zaaksysteem uitproberen' }).click()
  await page.getByLabel('Naam van de leverancier').fill(naam)
  await page.getByLabel('Source').fill('urn:nld:oin:00000099000000003000:systeem:zaken')
  await page.getByLabel('Naam op internet').fill('https://zaken.test')
  await page.getByLabel('Adres van de sleutels').fill(`${ORIGIN}/api/zaaksysteem/jwks.json`)
  await page.getByRole('button', { name: 'Open de proefdeur' }).click()
  await expect(page.getByRole('link', { name: 'Vul een naam op internet in, zonder https:// ervoor.' })).toBeVisible()
  await page.getByLabel('Naam op internet').fill('zaken.test')
  await page.getByRole('button', { name: 'Open de proefdeur' }).click()

  await expect(page.getByRole('heading', { level: 1, name: `Proefdeur van ${naam}` })).toBeVisible()
  const code = new URL(page.url()).pathname.split('/').at(-1)
  const sink = `${ORIGIN}/api/publieksportaal/proefdeuren/${code}`
  await expect(page.getByText(sink)).toBeVisible()
  await request.fetch(sink, { method: 'OPTIONS', headers: { 'WebHook-Request-Origin': 'ander.test' } })
  await page.getByRole('link', { name: 'Ververs' }).click()
  const row = page.getByRole('row').filter({ hasText: 'Vraagt om toestemming' })
  await expect(row).toContainText('WebHook-Request-Origin was ander.test')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Begin opnieuw' }).click()
  await expect(row).toContainText('nog niet bekend')
  await request.fetch(sink, { method: 'OPTIONS', headers: { 'WebHook-Request-Origin': 'zaken.test' } })
  await page.getByRole('link', { name: 'Ververs' }).click()
  await expect(row).toContainText('Uw systeem vroeg om toestemming, en kreeg die.')

  await page.goto('/portaalbeheer/proefdeuren')
  await page.getByRole('button', { name: `Sluit ${naam}` }).click()
  await expect(page.getByRole('heading', { name: naam })).toHaveCount(0)
  expect((await request.get(sink)).status()).toBe(404)
})

test('without JavaScript a bron is retired and restored', async ({ browser }) => {
  const page = await openPortaalbeheer(browser, { javaScriptEnabled: false })
  const bron = page.getByRole('listitem').filter({ hasText: FORMER_BRON })
  await bron.getByRole('link', { name: 'Trek in' }).click()
  await expect(page.getByText('De bron krijgt het antwoord 410.')).toBeVisible()
  await page.getByRole('link', { name: 'Annuleren' }).click()
  await expect(bron.getByText('actief', { exact: true })).toBeVisible()

  await bron.getByRole('link', { name: 'Trek in' }).click()
  await page.getByRole('button', { name: 'Trek deze bron in' }).click()
  await expect(page.getByRole('status')).toContainText('De bron is ingetrokken.')
  await expect(bron.getByText('ingetrokken', { exact: true })).toBeVisible()

  await bron.getByRole('button', { name: 'Neem weer aan' }).click()
  await expect(page.getByRole('status')).toContainText('neemt weer berichten van deze bron aan')
  await expect(bron.getByText('actief', { exact: true })).toBeVisible()
})

test("neither a behandelaar's nor a citizen's sign-in opens the beheer of the portal", async ({ browser }) => {
  const balie = await openBalie(browser, 'F. El Amrani', { path: null })
  const mijn = await openMijn(browser, 'J. de Vries', { path: null })
  for (const page of [balie, mijn]) {
    for (const path of ['/portaalbeheer?reden=invalid_token', '/portaalbeheer/intrekken']) {
      const answer = await page.request.get(path)
      expect(await answer.text(), path).toMatch(/<h1[^>]*>Inloggen bij het beheer van het portaal<\/h1>/)
    }
  }
})

test('the beheer has no axe violations', async ({ browser, request }) => {
  await sendRefused(request, { origin: 'x'.repeat(200), secret: 'x' })
  const page = await openPortaalbeheer(browser)
  const bron = new URLSearchParams({
    bron: (await page.getByRole('heading', { level: 3 }).first().textContent()) ?? '',
  })
  for (const path of [
    '/portaalbeheer',
    '/portaalbeheer?bron=bestaat-vast-niet',
    '/portaalbeheer/proefdeuren',
    `/portaalbeheer/intrekken?${bron}`,
  ]) {
    await page.goto(path)
    await expectAccessibleInAllStyles(page)
  }
})
