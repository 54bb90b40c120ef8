import { expect, type Page } from '@playwright/test'
import { chooseToday, openBalie, openNewZaak, saveBesluit, setNextStatus } from './people.ts'
import { test } from './test.ts'

test('the second of two concurrent behandelaars sees what the first changed, and loses no text', async ({
  browser,
}) => {
  const { zaakId } = await openNewZaak(browser, 'H. Bakker')
  const first = await openBalie(browser, 'F. El Amrani', { path: null })
  const second = await openBalie(browser, 'J. Visser', { path: `/balie/zaken/${zaakId}` })
  await second.getByRole('group', { name: 'Nieuwe status' }).getByRole('radio').first().check()
  await second.getByLabel(/Toelichting voor de aanvrager/).fill('Mijn eigen tekst, die blijft.')

  const status = await setNextStatus(first, zaakId, 'Wij waren eerder.')
  await second.getByRole('button', { name: 'Status opslaan' }).click()

  const alert = second.getByRole('alert').filter({ hasText: 'F. El Amrani' })
  await expect(alert).toContainText(status)
  await expect(alert).toContainText('Wij waren eerder.')
  await expect(second.getByLabel(/Toelichting voor de aanvrager/)).toHaveValue('Mijn eigen tekst, die blijft.')

  await second.getByRole('group', { name: 'Nieuwe status' }).getByRole('radio').first().check()
  await second.getByRole('button', { name: 'Status opslaan' }).click()
  await expect(second.getByText('Opgeslagen.')).toBeVisible()
  await expect(second.getByRole('row').filter({ hasText: 'Mijn eigen tekst, die blijft.' })).toBeVisible()
})

test('a besluit requires a resultaat and its dates, and a closed zaak only allows heropenen', async ({ browser }) => {
  const { mijn, zaakId } = await openNewZaak(browser, 'P. Jansen')
  const balie = await openBalie(browser, 'F. El Amrani', { path: `/balie/zaken/${zaakId}/beslissen` })
  await balie.getByRole('button', { name: 'Besluit opslaan' }).click()
  await expect(balie.getByText(/Kies een resultaat/).first()).toBeVisible()

  await balie
    .getByRole('group', { name: 'Wat besluit u?' })
    .getByRole('radio', { name: /geweigerd/i })
    .check()
  await balie.getByRole('button', { name: 'Besluit opslaan' }).click()
  await expect(balie.getByText('Vul een datum in.').first()).toBeVisible()
  await chooseToday(balie, 'Datum van het besluit')
  await chooseToday(balie, 'Bekendgemaakt op')
  await balie.getByLabel(/Toelichting voor de aanvrager/).fill('De plek is te smal.')
  await saveBesluit(balie)
  await expect(mijn.getByText('De plek is te smal.')).toBeVisible()
  await expect(mijn.getByText(/bezwaar/).first()).toBeVisible()

  const without = await openBalie(browser, 'C. Mulder', { path: `/balie/zaken/${zaakId}` })
  await expect(without.getByRole('button', { name: /heropenen/i })).toHaveCount(0)
  await expect(without.getByRole('button', { name: 'Status opslaan' })).toHaveCount(0)

  await balie.goto(`/balie/zaken/${zaakId}`)
  await balie.getByLabel(/Waarom heropent u de zaak/).fill('Wij kijken opnieuw.')
  await balie.getByRole('button', { name: /heropenen/i }).click()
  await expect(mijn.getByText('Wij kijken opnieuw.')).toBeVisible()
  await expect(mijn.getByRole('heading', { name: 'Zaak heropend' })).toBeVisible()
})

test('without JavaScript the desk sets a status, and shows an error at its field', async ({ browser }) => {
  const { zaakId } = await openNewZaak(browser, 'T. Smit')
  const balie = await openBalie(browser, 'F. El Amrani', { path: `/balie/zaken/${zaakId}`, javaScriptEnabled: false })
  await balie.getByLabel(/Toelichting voor de aanvrager/).fill('Zonder script.')
  await balie.getByRole('button', { name: 'Status opslaan' }).click()
  await expect(balie.getByText(/Kies een (nieuwe )?status/).first()).toBeVisible()
  await expect(balie.getByLabel(/Toelichting voor de aanvrager/)).toHaveValue('Zonder script.')

  await balie.getByRole('group', { name: 'Nieuwe status' }).getByRole('radio').first().check()
  await balie.getByRole('button', { name: 'Status opslaan' }).click()
  await expect(balie.getByText('Opgeslagen.')).toBeVisible()
  await expect(balie.getByRole('row').filter({ hasText: 'Zonder script.' })).toBeVisible()
})

test('search, filters, sorting and page of the werkvoorraad are kept in the URL alone', async ({ browser }) => {
  const balie = await openBalie(browser)
  await expect(balie.getByRole('row')).toHaveCount(26)
  // the rest of the row, and the rows above it, may change meanwhile
  const [first] = (await balie.getByRole('row').nth(1).textContent())?.match(/ZAAK-\d{4}-\d{10}/) ?? []
  const ofFirstPage = balie.getByRole('row').filter({ hasText: first as string })
  await balie.getByRole('link', { name: /Volgende/ }).click()
  await expect(balie).toHaveURL(/cursor=/)
  await expect(ofFirstPage).toHaveCount(0)
  await balie.getByRole('link', { name: /Vorige/ }).click()
  await expect(ofFirstPage).toHaveCount(1)

  await balie.getByText('Meer filters').click()
  await balie.getByRole('combobox', { name: 'Zaaktype' }).selectOption({ label: 'Evenementenvergunning' })
  await balie.getByRole('button', { name: 'Zoeken' }).click()
  await expect(balie).toHaveURL(/zaaktype=APV-EVEN/)
  await expect(balie.getByRole('row').filter({ hasText: 'Evenementenvergunning' })).not.toHaveCount(0)
  await expect(balie.getByRole('row').filter({ hasText: 'Boom kappen' })).toHaveCount(0)

  // Retries, because an incoming change may move the link away from the pointer.
  await expect(async () => {
    await balie.getByRole('link', { name: /Fatale datum/ }).click()
    await expect(balie).toHaveURL(/sorteer=fataledatum/, { timeout: 5000 })
  }).toPass()
  await expect(balie.getByRole('columnheader', { name: /Fatale datum/ })).toHaveAttribute('aria-sort', 'ascending')

  await balie.getByRole('row').nth(1).getByRole('link').click()
  await balie.getByRole('navigation', { name: 'Kruimelpad' }).getByRole('link').click()
  await expect(balie.getByRole('columnheader', { name: /Fatale datum/ })).toHaveAttribute('aria-sort', 'ascending')
  await expect(balie.getByRole('row').filter({ hasText: 'Boom kappen' })).toHaveCount(0)

  await balie.getByLabel(/Zaaknummer, aanvrager/).fill('bestaat-vast-niet')
  await balie.getByRole('button', { name: 'Zoeken' }).click()
  await expect(balie).toHaveURL(/zoek=/)
  await expect(balie.getByRole('link', { name: 'Wis filters' })).toBeVisible()
})

test('a search that finds nothing leads to a word that is written otherwise, and from a BSN to the page for it', async ({
  browser,
}) => {
  const balie = await openBalie(browser, 'C. Mulder')
  const searchFor = async (page: Page, zoek: string) => {
    await page.getByRole('searchbox', { name: 'Zoek een zaak, ook een afgehandelde' }).fill(zoek)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Geen zaken gevonden' })).toBeVisible()
  }
  await searchFor(balie, 'Sintreklaas')
  await balie.getByText('Bedoelde u').getByRole('link', { name: 'Sinterklaas' }).click()
  await expect(balie.getByRole('row').filter({ hasText: 'Intocht van Sinterklaas' }).first()).toBeVisible()

  await searchFor(balie, '999990342')
  await expect(balie.getByText('Dat mag alleen een collega met het recht ‘op BSN zoeken’.')).toBeVisible()
  const mayBsn = await openBalie(browser, 'B. Dekker')
  await searchFor(mayBsn, '9999.90.343')
  await mayBsn.getByRole('main').getByRole('link', { name: 'Zoeken op BSN' }).click()
  await expect(mayBsn.getByRole('heading', { level: 1, name: 'Zoeken op BSN' })).toBeVisible()
  expect(mayBsn.url(), 'no BSN in the address').not.toMatch(/\d{6}/)
})
