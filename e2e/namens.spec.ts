import { expect, type Page, test } from '@playwright/test'
import { DEMO_BEDRIJF, DEMO_VADER, DEMO_VESTIGING } from '#lib/demo/demo-gemachtigden.ts'
import { expectAccessible } from './expect-accessible.ts'
import { openMijn } from './people.ts'

const GEVEL = 'Nieuwe gevel bakkerij, Korenmarkt 3'
const WAGEN = 'Verkoopwagen bij het station'
const PARKEERKAART = 'Parkeerkaart bestuurder'

const openZaak = (mijn: Page, name: string) => mijn.getByRole('link', { name }).click()
const namens = (mijn: Page) => mijn.getByText(/^U bent ingelogd namens/)

for (const javaScriptEnabled of [true, false]) {
  const way = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  test(`two people of one company see the same zaken, and what the other did: ${way}`, async ({ browser }) => {
    const naam = javaScriptEnabled ? ['J. Smit', 'F. Aydin'] : ['F. Aydin', 'J. Smit']
    const thing = javaScriptEnabled ? 'Tekening van de gevel' : 'Foto van de gevel nu'
    const smit = await openMijn(browser, naam[0] as string, { javaScriptEnabled })
    await expect(namens(smit)).toHaveText(`U bent ingelogd namens ${DEMO_BEDRIJF.naam}`)
    if (javaScriptEnabled) await expectAccessible(smit)
    await openZaak(smit, GEVEL)
    await expect(namens(smit)).toBeVisible()
    await expect(smit.getByText(`U doet dit namens ${DEMO_BEDRIJF.naam}`)).toBeVisible()
    await smit.getByRole('button', { name: `Ik heb dit gestuurd ${thing}` }).click()
    const said = smit.getByRole('listitem').filter({ hasText: `U meldde dat u dit heeft gestuurd: ${thing}.` })
    await expect(said).not.toContainText('collega')

    const aydin = await openMijn(browser, naam[1] as string, { javaScriptEnabled })
    await openZaak(aydin, GEVEL)
    const heard = aydin.getByRole('listitem').filter({ hasText: `Gemeld als gestuurd: ${thing}.` })
    await expect(heard).toContainText('Dit deed een collega van u.')
    if (javaScriptEnabled) await expectAccessible(aydin)
  })

  test(`one vestiging is chosen and left, and it always says for whom: ${way}`, async ({ browser }) => {
    const mijn = await openMijn(browser, 'J. Smit', { javaScriptEnabled })
    await expect(mijn.getByRole('link', { name: WAGEN })).toHaveCount(0)
    await mijn.getByRole('button', { name: `Kies vestiging ${DEMO_VESTIGING.vestigingsnummer}` }).click()
    await expect(namens(mijn)).toHaveText(
      `U bent ingelogd namens ${DEMO_BEDRIJF.naam}, vestiging ${DEMO_VESTIGING.vestigingsnummer}`,
    )
    await expect(mijn.getByRole('link', { name: WAGEN })).toBeVisible()
    await expect(mijn.getByRole('link', { name: GEVEL })).toHaveCount(0)
    await mijn.getByRole('button', { name: 'Het hele bedrijf' }).click()
    await expect(namens(mijn)).toHaveText(`U bent ingelogd namens ${DEMO_BEDRIJF.naam}`)
    await expect(mijn.getByRole('link', { name: GEVEL })).toBeVisible()
  })
}

test('who may act for one vestiging only has no other to choose', async ({ browser }) => {
  const mijn = await openMijn(browser, 'M. Bos')
  await expect(mijn.getByRole('link', { name: WAGEN })).toBeVisible()
  await expect(mijn.getByRole('link', { name: GEVEL })).toHaveCount(0)
  await expect(mijn.getByRole('button', { name: 'Het hele bedrijf' })).toHaveCount(0)
})

test('a daughter sees the zaken of her father and answers, and the rest is his alone', async ({ browser }) => {
  const mijn = await openMijn(browser, /L\. Pinas\s*Namens W\. Pinas/)
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

  await mijn.getByRole('button', { name: 'Wissel' }).click()
  await expect(mijn.getByRole('status')).toContainText('kies voor wie u iets wilt regelen')
  await expectAccessible(mijn)
  await mijn.getByRole('button', { name: 'L. Pinas' }).first().click()
  await expect(mijn.getByRole('heading', { level: 1, name: 'Mijn zaken', exact: true })).toBeVisible()
  await expect(namens(mijn)).toHaveCount(0)
  expect((await mijn.goto(zaak))?.status()).toBe(404)
  await mijn.getByRole('button', { name: 'Namens een ander' }).click()
  await expect(mijn.getByRole('heading', { level: 1, name: 'Inloggen op Mijn zaken' })).toBeVisible()
})
