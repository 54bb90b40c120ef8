import { expect } from '@playwright/test'
import { DEMO_BURGERS } from '#demo/stage/demo-burgers.ts'
import { expectAccessible } from './expect-accessible.ts'
import { openMijn } from './people.ts'
import { test } from './test.ts'

/**
 * The seeded zaken of each citizen. Zaken that other tests register come above them in the list, and change
 * meanwhile.
 */
const ZAKEN: Record<string, string[]> = {
  'J. de Vries': ['Zomerfeest Kerkplein', 'Parkeerkaart passagier', 'Tweede auto zone Centrum'],
  'H. Bakker': ['Buurtbarbecue Rozenplein', 'Feesttent op straat, Rozenplein', 'Burendag Rozenplein'],
  'M. Yilmaz': ['Nieuw café aan de Havenkade', 'Terras aan de Havenkade'],
  'P. Jansen': ['Aanbouw achter de woning, Beukenlaan 7', 'Kap berk achtertuin, Beukenlaan 7'],
  'S. El Ouali': ['Standplaats bloemen, Stationsplein', 'Iftar in het Wilhelminapark', 'Standplaats oliebollen, Markt'],
  'K. van Dijk': ['Carport naast de woning, Iepenhof 12', 'Inrit, Iepenhof 12', 'Straatfeest Iepenhof'],
  'L. Pinas': ['Twee appartementen boven winkel, Kerkstraat 25', 'Kap kastanje achter Kerkstraat 25'],
  'R. Hendriks': ['Dakkapel aan de voorkant, Molenstraat 18', 'Kap eik, Molenstraat 18', 'Inrit voor laadpaal'],
  'A. Kaya': ['Foodtruckfestival aan de haven', 'Standplaats koffie, Stationsplein', 'Standplaats kerstbomen'],
  'T. Smit': ['Schuur vervangen, Zandpad 3', 'Openluchtfilm in het Wilhelminapark', 'Parkeervergunning zone Haven'],
  'N. Wong': ['Lunchroom in de oude bibliotheek', 'Verbouwing rijksmonument', 'Reclame aan rijksmonument'],
  'D. Meijer': [],
}

test('the sign-in page describes the story of each citizen', async ({ page }) => {
  await page.goto('/mijn/inloggen')
  expect(DEMO_BURGERS.map(({ naam }) => naam)).toEqual(Object.keys(ZAKEN))
  for (const { id } of DEMO_BURGERS) {
    await expect(page.locator(`button[name=persoon][value=${id}] span`)).toHaveText(/\S+ \S+ \S+/)
  }
})

for (const [naam, zaken] of Object.entries(ZAKEN)) {
  test(`the pages of ${naam} are accessible on a phone and on a desktop`, async ({ browser }) => {
    const mijn = await openMijn(browser, naam)
    await expectAccessible(mijn)
    const links = mijn.getByRole('main').locator('a[href^="/mijn/zaken/"]')
    const addresses: string[] = []
    for (const omschrijving of zaken) {
      addresses.push((await links.filter({ hasText: omschrijving }).first().getAttribute('href')) as string)
    }
    for (const path of addresses) {
      await mijn.goto(path)
      await expect(mijn.getByRole('heading', { level: 1 })).toBeVisible()
      await expectAccessible(mijn)
    }
  })
}

test('a citizen without zaken reads what will appear there, and more than ten zaken are a table by year', async ({
  browser,
}) => {
  // no test registers a zaak for him
  const none = await openMijn(browser, 'D. Meijer')
  await expect(none.getByText('U heeft nog geen zaken.')).toBeVisible()
  await none.goto('/mijn/berichten')
  await expect(none.getByText('U heeft nog geen berichten.')).toBeVisible()

  const many = await openMijn(browser, 'A. Kaya')
  await expect(many.getByRole('table').first()).toBeVisible()
  await expect(many.getByText(/^\d{4} \(\d+\)$/).nth(3)).toBeVisible()
  await many.getByRole('searchbox').fill('steiger')
  await many.keyboard.press('Enter')
  await expect(many.getByRole('link', { name: 'Steiger op de stoep, Havenkade 14' })).toBeVisible()
})

test('the mailbox shows mails in the language of each recipient', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage()
  await expect(async () => {
    await page.goto('/demo/post')
    for (const burger of ['n-wong', 'a-kaya', 't-smit']) {
      const mails = page.getByRole('listitem').filter({ hasText: `Aan ${burger}@voorbeeld.example,` })
      await expect(mails.nth(1)).toBeVisible({ timeout: 1_000 })
    }
  }).toPass()
})
