import { expect } from '@playwright/test'
import { expectAccessible } from './expect-accessible.ts'
import { changeStatus, openBlok, openMijn, openNewZaak, visitUntil } from './people.ts'
import { test } from './test.ts'

const APPARATEN = 'Meldingen op uw apparaat'
const PHONE = { width: 360, height: 740 }
const DESKTOP = { width: 1280, height: 800 }

// These tests share the one phone of the demo, which belongs to whoever added it last.
test.describe.configure({ mode: 'serial' })

const WAYS = [
  { javaScriptEnabled: true, viewport: DESKTOP, naam: 'A. Kaya' },
  { javaScriptEnabled: false, viewport: PHONE, naam: 'A. Kaya' },
]

for (const { javaScriptEnabled, viewport, naam } of WAYS) {
  const way = `${javaScriptEnabled ? 'with' : 'without'} JavaScript, ${viewport.width} px`

  test(`a citizen adds the phone of the demo, is told there of a change, and removes it: ${way}`, async ({
    browser,
  }) => {
    const { mijn, zaakId, omschrijving } = await openNewZaak(browser, naam, { javaScriptEnabled })
    const look = async () => {
      if (javaScriptEnabled) await expectAccessible(mijn)
      await mijn.setViewportSize(viewport)
    }
    await mijn.setViewportSize(viewport)
    await mijn.goto('/mijn/voorkeuren')
    const devices = mijn.getByRole('region', { name: APPARATEN })
    await expect(mijn.getByText('Geen apparaat krijgt meldingen.')).toBeVisible()
    await openBlok(mijn, APPARATEN)
    await expect(devices.getByText('Er is nog geen apparaat dat meldingen krijgt.')).toBeVisible()
    if (!javaScriptEnabled) {
      expect(await devices.locator('noscript').textContent()).toContain(
        'Meldingen aanzetten kan alleen met JavaScript.',
      )
    }

    await devices.getByRole('button', { name: 'De telefoon van de demo toevoegen' }).click()
    await expect(mijn.getByRole('status').getByText('Het apparaat krijgt vanaf nu meldingen.')).toBeVisible()
    const remove = devices.getByRole('button', { name: 'Verwijder Chrome (Android)' })
    await expect(remove).toBeVisible()
    await look()

    const termijnen = devices.getByRole('checkbox', { name: /^Termijnen/ })
    await termijnen.uncheck()
    await devices.getByRole('button', { name: 'Keuze voor meldingen opslaan' }).click()
    await expect(mijn.getByRole('status').getByText('Opgeslagen.')).toBeVisible()
    await openBlok(mijn, APPARATEN)
    await expect(termijnen).not.toBeChecked()

    await changeStatus(zaakId)
    const melding = mijn.locator(`a[href="/mijn/zaken/${zaakId}"]`)
    await visitUntil(mijn, melding, '/demo/telefoon')
    await expect(melding).toHaveText('Er is nieuws over uw zaak')
    expect(await mijn.getByRole('main').textContent()).not.toContain(omschrijving)
    await look()
    await melding.click()
    await expect(mijn.getByRole('heading', { level: 1, name: omschrijving })).toBeVisible()

    await mijn.goto('/mijn/voorkeuren')
    await expect(mijn.getByText('1 apparaat krijgt meldingen.')).toBeVisible()
    await openBlok(mijn, APPARATEN)
    await remove.click()
    await expect(mijn.getByRole('status').getByText('Het apparaat krijgt geen meldingen meer.')).toBeVisible()
    await expect(remove).toHaveCount(0)
    await expect(devices.getByText('Er is nog geen apparaat dat meldingen krijgt.')).toBeVisible()
  })
}

test('the English page says what this device can do, and the service worker is served', async ({ browser }) => {
  const mijn = await openMijn(browser, 'A. Kaya', { path: '/mijn/voorkeuren' })
  await mijn.getByRole('button', { name: 'English' }).click()
  await openBlok(mijn, 'Notifications on your device')
  const devices = mijn.getByRole('region', { name: 'Notifications on your device' })
  await expect(
    devices.getByText(/This device gets no notifications|Your browser blocks|This browser cannot show/),
  ).toBeVisible()
  await expectAccessible(mijn)

  const worker = await mijn.request.get('/mijn/sw.js')
  expect(worker.status()).toBe(200)
  expect(worker.headers()).toMatchObject({
    'cache-control': 'no-cache',
    'content-type': expect.stringContaining('javascript'),
    'content-security-policy': expect.stringContaining("worker-src 'self'"),
  })
  expect(await (await mijn.request.get('/mijn/manifest.webmanifest')).json()).toMatchObject({ display: 'standalone' })
})
