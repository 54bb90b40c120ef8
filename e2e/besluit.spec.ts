import { expect, type Locator, type Page } from '@playwright/test'
import { expectAccessible } from './expect-accessible.ts'
import { chooseToday, openAct, openBalie, openBesluit, openNewZaak } from './people.ts'
import { test } from './test.ts'

const inDays = (days: number) => {
  const day = new Date(Date.now() + days * 86_400_000)
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(day)
}

async function save(balie: Page, button: string) {
  await balie.getByRole('button', { name: button }).click()
}

async function open(balie: Page, zaakId: string, link: string) {
  await balie.goto(`/balie/zaken/${zaakId}`)
  await openAct(balie, link)
  await expect(balie.getByRole('heading', { level: 1, name: link })).toBeVisible()
}

async function decide(balie: Page, zaakId: string, resultaat: RegExp) {
  await openBesluit(balie, zaakId, resultaat)
  await chooseToday(balie, 'Datum van het besluit')
  await chooseToday(balie, 'Bekendgemaakt op')
}

test('a jurist records a besluit, corrects it, reopens the zaak with the besluit in force, and withdraws it', async ({
  browser,
}) => {
  const { mijn, zaakId } = await openNewZaak(browser, 'P. Jansen')

  const balie = await openBalie(browser, 'F. El Amrani', { path: `/balie/zaken/${zaakId}` })
  const besluiten = balie.getByRole('table', { name: 'Besluiten' })
  await decide(balie, zaakId, /geweigerd/i)
  await balie.getByLabel('Bekendgemaakt op').fill(inDays(31))
  await save(balie, 'Besluit opslaan')
  await expect(balie.getByRole('main').getByRole('alert').first()).toContainText('meer dan 30 dagen vooruit')
  await balie.getByLabel('Bekendgemaakt op').fill(inDays(2))
  await save(balie, 'Besluit opslaan')
  await expect(balie.getByRole('main').getByRole('alert').first()).toContainText('Klopt dat?')
  await balie.getByLabel('Ja, het besluit wordt op deze latere dag bekendgemaakt').check()
  await save(balie, 'Besluit opslaan')
  await expect(besluiten.getByRole('row')).toHaveCount(2)
  await expect(besluiten).toContainText('Bezwaar tot en met')
  await expect(mijn.getByRole('heading', { level: 2, name: 'Wat wij besloten' })).toBeVisible()

  await open(balie, zaakId, 'Besluit corrigeren')
  await balie.getByLabel('Bekendgemaakt op').fill(inDays(0))
  await save(balie, 'Besluit corrigeren')
  await expect(balie.getByRole('main').getByRole('alert').first()).toContainText('Schrijf op waarom')
  await balie.getByLabel(/Waarom\?/).fill('De brief ging vandaag al weg.')
  await save(balie, 'Besluit corrigeren')
  await expect(balie.getByRole('status').filter({ hasText: 'Het besluit is gecorrigeerd.' })).toBeVisible()
  await expect(balie.getByRole('row').filter({ hasText: 'De brief ging vandaag al weg.' })).toContainText('→')
  await expect(mijn.getByRole('heading', { level: 3, name: 'Een fout bij ons besluit is hersteld' })).toBeVisible()

  await balie.getByLabel(/Waarom heropent u de zaak/).fill('Er is nieuwe informatie.')
  await expect(balie.getByText(/blijft gelden als u heropent/)).toBeVisible()
  await save(balie, 'Zaak heropenen')
  await expect(mijn.getByRole('heading', { name: 'Zaak heropend' })).toBeVisible()
  await expect(mijn.getByText(/Ons besluit van .* geldt: vergunning geweigerd\./)).toBeVisible()
  await expect(mijn.getByText(/Dan kunt u bezwaar maken tot en met/)).toBeVisible()
  await expectAccessible(mijn)

  await decide(balie, zaakId, /verleend/i)
  await save(balie, 'Besluit opslaan')
  await expect(balie.getByRole('main').getByRole('alert').first()).toContainText('Kies wat er gebeurt')
  await balie.getByRole('radio', { name: /komt ervoor in de plaats/ }).check()
  await save(balie, 'Besluit opslaan')
  await expect(besluiten.getByRole('row')).toHaveCount(3)
  await expect(besluiten).toContainText('Vervangen door een ander besluit')
  await expectAccessible(balie)

  await open(balie, zaakId, 'Besluit intrekken')
  await balie.getByLabel('Wie wil dit?').selectOption({ label: 'De gemeente trekt het besluit in' })
  await balie.getByLabel('Het besluit geldt niet meer vanaf').fill(inDays(14))
  await balie.getByLabel(/Waarom\?/).fill('Het plein wordt verbouwd.')
  await chooseToday(balie, 'Datum van de intrekking')
  await chooseToday(balie, 'Intrekking bekendgemaakt op')
  await expectAccessible(balie)
  await save(balie, 'Besluit intrekken')
  await expect(balie.getByRole('status').filter({ hasText: 'Het besluit is ingetrokken.' })).toBeVisible()
  await expect(besluiten).toContainText('Tegen de intrekking')
  await expect(mijn.getByText('Wij hebben ons besluit ingetrokken.')).toBeVisible()
  await expect(mijn.getByText(/niet eens met de intrekking\? Dan kunt u bezwaar maken/)).toBeVisible()
  await expectAccessible(mijn)
})

test('a besluit with its letter takes six clicks on one page, beside what the aanvrager will read', async ({
  browser,
}) => {
  const { mijn, zaakId } = await openNewZaak(browser, 'P. Jansen')
  const balie = await openBalie(browser, 'F. El Amrani', { path: `/balie/zaken/${zaakId}/beslissen` })
  const form = balie.getByRole('main')
  const day = (label: string) => form.getByRole('button', { name: `(${label})` })
  await expect(form.getByLabel('Datum van het besluit')).toBeHidden()
  let clicks = 0
  const click = async (target: Locator) => {
    clicks += 1
    await target.click()
  }
  await click(form.getByRole('radio', { name: /verleend/i }))
  await click(day('Datum van het besluit'))
  await click(day('Bekendgemaakt op'))
  const preview = balie.getByRole('complementary', { name: 'Zo ziet de aanvrager het' })
  await expect(preview.getByText('U krijgt de vergunning.').first()).toBeVisible()
  await click(form.getByText('Maak een brief'))
  await expect(form.getByLabel('Tekst', { exact: true })).toHaveValue(/bezwaar maken tot en met/)
  await expect(preview.getByText('U krijgt de vergunning.').first()).toBeInViewport()
  await expectAccessible(balie)
  await click(form.getByRole('button', { name: 'Voeg de brief toe' }))
  await expect(form.getByLabel('Titel, zoals de aanvrager die leest')).toHaveValue('Besluit op uw aanvraag')
  await click(form.getByRole('button', { name: 'Besluit opslaan' }))
  await expect(balie.getByText('Opgeslagen. De zaak is afgehandeld.')).toBeVisible()
  expect(clicks).toBe(6)
  await expect(mijn.getByRole('heading', { level: 2, name: 'Wat wij besloten' })).toBeVisible()
  await expect(mijn.getByRole('link', { name: /Besluit op uw aanvraag/ })).toBeVisible()
})

test('a file dropped on the page of the besluit becomes its document, and the kinds without a besluit ask their own day', async ({
  browser,
}) => {
  const { mijn, zaakId } = await openNewZaak(browser, 'P. Jansen')
  const balie = await openBalie(browser, 'F. El Amrani', { path: `/balie/zaken/${zaakId}/beslissen` })
  const form = balie.getByRole('main')
  await form.getByRole('radio', { name: /^Aanvraag ingetrokken/ }).check()
  await expect(form.getByLabel('De intrekking kwam op')).toBeVisible()
  await expect(form.getByLabel('Datum van het besluit')).toBeHidden()
  await form.getByRole('radio', { name: /geweigerd/i }).check()
  await expect(form.getByLabel('De intrekking kwam op')).toBeHidden()
  await chooseToday(balie, 'Datum van het besluit')
  await chooseToday(balie, 'Bekendgemaakt op')
  const bestand = { name: 'weigering.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n1 0 obj') }
  await form.getByLabel('Bestanden toevoegen').setInputFiles(bestand)
  await expect(form.getByLabel('Document bij dit besluit')).toHaveValue(/[\w-]{36}/)
  await form.getByLabel('Titel, zoals de aanvrager die leest').fill('')
  await save(balie, 'Besluit opslaan')
  await expect(form.getByRole('alert').first()).toContainText('Vul dit in.')
  await form.getByLabel('Titel, zoals de aanvrager die leest').fill('Weigering')
  await save(balie, 'Besluit opslaan')
  await expect(balie.getByRole('table', { name: 'Documenten' })).toContainText('Weigering')
  await expect(mijn.getByRole('link', { name: /Weigering/ })).toBeVisible()
})

test('an uitgebreide procedure requires the ontwerp ter inzage before the besluit, and offers beroep after it', async ({
  browser,
}) => {
  const balie = await openBalie(browser, 'F. El Amrani', { path: '/balie/zaken/nieuw' })
  await balie.getByLabel('Zaaktype').selectOption({ label: 'Omgevingsvergunning (uitgebreid)' })
  await balie.getByLabel('Omschrijving').fill('Woningen in de oude fabriek')
  await balie.getByRole('radio', { name: /Een inwoner/ }).check()
  await balie.getByLabel('Naam van de aanvrager').fill('J. de Vries')
  await balie.getByRole('textbox', { name: 'BSN' }).fill('999990342')
  await save(balie, 'Zaak registreren')
  await expect(balie.getByRole('heading', { level: 1, name: 'Woningen in de oude fabriek' })).toBeVisible()

  const zaakId = balie.url().match(/zaken\/([\w-]+)/)?.[1] as string
  await decide(balie, zaakId, /verleend/i)
  await expect(balie.getByLabel(/Ter inzage gelegd op/)).toBeVisible()
  await save(balie, 'Besluit opslaan')
  await expect(balie.getByRole('main').getByRole('alert').first()).toContainText('ontwerpbesluit ter inzage')
  await balie.goto(`/balie/zaken/${zaakId}`)
  await balie.getByRole('radio', { name: /Ontwerpbesluit ter inzage/ }).check()
  await save(balie, 'Status opslaan')
  await expect(balie.getByText(/Deze stap duurt van de wet tot en met/)).toBeVisible()
  await balie.getByRole('radio', { name: /Besluit genomen/ }).check()
  await save(balie, 'Status opslaan')
  await expect(balie.getByRole('main').getByRole('alert').first()).toContainText('De wettelijke termijn')
})
