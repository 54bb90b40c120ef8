import { expect } from '@playwright/test'
import { expectAccessible } from './expect-accessible.ts'
import {
  chooseToday,
  inTwoWeeks,
  openAct,
  openBalie,
  openBesluit,
  openMijn,
  registerZaak,
  saveBesluit,
  visitUntil,
} from './people.ts'
import { test } from './test.ts'

const A_YEAR_AGO = new Date(Date.now() - 365 * 86_400_000).toISOString().slice(0, 10)

test('uitstel with consent: the desk fills in the last day, and the citizen reads that it ends by itself', async ({
  browser,
}) => {
  const { zaakId } = await registerZaak({ naam: 'S. El Ouali' })
  const balie = await openBalie(browser, 'F. El Amrani', { path: `/balie/zaken/${zaakId}/opschorten` })
  await expect(balie.getByText('De termijn staat stil vanaf de dag erna.')).toBeVisible()
  await balie.getByLabel('Reden').selectOption({ label: 'De aanvrager stemt in met uitstel (Awb 4:15 lid 2 a)' })
  await chooseToday(balie, 'U laat dit weten op')
  await balie.getByLabel('Tot en met').fill(inTwoWeeks())
  await balie.getByRole('button', { name: 'Termijn opschorten' }).click()
  await expect(balie.getByText('Daarna loopt de termijn vanzelf weer.').first()).toBeVisible()
  await balie.goto('/balie?opgeschort=instemming')
  await expect(balie.locator(`a[href*="${zaakId}"]`).first()).toBeVisible()

  const mijn = await openMijn(browser, 'S. El Ouali', { path: null })
  await visitUntil(mijn, mijn.getByText('U stemde in met uitstel tot en met').first(), `/mijn/zaken/${zaakId}`)
  await expectAccessible(mijn)
})

test('a letter recorded later counts from the day it was sent, and desk and citizen see both days', async ({
  browser,
}) => {
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  const { zaakId } = await registerZaak({ naam: 'S. El Ouali', startdatum: inDays(-20) })
  const balie = await openBalie(browser, 'F. El Amrani', { path: `/balie/zaken/${zaakId}/verlengen` })
  const standaardtekst = balie.getByLabel('Standaardtekst').getByRole('option')
  await expect(standaardtekst, 'those of this act only').toHaveText([
    'Kies een tekst…',
    'Alles compleet',
    'Het duurt langer',
  ])
  const sent = balie.getByLabel('De brief ging weg op')
  await sent.fill(inDays(3))
  await balie.getByLabel('Aantal dagen').fill('7')
  await balie.getByLabel(/Waarom/).fill('Wij wachten op een advies.')
  await balie.getByRole('button', { name: 'Termijn verlengen' }).click()
  await expect(balie.getByRole('main').getByRole('alert').first()).toContainText('ligt in de toekomst')
  await expect(sent).toHaveValue(inDays(3))
  await sent.fill(inDays(-4))
  await balie.getByRole('button', { name: 'Termijn verlengen' }).click()
  await expect(balie.getByRole('row').filter({ hasText: 'Termijn verlengd' })).toContainText('De dag die telt')

  await openBesluit(balie, zaakId, /ingetrokken/i)
  await balie.getByLabel('De intrekking kwam op').fill(inDays(-2))
  await expectAccessible(balie)
  await saveBesluit(balie)
  const mijn = await openMijn(browser, 'S. El Ouali', { path: null })
  await visitUntil(mijn, mijn.getByText('Uw zaak is geëindigd op'), `/mijn/zaken/${zaakId}`)
  await expect(mijn.getByText('Wij stuurden u dit op')).toBeVisible()
  await expectAccessible(mijn)
})

test('after an ingebrekestelling for a late besluit the desk counts the days left, and the citizen reads when it came in', async ({
  browser,
}) => {
  const { zaakId, omschrijving } = await registerZaak({ naam: 'S. El Ouali', startdatum: A_YEAR_AGO })
  const balie = await openBalie(browser, 'F. El Amrani', { path: '/balie?termijn=na_fataledatum' })
  await balie.getByLabel(/Zaaknummer, aanvrager/).fill(omschrijving)
  await balie.getByRole('button', { name: 'Zoeken' }).click()
  await expect(balie).toHaveURL(/zoek=/)
  await balie.getByRole('link', { name: omschrijving, exact: true }).click()
  await expect(balie.getByRole('heading', { level: 1, name: omschrijving })).toBeVisible()
  await openAct(balie, 'Ingebrekestelling is binnen')
  await expect(balie.getByText('Daarna kost elke dag geld (Awb 4:17).')).toBeVisible()
  await expectAccessible(balie)
  await chooseToday(balie, 'De ingebrekestelling kwam binnen op')
  await balie.getByRole('button', { name: 'Ingebrekestelling vastleggen' }).click()
  await expect(balie.getByText(/In gebreke gesteld op .*: nog 1[4-9] dagen\. Daarna kost elke dag €\s23/)).toBeVisible()
  await expectAccessible(balie)

  const mijn = await openMijn(browser, 'S. El Ouali', { path: `/mijn/zaken/${zaakId}` })
  await expect(mijn.getByText(/Wij ontvingen uw ingebrekestelling op/)).toBeVisible()
})
