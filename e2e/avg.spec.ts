import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './expect-accessible.ts'
import { ORIGIN } from './origins.ts'
import { chooseToday, openBalie, openMijn, openNewZaak, visitUntil } from './people.ts'
import { test } from './test.ts'

/** Formats as `yyyy-mm-dd`, the date format of Swedish. */
const DAY_IN_AMSTERDAM = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' })

/** Every URL that the browser requests or sends as Referer. */
function watchAddresses(page: Page): string[] {
  const addresses: string[] = []
  page.on('request', (request) => addresses.push(request.url(), request.headers().referer ?? ''))
  return addresses
}

test('a searched name is in no URL: reload, sorting, back and a weergave keep working', async ({ browser }) => {
  const balie = await openBalie(browser, 'B. Dekker')
  const addresses = watchAddresses(balie)
  const search = balie.getByRole('searchbox', { name: 'Zoek een zaak, ook een afgehandelde' })
  // no test registers a zaak of hers, so the results do not change
  await search.fill('Vermeulen')
  await search.press('Enter')
  await expect(balie).toHaveURL(/\/balie\?zoek=/)
  await expect(balie.getByRole('link', { name: /‘Vermeulen’/ })).toBeVisible()
  const rows = balie.locator('[data-zaak]')
  const found = await rows.count()
  expect(found).toBeGreaterThan(0)

  await balie.reload()
  await expect(rows).toHaveCount(found)
  await balie.getByRole('link', { name: /Fatale datum/ }).click()
  await expect(balie.getByRole('columnheader', { name: /Fatale datum/ })).toHaveAttribute('aria-sort', 'ascending')
  await expect(rows).toHaveCount(found)
  await rows.first().click()
  await balie.getByRole('navigation', { name: 'Kruimelpad' }).getByRole('link').click()
  await expect(rows).toHaveCount(found)

  await balie.getByLabel(/Zaaknummer, aanvrager/).fill('Vermeulen Kerkplein')
  await balie.getByRole('button', { name: 'Zoeken' }).click()
  await expect(balie.getByRole('link', { name: /‘Vermeulen Kerkplein’/ })).toBeVisible()
  await balie.goBack()
  await expect(balie.getByRole('link', { name: /‘Vermeulen’/ })).toBeVisible()
  await expect(rows).toHaveCount(found)

  await balie.getByText('Weergaven', { exact: true }).click()
  await balie.getByLabel('Naam').fill('Van Vermeulen')
  await balie.getByRole('button', { name: 'Bewaar', exact: true }).click()
  await expect(balie.getByText('De weergave is bewaard.')).toBeVisible()
  await balie.goto('/balie')
  await balie.getByText('Weergaven', { exact: true }).click()
  await balie.getByRole('link', { name: 'Van Vermeulen' }).click()
  await expect(rows).toHaveCount(found)

  expect(addresses.filter((address) => /vermeulen/i.test(decodeURIComponent(address)))).toEqual([])
})

test('a search id of another sessie finds nothing, and neither does a name in the URL', async ({ browser }) => {
  const [dekker, visser] = [
    await openBalie(browser, 'B. Dekker'),
    await openBalie(browser, 'J. Visser', { path: null }),
  ]
  await dekker.getByLabel(/Zaaknummer, aanvrager/).fill('Vries')
  await dekker.getByRole('button', { name: 'Zoeken' }).click()
  await expect(dekker).toHaveURL(/zoek=/)
  for (const address of [dekker.url(), '/balie?zoek=Vries']) {
    await visser.goto(address)
    await expect(visser).toHaveURL(/\/balie\?gedaan=zoek_verlopen$/)
    await expect(visser.getByText('Wat u eerder zocht, weten wij niet meer.')).toBeVisible()
  }
})

test('zaken are found by BSN with the right and a purpose, inzage lists that search, and others see neither page', async ({
  browser,
}) => {
  const dekker = await openBalie(browser, 'B. Dekker')
  const addresses = watchAddresses(dekker)
  await dekker.getByRole('link', { name: 'Zoeken op BSN' }).click()
  await expect(dekker.getByLabel('BSN', { exact: true })).toBeVisible()
  await expectAccessible(dekker)
  await dekker.getByLabel('BSN', { exact: true }).fill('999990343')
  await dekker.getByRole('button', { name: 'Zoek zaken' }).click()
  await expect(dekker.getByRole('alert').getByText('Kies waarvoor u zoekt.')).toBeVisible()
  await dekker.getByLabel('BSN', { exact: true }).fill('9999.90.342')
  await dekker.getByLabel('Waarvoor zoekt u?').selectOption('De persoon belt, mailt of staat aan de balie')
  await dekker.getByRole('button', { name: 'Zoek zaken' }).click()
  await expect(dekker.getByText(/zaken? gevonden\./)).toBeFocused()
  await expectAccessible(dekker)
  await dekker.getByRole('table').getByRole('link').first().click()
  await expect(dekker.getByRole('navigation', { name: 'Kruimelpad' })).toBeVisible()
  expect(addresses.filter((address) => /999990342|9999\.90/.test(address))).toEqual([])

  const vos = await openBalie(browser, 'H. Vos', { path: '/balie/inzage' })
  await vos.getByLabel('BSN', { exact: true }).fill('999990342')
  await vos.getByRole('button', { name: 'Toon wie er keek' }).click()
  await expect(vos.getByText(/regels? gevonden/)).toBeFocused()
  const newest = vos.getByRole('row').filter({ hasText: 'Gezocht op BSN' }).first()
  await expect(newest).toContainText('Een medewerker van team Omgeving')
  await expect(newest).toContainText('De persoon belt, mailt of staat aan de balie')
  await expect(vos.getByRole('table')).not.toContainText('Dekker')
  await expectAccessible(vos)
  const [file] = await Promise.all([
    vos.waitForEvent('download'),
    vos.getByRole('button', { name: 'Download voor een spreadsheet (CSV)' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('wie-keek-er.csv')

  await vos.goto('/balie/zoeken/bsn')
  await expect(vos.getByRole('heading', { level: 1 })).toHaveText('Deze pagina is er niet voor u')
  await dekker.goto('/balie/inzage')
  await expect(dekker.getByRole('heading', { level: 1 })).toHaveText('Deze pagina is er niet voor u')
})

test('an aanvrager who is not reached digitally gets a letter, as PDF and document, and reads when it was sent', async ({
  browser,
}) => {
  const { zaakId } = await openNewZaak(browser, 'P. Jansen')
  const balie = await openBalie(browser, 'F. El Amrani', { path: `/balie/zaken/${zaakId}/gegevens` })
  await balie.getByLabel(/Postadres/).fill('Kerkplein 1\n1234 AB Voorbeeld')
  await balie.getByLabel(/Waarom\?/).fill('De aanvrager belde zijn adres door.')
  await expectAccessible(balie)
  await balie.getByRole('button', { name: 'Gegevens verbeteren' }).click()
  await expect(balie.getByText('Kerkplein 1')).toBeVisible()
  await visitUntil(balie, balie.getByText(/Gebruikt(e)? Mijn zaken/))
  await balie.getByRole('link', { name: /een brief$/ }).click()
  await expect(balie.getByText('1234 AB Voorbeeld')).toBeVisible()
  await expectAccessible(balie)
  await expect(async () => {
    // the script fills in the chosen standaardtekst
    await balie.getByLabel('Standaardtekst').selectOption('Alles compleet')
    await expect(balie.getByLabel('Kop')).toHaveValue('Alles compleet', { timeout: 1_000 })
  }).toPass()
  await balie.getByLabel('Kop').fill('Uw aanvraag is compleet')
  const written = {
    kop: await balie.getByLabel('Kop').inputValue(),
    tekst: await balie.getByLabel('Tekst', { exact: true }).inputValue(),
  }
  const sent = { headers: { Origin: ORIGIN }, form: written }
  const pdf = await balie.request.post(`/balie/zaken/${zaakId}/brief/pdf`, sent)
  expect(pdf.headers()['content-type']).toBe('application/pdf')
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')

  await balie.getByRole('button', { name: 'Voeg toe als document' }).click()
  await expect(balie.getByLabel('Titel, zoals de aanvrager die leest')).toHaveValue('Uw aanvraag is compleet')
  await balie.getByLabel('Soort document').selectOption({ label: 'Brief' })
  await chooseToday(balie, 'Datum van het document')
  await balie.getByRole('button', { name: 'Document toevoegen' }).click()
  await expect(balie.getByRole('status').filter({ hasText: 'Het document is toegevoegd.' })).toBeVisible()
  await expect(balie.getByRole('link', { name: 'Uw aanvraag is compleet' })).toBeVisible()

  await balie.goto(`/balie/zaken/${zaakId}/brief`)
  await balie.getByRole('link', { name: 'Leg vast dat u de brief per post verstuurde' }).click()
  await balie.getByLabel('Op welke dag ging de brief op de post?').fill(DAY_IN_AMSTERDAM.format(new Date()))
  await balie.getByRole('button', { name: 'Vastleggen' }).click()
  await expect(balie.getByText('In het verloop staat wanneer u de brief verstuurde.')).toBeVisible()

  const lezer = await openBalie(browser, 'L. Jansen', { path: null })
  expect((await lezer.request.post(`/balie/zaken/${zaakId}/brief/pdf`, sent)).status()).toBe(404)
  const mijn = await openMijn(browser, 'P. Jansen', { path: `/mijn/zaken/${zaakId}` })
  await expect(mijn.getByText(/Wij stuurden u op .* een brief\./)).toBeVisible()
})
