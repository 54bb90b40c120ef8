import { randomUUID } from 'node:crypto'
import { type APIRequestContext, expect } from '@playwright/test'
import { expectAccessibleInAllSchemes, STYLES } from './expect-accessible.ts'
import { FORMER_BRON } from './origins.ts'
import { openBalie, openMijn, openPortaalbeheer } from './people.ts'
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

test('a beheerder sees what was refused and why, and nothing of what was in it', async ({ browser, request }) => {
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

  await page.getByLabel('Reden').selectOption({ label: 'bericht is ongeldig' })
  await expect(page.getByRole('heading', { name: 'Er is niets geweigerd' })).toBeVisible()
  expect(new URL(page.url()).searchParams.get('reden')).toBe('invalid_event')
  await page.getByRole('link', { name: 'Wis filters' }).click()
  await expect(page.getByRole('row').filter({ hasText: origin }).first()).toBeVisible()

  await page.getByRole('button', { name: 'Uitloggen' }).click()
  await expect(page.getByText('U bent uitgelogd.')).toBeVisible()
  await page.goto('/portaalbeheer')
  await expect(page.getByRole('heading', { level: 1, name: /^Inloggen/ })).toBeVisible()
})

test('a bron is retired and taken back, without JavaScript', async ({ browser }) => {
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

test("neither the desk's sign-in nor a citizen's opens the beheer", async ({ browser }) => {
  for (const page of [await openBalie(browser), await openMijn(browser, 'J. de Vries')]) {
    await page.goto('/portaalbeheer?reden=invalid_token')
    await expect(page.getByRole('heading', { level: 1, name: 'Inloggen bij het beheer van het portaal' })).toBeVisible()
    await page.goto('/portaalbeheer/intrekken')
    await expect(page.getByRole('heading', { level: 1, name: 'Inloggen bij het beheer van het portaal' })).toBeVisible()
  }
})

for (const [style, { origin, which }] of Object.entries(STYLES)) {
  test(`the beheer has no axe violations: ${style}`, async ({ browser, request }) => {
    await sendRefused(request, { origin: 'x'.repeat(200), secret: 'x' })
    const page = await openPortaalbeheer(browser, { origin })
    const bron = new URLSearchParams({
      bron: (await page.getByRole('heading', { level: 3 }).first().textContent()) ?? '',
    })
    for (const path of [
      '/portaalbeheer',
      '/portaalbeheer?bron=bestaat-vast-niet',
      `/portaalbeheer/intrekken?${bron}`,
    ]) {
      await page.goto(path)
      await expectAccessibleInAllSchemes(page, which)
    }
  })
}
