import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { expectAccessible } from './expect-accessible.ts'
import { chooseToday, openAct, openBalie, openMijn, openNewZaak, visitUntil } from './people.ts'
import { test } from './test.ts'

/** A minimal PDF. */
const PDF = Buffer.from(`%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n${'%'.repeat(50_000)}\n%%EOF\n`)
const besluit = { name: 'Besluit op uw aanvraag.pdf', mimeType: 'application/pdf', buffer: PDF }
const pagina = {
  name: 'pagina.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('<!doctype html><p>Geen PDF</p>'),
}

test('a document that a behandelaar adds appears on the page of its citizen, and only that citizen can open it', async ({
  browser,
}) => {
  const { mijn, zaakId } = await openNewZaak(browser, 'P. Jansen')
  const balie = await openBalie(browser, 'F. El Amrani', { path: `/balie/zaken/${zaakId}` })
  const kiezer = balie.getByLabel('Bestanden toevoegen')
  await expect(kiezer, 'several are taken once they can be sent one after another').toHaveAttribute('multiple')
  // the first upload is aborted, and the page retries it
  await balie.route('**/bestanden', (route) => route.abort('connectionreset'), { times: 1 })
  await kiezer.setInputFiles([pagina, besluit])
  await expect(balie.getByText('Dit soort bestand kan niet.')).toBeVisible()
  await expect(balie.getByText('1 bestand is binnen.')).toBeVisible()
  await expect(balie.getByRole('heading', { name: 'Nog toe te voegen' })).toBeVisible()
  await expectAccessible(balie)

  await balie.getByRole('link', { name: 'Document toevoegen' }).last().click()
  await expect(balie.getByLabel('Titel, zoals de aanvrager die leest')).toHaveValue('Besluit op uw aanvraag')
  await expect(balie.getByLabel('Standaardtekst'), 'there is no toelichting that one could fill').toBeHidden()
  await balie.getByLabel('Soort document').selectOption({ label: 'Besluit' })
  await chooseToday(balie, 'Datum van het document')
  await expectAccessible(balie)
  await balie.getByRole('button', { name: 'Document toevoegen' }).click()
  await expect(balie.getByRole('status').filter({ hasText: 'Het document is toegevoegd.' })).toBeVisible()
  const row = balie.getByRole('table', { name: 'Documenten' }).getByRole('row').last()
  await expect(row).toContainText('Leest het sinds')
  await expectAccessible(balie)

  await expect(mijn.getByRole('heading', { level: 2, name: 'Documenten' })).toBeVisible()
  const link = mijn.getByRole('link', { name: 'Besluit op uw aanvraag' })
  const regel = mijn.getByRole('listitem').filter({ has: link })
  await expect(regel).toContainText(/Nieuw.*Besluit, .*50 kB/)
  await expectAccessible(mijn)
  const [download] = await Promise.all([mijn.waitForEvent('download'), link.click()])
  expect(download.suggestedFilename()).toBe('Besluit op uw aanvraag.pdf')
  expect((await readFile(await download.path())).equals(PDF)).toBe(true)

  const path = (await link.getAttribute('href')) as string
  const given = await mijn.request.get(path, { headers: { Range: 'bytes=0-7' } })
  expect([given.status(), await given.text()]).toEqual([206, '%PDF-1.7'])
  expect(given.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining('sandbox'),
    'referrer-policy': 'no-referrer',
  })
  const { request: stranger } = await browser.newContext()
  expect((await stranger.get(given.url())).status(), 'its address needs no cookie').toBe(200)
  await mijn.reload()
  await expect(regel).not.toContainText('Nieuw')
  await expect(mijn.getByRole('listitem').filter({ has: link }).getByText('Bekijk hier')).toBeVisible()
  const shown = await mijn.request.get(`${path}?toon`)
  expect(shown.headers()['content-disposition']).toContain('inline')
  const other = await openMijn(browser, 'J. de Vries', { path: null })
  expect((await other.request.get(path)).status()).toBe(404)

  await visitUntil(balie, balie.getByText(/^Document bekeken of gedownload door de aanvrager op /))
  await openAct(balie, 'Document intrekken')
  await balie.getByLabel(/Waarom\?/).fill('Dit besluit was van een andere zaak.')
  await balie.getByRole('button', { name: 'Document intrekken' }).click()
  await expect(row).toContainText('Ingetrokken')
  await expect(mijn.getByText('Dit besluit was van een andere zaak.')).toBeVisible()
  await expect(link).toBeHidden()
  expect((await mijn.request.get(path)).status()).toBe(404)
  expect((await stranger.get(given.url())).status()).toBe(404)
  await mijn.getByRole('link', { name: 'Bewijs: wat u wanneer van ons kreeg' }).click()
  await expect(mijn.getByText(/document ‘Besluit op uw aanvraag’ bekeken of gedownload$/)).toBeVisible()
})

test('without JavaScript a form uploads one file, explains the refusal of another, and can hide one from the aanvrager', async ({
  browser,
}) => {
  const { mijn, zaakId } = await openNewZaak(browser, 'P. Jansen')
  const balie = await openBalie(browser, 'F. El Amrani', { path: `/balie/zaken/${zaakId}`, javaScriptEnabled: false })
  await balie.getByLabel('Bestanden toevoegen').setInputFiles(pagina)
  await balie.getByRole('button', { name: 'Bestand versturen' }).click()
  await expect(balie.getByText('Dit soort bestand kan niet.')).toBeVisible()
  await balie.getByLabel('Bestanden toevoegen').setInputFiles(besluit)
  await balie.getByRole('button', { name: 'Bestand versturen' }).click()
  await expect(balie.getByRole('listitem').filter({ hasText: 'Besluit op uw aanvraag.pdf' })).toBeVisible()

  await balie.getByRole('link', { name: 'Voeg toe als intern document' }).click()
  await balie.getByLabel('Titel').fill('Advies van de brandweer')
  await balie.getByRole('button', { name: 'Intern document toevoegen' }).click()
  const row = balie.getByRole('table', { name: 'Documenten' }).getByRole('row').last()
  await expect(row).toContainText(/Advies van de brandweer.*vertrouwelijk.*Intern.*Leest het niet/)
  await balie.getByRole('link', { name: 'Trek in: Advies van de brandweer' }).click()
  await balie.getByLabel(/Waarom\?/).fill('Het is van een andere zaak.')
  await balie.getByRole('button', { name: 'Document intrekken' }).click()
  await expect(row).toContainText('Ingetrokken')
  await expect(balie.getByText('Het is van een andere zaak.')).toBeVisible()
  await mijn.reload()
  await expect(mijn.getByRole('heading', { level: 2, name: 'Documenten' })).toHaveCount(0)
})
