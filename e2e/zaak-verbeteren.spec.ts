import { expect } from '@playwright/test'
import { DEMO_BURGERS } from '#demo/stage/demo-burgers.ts'
import { expectAccessible } from './expect-accessible.ts'
import { openAct, openBalie, openMijn, registerZaak } from './people.ts'
import { test } from './test.ts'

const rightful = DEMO_BURGERS.find(({ naam }) => naam === 'H. Bakker') as (typeof DEMO_BURGERS)[number]

test("correcting a wrong BSN removes the zaak from that person's open page at once, and a beheerder assesses the datalek", async ({
  browser,
}) => {
  const { zaakId, omschrijving } = await registerZaak({ naam: 'S. El Ouali' })
  const wrong = await openMijn(browser, 'S. El Ouali')
  await wrong.getByRole('link', { name: new RegExp(omschrijving) }).click()
  await expect(wrong.getByRole('heading', { level: 1, name: omschrijving })).toBeVisible()

  const balie = await openBalie(browser, 'F. El Amrani', { path: `/balie/zaken/${zaakId}/gegevens` })
  await balie
    .getByLabel('Ander BSN of KvK-nummer')
    .fill(rightful.bsn.replace(/.$/, (digit) => String((Number(digit) + 1) % 10)))
  await balie.getByLabel('Waarom? Dit lezen alleen collega’s.').fill('Twee cijfers waren verwisseld.')
  await balie.getByRole('button', { name: 'Gegevens verbeteren' }).click()
  await expect(balie.getByRole('main').getByRole('alert').first()).toContainText(
    'Dit BSN klopt niet. Controleer de cijfers.',
  )
  await expectAccessible(balie)
  await balie.getByLabel('Ander BSN of KvK-nummer').fill(rightful.bsn)
  await balie.getByLabel('Naam van de aanvrager').fill(rightful.naam)
  await balie.getByRole('button', { name: 'Gegevens verbeteren' }).click()
  await expect(balie.getByText('De gegevens zijn verbeterd.')).toBeVisible()
  await expect(balie.getByText('De zaak was van iemand anders.')).toBeVisible()

  await expect(wrong.getByRole('heading', { level: 1, name: omschrijving })).toBeHidden()
  await expect(wrong.getByRole('heading', { level: 1, name: 'Deze pagina bestaat niet' })).toBeVisible()
  await wrong.goto('/mijn')
  await expect(wrong.getByRole('link', { name: new RegExp(omschrijving) })).toBeHidden()
  const mijn = await openMijn(browser, rightful.naam)
  await mijn.getByRole('link', { name: new RegExp(omschrijving) }).click()
  await expect(mijn.getByRole('heading', { level: 3, name: 'Wij hebben gegevens verbeterd' })).toBeVisible()

  await balie.goto('/balie/datalekken')
  await expectAccessible(balie)
  const row = balie.getByRole('row').filter({ has: balie.locator(`a[href="/balie/zaken/${zaakId}"]`) })
  await row.getByRole('link', { name: /Beoordelen/ }).click()
  await balie.getByRole('button', { name: 'Oordeel opslaan' }).click()
  await expect(balie.getByRole('main').getByRole('alert').first()).toContainText('Schrijf op wat u besloot.')
  await expectAccessible(balie)
  await balie.getByLabel('Uw oordeel').fill('Alleen de omschrijving was te zien. Niet gemeld.')
  await balie.getByRole('button', { name: 'Oordeel opslaan' }).click()
  await expect(row).toContainText('Niet gemeld.')
})

test('undoing an extension of the wrong zaak tells the citizen why', async ({ browser }) => {
  const { zaakId } = await registerZaak({ naam: 'H. Bakker' })
  const balie = await openBalie(browser, 'F. El Amrani', { path: `/balie/zaken/${zaakId}/verlengen` })
  await balie.getByLabel('Aantal dagen').fill('7')
  await balie.getByLabel(/Waarom/).fill('De brandweer heeft meer tijd nodig.')
  await balie.getByRole('button', { name: 'Termijn verlengen' }).click()
  await expect(balie.getByText('De termijn is verlengd.')).toBeVisible()
  await openAct(balie, 'Laatste handeling terugdraaien')
  await expect(balie.getByText('‘Termijn verlengd’ wordt teruggedraaid.')).toBeVisible()
  await balie.getByLabel(/Waarom/).fill('Dit was voor een andere zaak.')
  await balie.getByRole('button', { name: 'Terugdraaien' }).click()
  await expect(balie.getByText('De handeling is teruggedraaid.')).toBeVisible()

  const mijn = await openMijn(browser, 'H. Bakker', { path: `/mijn/zaken/${zaakId}` })
  await expect(mijn.getByRole('heading', { level: 3, name: 'Wij hebben een fout hersteld' })).toBeVisible()
  await expect(mijn.getByText('Dit was voor een andere zaak.')).toBeVisible()
  await expectAccessible(mijn)
})
