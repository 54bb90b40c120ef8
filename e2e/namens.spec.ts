import { expect, type Page } from '@playwright/test'
import { DEMO_BEDRIJF, DEMO_VADER, DEMO_VESTIGING } from '#demo/stage/demo-gemachtigden.ts'
import { expectAccessible } from './expect-accessible.ts'
import { openBalie, openBlok, openZaak as openById, openMijn, registerZaak, visitUntil } from './people.ts'
import { test } from './test.ts'

const GEVEL = 'Nieuwe gevel bakkerij, Korenmarkt 3'
const WAGEN = 'Verkoopwagen bij het station'
const PARKEERKAART = 'Parkeerkaart bestuurder'

const OF_VESTIGING = `U bent ingelogd namens ${DEMO_BEDRIJF.naam}, vestiging ${DEMO_VESTIGING.vestigingsnummer}`

const openZaak = (mijn: Page, name: string) => mijn.getByRole('link', { name }).click()
const namens = (mijn: Page) => mijn.getByText(/^U bent ingelogd namens/)

async function chooseVestiging(mijn: Page) {
  await mijn.getByRole('button', { name: `Kies vestiging ${DEMO_VESTIGING.vestigingsnummer}` }).click()
  await expect(namens(mijn)).toHaveText(OF_VESTIGING)
}

async function openTab(mijn: Page, path: string): Promise<Page> {
  const tab = await mijn.context().newPage()
  await tab.goto(path)
  await tab.waitForLoadState()
  return tab
}

for (const javaScriptEnabled of [true, false]) {
  const way = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  test(`two people of one company see the same zaken and each other's acts: ${way}`, async ({ browser }) => {
    const naam = javaScriptEnabled ? ['J. Smit', 'F. Aydin'] : ['F. Aydin', 'J. Smit']
    const thing = javaScriptEnabled ? 'Tekening van de gevel' : 'Foto van de gevel nu'
    const smit = await openMijn(browser, naam[0] as string, { javaScriptEnabled })
    await expect(namens(smit)).toHaveText(`U bent ingelogd namens ${DEMO_BEDRIJF.naam}`)
    if (javaScriptEnabled) await expectAccessible(smit)
    await openZaak(smit, GEVEL)
    await expect(namens(smit)).toBeVisible()
    await expect(smit.getByText(`U doet dit namens ${DEMO_BEDRIJF.naam}`)).toBeVisible()
    await smit.getByRole('link', { name: `Ik heb dit gestuurd ${thing}` }).click()
    await expect(smit.getByText(`U doet dit namens ${DEMO_BEDRIJF.naam}`)).toBeVisible()
    await smit.getByRole('button', { name: 'Ja, ik heb dit gestuurd' }).click()
    const said = smit.getByRole('listitem').filter({ hasText: `U meldde dat u dit heeft gestuurd: ${thing}.` })
    await expect(said).not.toContainText('collega')

    const aydin = await openMijn(browser, naam[1] as string, { javaScriptEnabled })
    await openZaak(aydin, GEVEL)
    const heard = aydin.getByRole('listitem').filter({ hasText: `Gemeld als gestuurd: ${thing}.` })
    await expect(heard).toContainText('Dit deed een collega van u.')
    if (javaScriptEnabled) await expectAccessible(aydin)
  })

  test(`a company chooses one vestiging and returns to all, and the page always names the choice: ${way}`, async ({
    browser,
  }) => {
    const mijn = await openMijn(browser, 'J. Smit', { javaScriptEnabled, anew: true })
    await expect(mijn.getByRole('link', { name: WAGEN })).toHaveCount(0)
    await chooseVestiging(mijn)
    await expect(mijn.getByRole('link', { name: WAGEN })).toBeVisible()
    await expect(mijn.getByRole('link', { name: GEVEL })).toHaveCount(0)
    await mijn.getByRole('button', { name: 'Het hele bedrijf' }).click()
    await expect(namens(mijn)).toHaveText(`U bent ingelogd namens ${DEMO_BEDRIJF.naam}`)
    await expect(mijn.getByRole('link', { name: GEVEL })).toBeVisible()
  })
}

test('a sign-in for one vestiging offers no other', async ({ browser }) => {
  const mijn = await openMijn(browser, 'M. Bos')
  await expect(mijn.getByRole('link', { name: WAGEN })).toBeVisible()
  await expect(mijn.getByRole('link', { name: GEVEL })).toHaveCount(0)
  await expect(mijn.getByRole('button', { name: 'Het hele bedrijf' })).toHaveCount(0)
})

test('after a switch to a vestiging the other open tabs show it, and nothing of the former choice', async ({
  browser,
}) => {
  const live = await openMijn(browser, 'J. Smit', { anew: true })
  await expect(live.getByText('Deze pagina werkt zichzelf bij')).toBeVisible()
  await expect(live.getByRole('link', { name: GEVEL })).toBeVisible()
  const voorkeuren = await openTab(live, '/mijn')
  await expect(voorkeuren.getByText('Deze pagina werkt zichzelf bij')).toBeVisible()
  await voorkeuren.getByRole('link', { name: 'Voorkeuren' }).click()
  await expect(voorkeuren.getByRole('heading', { level: 1, name: 'Voorkeuren' })).toBeVisible()
  const gegevens = await openTab(live, '/mijn/gegevens')

  await chooseVestiging(await openTab(live, '/mijn'))

  // its live stream restarted for the vestiging, or was refused during the switch
  await expect(live.getByRole('link', { name: GEVEL })).toHaveCount(0)
  // this page has no live stream; it checks when it becomes visible
  await voorkeuren.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))
  await expect(namens(voorkeuren)).toHaveText(OF_VESTIGING)
  // client-side navigation would keep the layout
  await gegevens.getByRole('navigation').getByRole('link', { name: 'Berichten' }).click()
  await expect(namens(gegevens)).toHaveText(OF_VESTIGING)
})

test('without JavaScript an open tab from before a switch changes nothing for the new choice', async ({ browser }) => {
  const mijn = await openMijn(browser, 'J. Smit', { javaScriptEnabled: false, anew: true })
  const voorkeuren = await openTab(mijn, '/mijn/voorkeuren')
  await openBlok(voorkeuren, 'Uw e-mailadres')
  const field = voorkeuren.getByRole('textbox', { name: 'E-mailadres', exact: true })
  await chooseVestiging(mijn)

  await field.fill('iemand-anders@voorbeeld.example')
  await voorkeuren.getByRole('button', { name: 'E-mailadres opslaan' }).click()
  await expect(voorkeuren.getByRole('status').getByText(/^Wij hebben niets veranderd\./)).toBeVisible()
  await expect(namens(voorkeuren)).toHaveText(OF_VESTIGING)
  await openBlok(voorkeuren, 'Uw e-mailadres')
  await expect(field).not.toHaveValue('iemand-anders@voorbeeld.example')
})

test('a daughter sees and answers the zaken of her father, and his other pages are closed to her', async ({
  browser,
}) => {
  const mijn = await openMijn(browser, /L\. Pinas\s*Namens W\. Pinas/, { anew: true })
  await expect(namens(mijn)).toHaveText(`U bent ingelogd namens ${DEMO_VADER.naam}`)
  await expect(mijn.getByRole('link', { name: 'Voorkeuren' })).toHaveCount(0)
  await expect(mijn.getByRole('link', { name: 'Mijn gegevens' })).toHaveCount(0)
  for (const path of ['/mijn/voorkeuren', '/mijn/gegevens']) {
    await mijn.goto(path)
    await expect(mijn.getByRole('heading', { level: 1, name: 'Dit kunt u niet voor een ander doen' })).toBeVisible()
    await expect(namens(mijn)).toBeVisible()
  }
  await expectAccessible(mijn)
  expect((await mijn.request.get('/api/publieksportaal/gegevens')).status()).toBe(403)

  await mijn.goto('/mijn')
  await openZaak(mijn, PARKEERKAART)
  await expect(mijn.getByRole('heading', { level: 1, name: PARKEERKAART })).toBeVisible()
  const zaak = mijn.url()
  await mijn.getByRole('link', { name: 'Aanvraag intrekken' }).click()
  await expect(mijn.getByText(`U doet dit namens ${DEMO_VADER.naam}`)).toBeVisible()
  await expectAccessible(mijn)

  await mijn.getByRole('link', { name: 'Wissel' }).click()
  await mijn.getByRole('button', { name: 'Log uit en kies' }).click()
  await expect(mijn.getByRole('status')).toContainText('kies voor wie u iets wilt regelen')
  await expectAccessible(mijn)
  await mijn.getByRole('button', { name: 'L. Pinas' }).first().click()
  await expect(mijn.getByRole('heading', { level: 1, name: 'Mijn zaken', exact: true })).toBeVisible()
  await expect(namens(mijn)).toHaveCount(0)
  expect((await mijn.goto(zaak))?.status()).toBe(404)
  await mijn.getByRole('link', { name: 'Namens een ander' }).click()
  await expect(mijn.getByText('Wij loggen u eerst uit.')).toBeVisible()
  await expectAccessible(mijn)
  await mijn.getByRole('link', { name: 'Nee, blijf ingelogd' }).click()
  await expect(mijn.getByRole('heading', { level: 1, name: 'Mijn zaken', exact: true })).toBeVisible()
  await mijn.getByRole('link', { name: 'Namens een ander' }).click()
  await mijn.getByRole('button', { name: 'Log uit en kies' }).click()
  await expect(mijn.getByRole('heading', { level: 1, name: 'Inloggen op Mijn zaken' })).toBeVisible()
})

test('a view by a daughter is shown at the desk as seen by a gemachtigde, and not by her father', async ({
  browser,
}) => {
  const mijn = await openMijn(browser, /L\. Pinas\s*Namens W\. Pinas/, { anew: true })
  const { zaakId, omschrijving } = await registerZaak(DEMO_VADER)
  await openById(mijn, zaakId)
  await expect(mijn.getByRole('heading', { level: 1, name: omschrijving })).toBeVisible()
  const balie = await openBalie(browser, 'F. El Amrani', { path: null })
  await visitUntil(balie, balie.getByText(/^Gezien door een gemachtigde op/), `/balie/zaken/${zaakId}`)
  await expect(balie.getByText(/^Gezien door de aanvrager op/)).toHaveCount(0)
})
