import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { expectFits } from './expect-accessible.ts'
import { changeStatus, openMijn, openNewZaak } from './people.ts'
import { test } from './test.ts'

const PHONE = { width: 320, height: 640 }

const ongelezen = (mijn: Page) => mijn.getByRole('navigation', { name: 'Mijn omgeving' }).getByText(/^\d+\+? nieuw$/)

test('a change is a bericht at once, and counts as new until its zaak was opened', async ({ browser }) => {
  const { mijn, zaakId, omschrijving } = await openNewZaak(browser, 'K. van Dijk')
  await mijn.goto('/mijn/berichten')
  await expect(mijn.getByText('Deze pagina werkt zichzelf bij')).toBeVisible()
  await changeStatus(zaakId)
  const berichten = mijn.getByRole('article').filter({ hasText: omschrijving })
  // the registration, which may still be new, and above it the change
  await expect(berichten).toHaveCount(2)
  const bericht = berichten.first()
  await expect(bericht.getByText('Nieuw', { exact: true })).toBeVisible()
  await expect(ongelezen(mijn)).toBeVisible()

  const seen = mijn.waitForResponse((response) => {
    return response.request().method() === 'POST' && response.url().includes(`/mijn/zaken/${zaakId}`)
  })
  await bericht.getByRole('link').click()
  await expect(mijn.getByRole('heading', { level: 1, name: omschrijving })).toBeVisible()
  await seen
  await mijn.goto('/mijn/berichten')
  await expect(bericht).toBeVisible()
  await expect(bericht.getByText('Nieuw', { exact: true })).toHaveCount(0)
})

test('berichten and data work without JavaScript and by keyboard, and fit a phone', async ({ browser }) => {
  const mijn = await openMijn(browser, 'M. Yilmaz', { javaScriptEnabled: false })
  await mijn.setViewportSize(PHONE)
  for (const [naam, path] of [
    ['Berichten', '/mijn/berichten'],
    ['Mijn gegevens', '/mijn/gegevens'],
    ['Mijn zaken', '/mijn'],
  ] as const) {
    await mijn.getByRole('navigation', { name: 'Mijn omgeving' }).getByRole('link', { name: naam }).focus()
    await mijn.keyboard.press('Enter')
    await expect(mijn).toHaveURL(new RegExp(`${path}$`))
    await expect(mijn.getByRole('heading', { level: 1, name: naam })).toBeVisible()
    await expectFits(mijn)
  }
})

test('a search that finds nothing says so, and leads back', async ({ browser }) => {
  const mijn = await openMijn(browser, 'J. de Vries', {
    path: '/mijn?zoek=bestaat-vast-niet',
    javaScriptEnabled: false,
  })
  await expect(mijn.getByText('Wij vinden geen zaak met ‘bestaat-vast-niet’.')).toBeVisible()
  await mijn.getByRole('link', { name: 'Toon alle zaken' }).click()
  await expect(mijn).toHaveURL(/\/mijn$/)
})

test('citizens can read and download the data stored about them, and no cache keeps it', async ({ browser }) => {
  const { mijn, zaakId, omschrijving } = await openNewZaak(browser, 'J. de Vries')
  await mijn.goto('/mijn/gegevens')
  await expect(mijn.getByRole('link', { name: omschrijving })).toHaveCount(0)
  await mijn.getByRole('heading', { name: 'Uw zaken' }).click()
  await expect(mijn.getByRole('link', { name: omschrijving })).toBeVisible()
  const downloading = mijn.waitForEvent('download')
  await mijn.getByRole('link', { name: 'Download alles als bestand' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^mijn-gegevens-\d{4}-\d\d-\d\d\.json$/)
  const { zaken } = JSON.parse(await readFile(await download.path(), 'utf8'))
  expect(zaken.map(({ kenmerk }: { kenmerk: string }) => kenmerk)).toContain(zaakId)

  const answer = await mijn.request.get('/api/publieksportaal/gegevens')
  expect(answer.headers()['cache-control']).toBe('no-store')
  const { request: stranger } = await browser.newContext()
  expect((await stranger.get('/api/publieksportaal/gegevens')).status()).toBe(401)
})

test('the printed page has no buttons', async ({ browser }) => {
  const { mijn } = await openNewZaak(browser, 'J. de Vries')
  await mijn.emulateMedia({ media: 'print' })
  await expect(mijn.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(mijn.getByRole('navigation')).toHaveCount(0)
  await expect(mijn.getByRole('button')).toHaveCount(0)
})

test('the printed page includes the years that are collapsed on screen', async ({ browser }) => {
  const mijn = await openMijn(browser, 'A. Kaya')
  const old = mijn.getByText('Standplaats koffie, Raadhuisplein')
  await expect(old).toBeHidden()
  await mijn.emulateMedia({ media: 'print' })
  await expect(old).toBeVisible()
})
