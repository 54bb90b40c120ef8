import { expect } from '@playwright/test'
import { DEMO_ZAAK_ID } from '#demo/stage/demo-zaak.ts'
import { LIVE_EVENT } from '#lib/contract/live-message.ts'
import { expectAccessible, expectFits } from './expect-accessible.ts'
import { changeStatus, openBalie, openMijn, openNewZaak, registerZaak, setNextStatus, visitUntil } from './people.ts'
import { test } from './test.ts'

test('a citizen without JavaScript sees the complete page, current at load', async ({ browser }) => {
  const { mijn, zaakId } = await openNewZaak(browser, 'M. Yilmaz', { javaScriptEnabled: false })
  await expect(mijn.getByText(/U hoort uiterlijk|U moet|U kunt|Stuur ons uiterlijk/).first()).toBeVisible()

  const balie = await openBalie(browser, 'F. El Amrani', { path: null })
  const status = await setNextStatus(balie, zaakId, 'Dit leest u na het laden.')
  await expect(balie.getByText(/bezorgd/).first()).toBeVisible()

  await visitUntil(mijn, mijn.getByText('Dit leest u na het laden.'))
  await expect(mijn.getByRole('listitem').filter({ hasText: status }).getByText('Nu', { exact: true })).toBeVisible()
})

test("another citizen's zaak is not found, and the live stream sends nothing about it", async ({ browser }) => {
  const { mijn: owner, zaakId, omschrijving } = await openNewZaak(browser, 'K. van Dijk')
  const other = await openMijn(browser, 'L. Pinas', { path: null })
  const response = await other.goto(`/mijn/zaken/${zaakId}`)
  expect(response?.status()).toBe(404)
  await expect(other.getByText(omschrijving)).toHaveCount(0)

  await other.goto('/mijn')
  await other.evaluate((type) => {
    const seen: string[] = []
    Object.assign(window, { seen })
    const source = new EventSource('/api/publieksportaal/live?vanaf=0')
    source.addEventListener(type, ({ data }) => seen.push(data))
  }, LIVE_EVENT)
  const seen = () => other.evaluate(() => (window as unknown as { seen: string[] }).seen)
  await changeStatus(zaakId)
  await expect(owner.locator('[aria-current=step]').getByText('Zojuist gewijzigd')).toBeVisible()

  // The citizen's own change arrives, which proves that the stream was open all the time.
  const { zaakId: own } = await registerZaak({ naam: 'L. Pinas' })
  await expect.poll(async () => (await seen()).join()).toContain(own)
  expect((await seen()).join()).not.toContain(zaakId)
})

test('an id without a zaak is not found either', async ({ browser }) => {
  const mijn = await openMijn(browser, 'T. Smit', { path: null })
  for (const id of ['0199a000-0000-7000-8000-00000000dead', "x'--"]) {
    expect((await mijn.request.get(`/mijn/zaken/${id}`)).status()).toBe(404)
  }
})

test('a citizen who chooses English keeps it on later pages', async ({ browser }) => {
  const mijn = await openMijn(browser, 'N. Wong')
  await mijn.getByRole('button', { name: 'English' }).click()
  await expect(mijn.locator('html')).toHaveAttribute('lang', 'en')
  await mijn.goto('/mijn')
  await expect(mijn.getByRole('heading', { level: 1 })).toHaveText(/My cases|My applications/)
  await expect(mijn.getByRole('banner').getByText('Ms Wong')).toBeVisible()
  await mijn.getByRole('main').locator('a[href^="/mijn/zaken/"]').first().click()
  await expect(mijn.getByText(/application/i).first()).toBeVisible()
})

test('a sign-in at the desk does not open the portal, and the reverse', async ({ browser }) => {
  const mijn = await openMijn(browser, 'T. Smit', { path: null })
  await mijn.goto('/balie')
  await expect(mijn.getByRole('heading', { level: 1, name: 'Inloggen bij de balie' })).toBeVisible()
  const balie = await openBalie(browser, 'F. El Amrani', { path: null })
  await balie.goto('/mijn')
  await expect(balie.getByRole('heading', { level: 1, name: 'Inloggen op Mijn zaken' })).toBeVisible()
})

const DEVICES = [
  ['a phone', { width: 390, height: 844 }],
  ['a desktop', { width: 1280, height: 900 }],
] as const

test('an open zaak says how long it usually takes and what each date is', async ({ browser }) => {
  const mijn = await openMijn(browser, 'J. de Vries', { path: null })
  // the portal fetches the doorlooptijden within 15 seconds of its registration
  const heading = mijn.getByRole('heading', { name: 'Hoe lang duurt dit meestal?' })
  await visitUntil(mijn, heading, `/mijn/zaken/${DEMO_ZAAK_ID}`)
  for (const [device, viewport] of DEVICES) {
    await test.step(`on ${device}`, async () => {
      await mijn.setViewportSize(viewport)
      await expect(heading).toBeVisible()
      await expect(mijn.getByText(/klaar, 9 van de 10 binnen \d+ weken\.|9 van de 10 van deze/)).toBeVisible()
      await expect(mijn.getByText(/Dit is geen belofte/)).toBeVisible()
      await expect(mijn.getByText('gebeurd:')).toHaveCount(0)
      await expectFits(mijn)
    })
  }
})

test('a refusal shows the last day and the way to object, or that it has passed', async ({ browser }) => {
  const mijn = await openMijn(browser, 'J. de Vries')
  await mijn.getByRole('link', { name: 'Tweede auto zone Centrum' }).click()
  const open = mijn.getByRole('link', { name: 'Zo maakt u bezwaar' })
  const over = mijn.getByText('Die termijn is voorbij.')
  for (const [device, viewport] of DEVICES) {
    await test.step(`on ${device}`, async () => {
      await mijn.setViewportSize(viewport)
      await expect(open.or(over)).toBeVisible()
      await expect(mijn.getByText(/^Bezwaar maken k[ao]n tot en met$/).first()).toBeVisible()
      await expect(mijn.getByRole('heading', { name: 'Hoe lang duurt dit meestal?' })).toHaveCount(0)
    })
  }
})

test('a late besluit says so on its card, on its page and in Berichten, with the possible steps', async ({
  browser,
}) => {
  const mijn = await openMijn(browser, 'N. Wong')
  const late = mijn.getByRole('article').filter({ hasText: 'Wij zijn te laat met ons besluit.' })
  await expect(late).toContainText('Schrijf ons dan dat wij te laat zijn.')
  const titel = (await late.getByRole('link').first().textContent()) as string
  await late.getByRole('link').first().click()
  await expect(mijn.getByRole('heading', { level: 1, name: titel })).toBeVisible()
  await expect(mijn.getByText(/^Wij moesten uiterlijk .* beslissen\./)).toBeVisible()
  await expect(mijn.getByText(/^Wilt u niet langer wachten\?/)).toBeVisible()
  await mijn.getByRole('link', { name: 'Naar een brief die u kunt gebruiken' }).click()
  await expect(mijn.getByRole('heading', { level: 1, name: 'Schrijf ons dat wij te laat zijn' })).toBeVisible()
  await expect(mijn.getByText(/Daarom stel ik u in gebreke\./)).toBeVisible()
  await expectAccessible(mijn)
  await mijn.goto('/mijn/berichten')
  const bericht = mijn.getByRole('article').filter({ hasText: titel }).first()
  await expect(bericht).toContainText('Onze excuses.')
  await expect(bericht).toContainText('Schrijf ons dan dat wij te laat zijn.')
})

for (const javaScriptEnabled of [true, false]) {
  const way = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  test(`on a phone the answer begins at the top, and the rest of the header is in a menu: ${way}`, async ({
    browser,
  }) => {
    const { mijn } = await openNewZaak(browser, 'H. Bakker', { javaScriptEnabled })
    await mijn.setViewportSize({ width: 390, height: 844 })
    const answer = mijn.getByText('Wij hebben uw aanvraag ontvangen.', { exact: true }).first()
    await expect.poll(async () => (await answer.boundingBox())?.y).toBeLessThan(300)
    const navigation = mijn.getByRole('navigation', { name: 'Mijn omgeving' })
    await expect.poll(async () => (await navigation.boundingBox())?.height, 'one line').toBeLessThan(60)
    const signOut = mijn.getByRole('button', { name: 'Uitloggen' })
    await expect(signOut).toBeHidden()
    await mijn.getByRole('button', { name: 'Menu' }).click()
    await expect(signOut).toBeVisible()
    await mijn.getByRole('link', { name: 'Voorkeuren' }).click()
    await expect(mijn.getByRole('heading', { level: 1, name: 'Voorkeuren' })).toBeVisible()
    await expect(signOut).toBeHidden()
  })
}

test('a beheerder sees how long zaken took and can hide it from citizens', async ({ browser }) => {
  const balie = await openBalie(browser, 'F. El Amrani', { path: '/balie/zaaktypen/APV-EVEN' })
  const card = balie.getByRole('region', { name: 'Hoe lang zaken duurden' })
  await expect(card.getByText('De helft was klaar binnen')).toBeVisible()
  await expect(balie.getByLabel(/De aanvrager ziet hoe lang dit meestal duurt/)).toBeChecked()
  await expect(balie.getByLabel(/Pagina over bezwaar maken/)).toHaveValue(/^https:/)
})

for (const javaScriptEnabled of [true, false]) {
  const way = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

  test(`on a phone a taak with two aanvullingen fits on one screen, with its other ways collapsed: ${way}`, async ({
    browser,
  }) => {
    const mijn = await openMijn(browser, 'M. Yilmaz', { javaScriptEnabled })
    await mijn.setViewportSize({ width: 320, height: 640 })
    await mijn.getByRole('link', { name: 'Nieuw café aan de Havenkade' }).first().click()
    const form = mijn.getByRole('link', { name: 'Naar het formulier voor Plattegrond met maten' })
    await expect(form).toBeVisible()
    const box = mijn.locator('.zb-antwoord')
    expect((await box.boundingBox())?.height).toBeLessThanOrEqual(480)
    await mijn.setViewportSize({ width: 360, height: 740 })
    expect((await box.boundingBox())?.height).toBeLessThanOrEqual(480)
    const said = mijn.getByRole('link', { name: 'Ik heb alles gestuurd' })
    await expect(said).toBeHidden()
    // only the heading is amber, not the text
    const colours = await box
      .locator('p')
      .evaluateAll((all) => all.filter((p) => p.checkVisibility()).map((p) => getComputedStyle(p).color))
    const ink = await mijn.locator('body').evaluate((body) => getComputedStyle(body).color)
    expect(colours[0]).not.toBe(ink)
    expect([...new Set(colours.slice(1))]).toEqual([ink])

    await mijn.locator('summary', { hasText: 'Of lever het zo in' }).click()
    await expect(said).toBeVisible()
    expect((await said.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    await expectFits(mijn)

    await mijn.goto(mijn.url())
    await mijn.setViewportSize({ width: 1280, height: 900 })
    await expect(said, 'the second column stands open').toBeVisible()
    await expect(mijn.locator('summary', { hasText: 'Of lever het zo in' })).toBeHidden()
    const first = (await form.boundingBox())?.x ?? Number.POSITIVE_INFINITY
    expect((await said.boundingBox())?.x).toBeGreaterThan(first)
  })
}
