import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './expect-accessible.ts'
import { openAct, openBalie, openBesluit, openMijn, openNewZaak, registerZaak, saveBesluit } from './people.ts'
import { test } from './test.ts'

const daysAgo = (days: number) => {
  const day = new Date(Date.now() - days * 86_400_000)
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(day)
}

async function openActOf(balie: Page, zaakId: string, titel: string) {
  await balie.goto(`/balie/zaken/${zaakId}`)
  await openAct(balie, titel)
  await expect(balie.getByRole('heading', { level: 1, name: titel })).toBeVisible()
}

test('doorzenden of a part and then of the whole zaak shows the citizen at once to whom', async ({ browser }) => {
  const { mijn, zaakId } = await openNewZaak(browser, 'M. Yilmaz')
  const balie = await openBalie(browser, 'F. El Amrani', { path: null })
  await openActOf(balie, zaakId, 'Doorzenden')
  await balie.getByRole('button', { name: 'Doorzenden' }).click()
  await expect(balie.getByRole('main').getByRole('alert').first()).toContainText('Kies wat u doorzendt')
  await balie.getByLabel('Naar welk bestuursorgaan?').fill('het waterschap Vallei en Veluwe')
  await balie.getByLabel('Doorgezonden op').fill(daysAgo(0))
  await balie.getByLabel('Wat zendt u door?').selectOption({ label: 'Een deel van de aanvraag' })
  await expectAccessible(balie)
  await balie.getByRole('button', { name: 'Doorzenden' }).click()
  await expect(balie.getByRole('status').filter({ hasText: 'De aanvraag is doorgezonden.' })).toBeVisible()
  await expect(balie.getByText('Voor een deel doorgezonden')).toBeVisible()
  await expect(mijn.getByText(/een deel van uw aanvraag op .* door naar het waterschap Vallei en Veluwe/)).toBeVisible()

  await openActOf(balie, zaakId, 'Doorzenden')
  await balie.getByLabel('Naar welk bestuursorgaan?').fill('de provincie Utrecht')
  await balie.getByLabel('Doorgezonden op').fill(daysAgo(0))
  await balie.getByLabel('Wat zendt u door?').selectOption({ label: 'De hele aanvraag' })
  await balie.getByRole('button', { name: 'Doorzenden' }).click()
  await expect(balie.getByText('Aanvraag doorgestuurd').first()).toBeVisible()
  await expect(mijn.getByText(/Wij stuurden uw aanvraag op .* door naar de provincie Utrecht/)).toBeVisible()
  await expectAccessible(mijn)
})

test('an aanvraag not decided in time is granted by operation of law, announced, and closed', async ({ browser }) => {
  test.slow()
  const { zaakId } = await registerZaak({
    naam: 'M. Yilmaz',
    zaaktype: 'PARK-BEW',
    startdatum: daysAgo(20),
  })
  const mijn = await openMijn(browser, 'M. Yilmaz', { path: `/mijn/zaken/${zaakId}` })
  // the worker checks every minute
  await expect(mijn.getByText('Uw aanvraag is volgens de wet goedgekeurd.').first()).toBeVisible({ timeout: 180_000 })
  await expect(mijn.getByText(/Wij sturen u dit uiterlijk/)).toBeVisible()
  await expectAccessible(mijn)

  const balie = await openBalie(browser, 'F. El Amrani', { path: `/balie/zaken/${zaakId}` })
  await expect(balie.getByText(/van rechtswege verleend, en geldt vanaf/)).toBeVisible()
  await expect(balie.getByText('er geldt een besluit')).toBeVisible()
  await openActOf(balie, zaakId, 'Van rechtswege verleend: bekendmaken')
  await balie.getByLabel('Bekendgemaakt op').fill(daysAgo(0))
  await expectAccessible(balie)
  await balie.getByRole('button', { name: 'Bekendmaking vastleggen' }).click()
  await expect(balie.getByRole('status').filter({ hasText: 'Het besluit is bekendgemaakt.' })).toBeVisible()
  await expect(balie.getByRole('table', { name: 'Besluiten' })).toContainText('Van rechtswege (Awb 4:20b)')
  await expect(mijn.getByText('Door de wet, omdat wij niet op tijd beslisten.')).toBeVisible()

  await openBesluit(balie, zaakId, /verleend/i)
  await balie.getByRole('radio', { name: /er is geen nieuw besluit/ }).check()
  await saveBesluit(balie)
  await expect(mijn.getByText('U krijgt de parkeervergunning.')).toBeVisible()
})

test('a late besluit: the dwangsom is set by besluit, or the reason why none is due', async ({ browser }) => {
  const { zaakId } = await registerZaak({ naam: 'T. Smit', startdatum: daysAgo(250) })
  const balie = await openBalie(browser, 'F. El Amrani', { path: null })
  await openActOf(balie, zaakId, 'Ingebrekestelling is binnen')
  await balie.getByLabel('De ingebrekestelling kwam binnen op').fill(daysAgo(100))
  await balie.getByRole('button', { name: 'Ingebrekestelling vastleggen' }).click()
  await expect(balie.getByText(/De dwangsom is €\s1\.442/)).toBeVisible()

  await openActOf(balie, zaakId, 'Dwangsom vaststellen')
  await expect(balie.getByLabel('Wat besluit u?')).toHaveValue('')
  await balie.getByLabel('Wat besluit u?').selectOption('onredelijk_laat')
  await balie.getByLabel('Bekendgemaakt op').fill(daysAgo(0))
  await expect(balie.getByText(/U krijgt geen vergoeding/).first()).toBeVisible()
  await expectAccessible(balie)
  await balie.getByLabel('Wat besluit u?').selectOption('betalen')
  await balie.getByRole('button', { name: 'Dwangsom vaststellen' }).click()
  await expect(balie.getByText(/Over de dwangsom is besloten: €\s1\.442/)).toBeVisible()

  const mijn = await openMijn(browser, 'T. Smit', { path: `/mijn/zaken/${zaakId}` })
  await expect(mijn.getByText(/Daarom krijgt u €\s1\.442 van ons/)).toBeVisible()
})

test('an earlier date of receipt moves the terms, the citizen reads why, and a note is corrected', async ({
  browser,
}) => {
  const { mijn, zaakId } = await openNewZaak(browser, 'M. Yilmaz')
  const balie = await openBalie(browser, 'F. El Amrani', { path: null })
  await openActOf(balie, zaakId, 'Gegevens verbeteren')
  await balie.getByLabel('Ingediend op').fill(daysAgo(4))
  await balie.getByLabel(/Dit lezen alleen collega’s/).fill('Stempel op de brief.')
  await balie.getByRole('button', { name: 'Gegevens verbeteren' }).click()
  await expect(balie.getByRole('main').getByRole('alert').first()).toContainText('De aanvrager leest dit.')
  await balie.getByLabel(/Toelichting voor de aanvrager/).fill('Uw brief kwam eerder binnen.')
  await balie.getByRole('button', { name: 'Gegevens verbeteren' }).click()
  await expect(balie.getByRole('row').filter({ hasText: 'Stempel op de brief.' })).toContainText('Fatale datum')
  await expect(mijn.getByText('Uw brief kwam eerder binnen.').first()).toBeVisible()
  await expect(mijn.getByText(/U hoort uiterlijk .* van ons\. Eerst was dat/)).toBeVisible()

  await balie.getByLabel('Notitie voor collega’s').fill('Gebeld met nummer 7.')
  await balie.getByRole('button', { name: 'Notitie bewaren' }).click()
  await balie.getByRole('link', { name: 'Verbeter deze notitie' }).click()
  await expect(balie.getByRole('heading', { level: 1, name: 'Notitie verbeteren' })).toBeVisible()
  await balie.getByLabel('Notitie voor collega’s').fill('Gebeld met nummer 9.')
  await balie.getByLabel(/Dit lezen alleen collega’s/).fill('Verkeerd nummer.')
  await expectAccessible(balie)
  await balie.getByRole('button', { name: 'Notitie verbeteren' }).click()
  await expect(balie.getByRole('row').filter({ hasText: 'Gebeld met nummer 9.' })).toContainText('Verkeerd nummer.')
  await expect(balie.getByRole('row').filter({ hasText: 'Gebeld met nummer 7.' })).toContainText('Dit klopte niet.')
})

test('an ontwerp recorded days after its terinzagelegging, without zienswijzen, shows the citizen the earlier day', async ({
  browser,
}) => {
  const naam = 'M. Yilmaz'
  const { zaakId } = await registerZaak({ naam, zaaktype: 'OMG-UITG', startdatum: daysAgo(90) })
  const balie = await openBalie(browser, 'F. El Amrani', { path: `/balie/zaken/${zaakId}` })
  await balie.getByRole('radio', { name: /Ontwerpbesluit ter inzage/ }).check()
  await balie.getByLabel(/Ontwerp ter inzage gelegd op/).fill(daysAgo(50))
  await expectAccessible(balie)
  await balie.getByRole('button', { name: 'Status opslaan' }).click()
  await expect(balie.getByText(/Leg vast of er zienswijzen kwamen\./)).toBeVisible()
  await openActOf(balie, zaakId, 'Vastleggen of zienswijzen kwamen')
  await balie.getByLabel('Kwamen er zienswijzen?').selectOption({ label: 'Nee, geen' })
  await expectAccessible(balie)
  await balie.getByRole('button', { name: 'Vastleggen' }).click()
  await expect(balie.getByText('Zienswijzen vastgelegd').first()).toBeVisible()
  const mijn = await openMijn(browser, naam, { path: `/mijn/zaken/${zaakId}` })
  await expect(mijn.getByText('Reageren op ons ontwerpbesluit kan niet meer').first()).toBeVisible()
  await expectAccessible(mijn)
})

test('a last day with fewer than five working days needs confirmation', async ({ browser }) => {
  const { zaakId } = await registerZaak({ naam: 'M. Yilmaz' })
  const balie = await openBalie(browser, 'F. El Amrani', { path: null })
  await openActOf(balie, zaakId, 'Aanvulling vragen')
  await balie.getByLabel('Laatste dag om het te sturen').fill(daysAgo(-3))
  await balie.getByLabel('Wat mist u?').first().fill('Plattegrond')
  await balie.getByRole('button', { name: 'Aanvulling vragen' }).click()
  await balie.getByLabel('Ja, deze korte termijn is genoeg').check()
  await expectAccessible(balie)
  await balie.getByRole('button', { name: 'Aanvulling vragen' }).click()
  await expect(balie.getByText('Opgeslagen. De aanvrager ziet direct wat u vraagt.')).toBeVisible()
})
