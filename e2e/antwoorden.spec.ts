import { createHash } from 'node:crypto'
import { type Browser, expect, type Page } from '@playwright/test'
import { expectAccessible, expectFits } from './expect-accessible.ts'
import {
  chooseToday,
  inTwoWeeks,
  openBalie,
  openBesluit,
  openMijn,
  openPortaalbeheer,
  openZaak,
  registerZaak,
  saveBesluit,
  setNextStatus,
  visitUntil,
} from './people.ts'
import { test } from './test.ts'

const PHONE = { width: 360, height: 740 }
const DESKTOP = { width: 1280, height: 800 }

async function askTwoThings(balie: Page, zaakId: string) {
  await balie.goto(`/balie/zaken/${zaakId}/aanvullen`)
  await balie.getByText('Onderdeel 2').click()
  await balie.getByLabel('Wat mist u?').nth(0).fill('Plattegrond')
  await balie.getByLabel('Wat mist u?').nth(1).fill('Foto')
  await balie.getByLabel('Laatste dag om het te sturen').fill(inTwoWeeks())
  await balie.getByRole('button', { name: 'Aanvulling vragen' }).click()
  await expect(balie.getByRole('status').filter({ hasText: 'De aanvrager ziet direct wat u vraagt.' })).toBeVisible()
}

/** How long an inzending can be taken back (e2e-server.ts), and until it reaches the desk. */
const BEDENKTIJD_MS = 12_000

/**
 * Reloads until the content is there, because a page without JavaScript does not change.
 *
 * @param after minimum time until the content can be there, during which the page is not reloaded
 */
async function see(page: Page, text: string | RegExp, { after = 0 } = {}) {
  const seen = page.getByText(text).first()
  await seen.waitFor({ timeout: after || 1 }).catch(() => visitUntil(page, seen))
}

async function openAskedZaak(
  browser: Browser,
  { naam, omschrijving, javaScriptEnabled }: { naam: string; omschrijving: string; javaScriptEnabled: boolean },
) {
  const balie = await openBalie(browser, 'F. El Amrani', { path: null })
  const { zaakId } = await registerZaak({ naam, omschrijving })
  await askTwoThings(balie, zaakId)
  const mijn = await openMijn(browser, naam, { path: `/mijn/zaken/${zaakId}`, javaScriptEnabled })
  await see(mijn, 'Stuur ons uiterlijk')
  return { balie, zaakId, mijn }
}

/** Opens a section that is collapsed on a phone; on a wide screen it is open, without a summary. */
async function unfold(mijn: Page) {
  const summary = mijn.locator('summary').filter({ hasText: 'Of lever het zo in' })
  // the page before it may still be shown
  await expect(
    summary
      .or(mijn.getByRole('link', { name: /^Ik heb dit gestuurd/ }))
      .filter({ visible: true })
      .first(),
  ).toBeVisible()
  if (await summary.isVisible()) await summary.click()
}

/** Reports an aanvulling as sent, and confirms it. */
async function report(mijn: Page, thing: string) {
  await unfold(mijn)
  await mijn.getByRole('link', { name: `Ik heb dit gestuurd ${thing}` }).click()
  await mijn.getByRole('button', { name: 'Ja, ik heb dit gestuurd' }).click()
  await expect(mijn.getByRole('heading', { level: 2, name: 'Wat u ons liet weten' })).toBeVisible()
}

const REFUSED = 'Dit soort bestand kan niet.'
const NOT_A_PDF = Buffer.from('<!doctype html><p>Geen PDF</p>')
/** A minimal PDF. The name makes its bytes unique. */
const pdf = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.7\n%${name}${'%'.repeat(50_000)}\n%%EOF\n`),
})

const WAYS = [
  { javaScriptEnabled: true, viewport: DESKTOP, naam: 'R. Hendriks' },
  { javaScriptEnabled: false, viewport: PHONE, naam: 'A. Kaya' },
]

for (const { javaScriptEnabled, viewport, naam } of WAYS) {
  const way = `${javaScriptEnabled ? 'with' : 'without'} JavaScript, ${viewport.width} px`

  test(`aanvullingen are reported as sent, one by one, and the term resumes: ${way}`, async ({ browser }) => {
    const omschrijving = `Buurtfeest ${viewport.width}`
    const { balie, zaakId, mijn } = await openAskedZaak(browser, { naam, omschrijving, javaScriptEnabled })
    await mijn.setViewportSize(viewport)
    if (viewport === PHONE) await expect(mijn.locator('summary', { hasText: 'Of lever het zo in' })).toBeVisible()
    // a report asks for confirmation first, and can be taken back
    await unfold(mijn)
    await expect(mijn.getByText('Zet uw zaaknummer erbij.')).toBeVisible()
    await mijn.getByRole('link', { name: 'Ik heb dit gestuurd Foto' }).click()
    await expect(mijn.getByRole('heading', { level: 1, name: 'Heeft u dit gestuurd?' })).toBeVisible()
    if (javaScriptEnabled) await expectAccessible(mijn)
    await mijn.getByRole('link', { name: 'Nee, nog niet' }).click()
    await report(mijn, 'Foto')
    await mijn.getByRole('button', { name: 'Neem deze melding terug' }).click()
    await expect(mijn.getByText(/U nam deze melding terug: vandaag, \d\d:\d\d\./)).toBeVisible()

    // by keyboard alone
    await unfold(mijn)
    await mijn.getByRole('link', { name: 'Ik heb dit gestuurd Plattegrond' }).focus()
    await mijn.keyboard.press('Enter')
    await mijn.getByRole('button', { name: 'Ja, ik heb dit gestuurd' }).focus()
    await mijn.keyboard.press('Enter')
    await expect(mijn.getByRole('heading', { level: 2, name: 'Wat u ons liet weten' })).toBeVisible()
    const said = mijn.getByRole('listitem').filter({ hasText: 'U meldde dat u dit heeft gestuurd: Plattegrond.' })
    await expect(said).toContainText(/Wij ontvingen dit: vandaag, \d\d:\d\d\. Nummer: [0-9A-Z]{4}-[0-9A-Z]{4}/)
    if (javaScriptEnabled) await expect(said).toBeFocused()
    await expect(mijn.getByRole('link', { name: 'Ik heb dit gestuurd Plattegrond' })).toHaveCount(0)
    await expect(mijn.getByRole('link', { name: 'Ik heb alles gestuurd' })).toHaveCount(0)
    if (javaScriptEnabled) await expectAccessible(mijn)

    const nummer = (await said.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent()) as string
    await balie.goto(`/balie/zaken/${zaakId}`)
    await see(balie, nummer, { after: BEDENKTIJD_MS })
    await expect(balie.getByText('Nog niet gemeld: Foto.')).toBeVisible()
    await expectAccessible(balie)

    await report(mijn, 'Foto')
    // the text says reported, not received
    await see(mijn, /^Wij ontvingen uw melding\./)
    await see(mijn, 'U liet weten dat u alles heeft gestuurd')
    await expect(mijn.getByText('U meldde dat u dit heeft gestuurd: Foto.')).toHaveCount(2)
    await see(balie, 'Aanvrager meldt dat alles is gestuurd.', { after: BEDENKTIJD_MS })
    await expect(mijn.getByText('Uw informatie is binnen')).toHaveCount(0)

    await balie.getByRole('link', { name: 'Leg vast wat binnen is' }).click()
    await expect(balie.getByText(/De aanvrager meldde op .* dat alles is gestuurd/)).toBeVisible()
    await expectAccessible(balie)
    await balie.getByRole('checkbox', { name: 'Plattegrond' }).check()
    await balie.getByRole('checkbox', { name: 'Foto' }).check()
    await chooseToday(balie, 'Binnengekomen op')
    await balie.getByRole('button', { name: 'Ontvangst vastleggen' }).click()
    await expect(balie.getByText('Aanvulling ontvangen', { exact: true })).toBeVisible()
    await see(mijn, 'Uw informatie is binnen')
  })

  test(`aanvullingen are sent as files together, with a receipt that names them: ${way}`, async ({ browser }) => {
    const omschrijving = `Zomerfeest ${viewport.width}`
    const { balie, zaakId, mijn } = await openAskedZaak(browser, { naam, omschrijving, javaScriptEnabled })
    await mijn.setViewportSize(PHONE)
    await mijn.getByRole('link', { name: 'Stuur bestanden' }).click()
    await expect(mijn.getByRole('heading', { level: 1, name: 'Stuur wat wij missen' })).toBeVisible()
    if (javaScriptEnabled) {
      const drop = mijn.getByText('U kunt bestanden ook hierheen slepen.').first()
      await expect(drop, 'nothing can be dropped on a phone').toBeHidden()
      await mijn.setViewportSize(DESKTOP)
      await expect(drop).toBeVisible()
      await mijn.setViewportSize(PHONE)
    }
    const add = async (thing: string, ...files: ReturnType<typeof pdf>[]) => {
      const field = mijn.getByLabel(`Bestanden voor: ${thing}`)
      if (javaScriptEnabled) {
        await expect(field, 'several are taken once they can be sent one after another').toHaveAttribute('multiple')
        return field.setInputFiles(files)
      }
      for (const file of files) {
        await mijn.getByLabel(`Bestanden voor: ${thing}`).setInputFiles(file)
        await mijn.getByRole('region', { name: thing }).getByRole('button', { name: 'Voeg toe' }).click()
        await expect(mijn.getByText(file.name).or(mijn.getByText(REFUSED)).first()).toBeVisible()
      }
    }
    const [zolder, kelder, film] = [pdf('zolder.pdf'), pdf('kelder.pdf'), { ...pdf('film.pdf'), buffer: NOT_A_PDF }]
    await add('Plattegrond', zolder, kelder)
    await add('Foto', film)
    await expect(mijn.getByText(REFUSED)).toBeVisible()
    // each aanvulling has its own upload queue, and leaving the page aborts it
    if (javaScriptEnabled) await expect(mijn.getByText(/^2 bestanden zijn toegevoegd\./)).toBeVisible()
    if (javaScriptEnabled) await expectAccessible(mijn)
    await mijn.setViewportSize(PHONE)
    await mijn.goto(`/mijn/zaken/${zaakId}`)
    await expect(mijn.getByText('U voegde 2 bestanden toe. Ze zijn nog niet verstuurd.')).toBeVisible()
    await mijn.getByRole('link', { name: 'Ga verder met versturen' }).click()
    // by keyboard alone
    await mijn.getByRole('button', { name: 'Haal weg kelder.pdf' }).focus()
    await mijn.keyboard.press('Enter')
    await expect(mijn.getByText('kelder.pdf')).toHaveCount(0)
    await expect(mijn.getByText('Voor deze onderdelen koos u nog niets.')).toContainText('Foto')
    await mijn.getByRole('button', { name: 'Verstuur', exact: true }).focus()
    await mijn.keyboard.press('Enter')

    const sent = mijn.getByRole('listitem').filter({ hasText: 'U stuurde dit: Plattegrond.' })
    await expect(sent).toContainText(/zolder\.pdf \(50 kB\)/)
    await sent.getByText('Digitale vingerafdruk van elk bestand').click()
    await expect(sent.getByText(createHash('sha256').update(zolder.buffer).digest('hex'))).toBeVisible()
    if (javaScriptEnabled) await expectAccessible(mijn)
    const nummer = (await sent
      .getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
      .first()
      .textContent()) as string
    await see(mijn, /^Wie uw aanvraag behandelt, heeft het sinds: vandaag/, { after: BEDENKTIJD_MS })
    await balie.goto(`/balie/zaken/${zaakId}`)
    await see(balie, nummer)
    await expect(balie.getByRole('link', { name: 'zolder.pdf' }).first()).toBeVisible()
  })

  test(`a request to withdraw is declined, and a second one granted: ${way}`, async ({ browser }) => {
    const balie = await openBalie(browser, 'F. El Amrani', { path: null })
    const { zaakId } = await registerZaak({ naam, omschrijving: `Straatfeest ${viewport.width}` })
    const mijn = await openMijn(browser, naam, { javaScriptEnabled, path: null })
    await mijn.setViewportSize(viewport)
    await openZaak(mijn, zaakId)

    async function ask() {
      await mijn.getByRole('link', { name: 'Aanvraag intrekken' }).click()
      await expect(mijn.getByRole('heading', { level: 1, name: 'Aanvraag intrekken' })).toBeVisible()
      await mijn.getByRole('button', { name: 'Ja, vraag om intrekken' }).click()
      await expect(mijn.getByText('Een medewerker bekijkt dit.')).toBeVisible()
      await expect(mijn.getByRole('link', { name: 'Aanvraag intrekken' })).toHaveCount(0)
      await balie.goto(`/balie/zaken/${zaakId}`)
      await see(balie, 'De aanvrager wil deze aanvraag intrekken')
    }

    await ask()
    await mijn.goto(`/mijn/zaken/${zaakId}/intrekken`)
    await expect(mijn.getByText('Wij ontvingen uw verzoek om in te trekken')).toBeVisible()
    await expect(mijn.getByRole('button', { name: 'Ja, vraag om intrekken' })).toHaveCount(0)
    await mijn.getByRole('link', { name: 'Terug naar uw aanvraag' }).click()
    await expect(mijn.getByRole('heading', { level: 2, name: 'Waar staat uw aanvraag?' })).toBeVisible()
    await expectAccessible(balie)
    await balie.getByRole('link', { name: 'Niet akkoord? Wijs het verzoek af' }).click()
    await balie.getByLabel(/Waarom/).fill('De buren wachten op het besluit.')
    await balie.getByRole('button', { name: 'Verzoek afwijzen' }).click()
    await expect(balie.getByRole('status').filter({ hasText: 'De aanvraag gaat door.' })).toBeVisible()
    await see(mijn, 'De buren wachten op het besluit.')
    await expect(mijn.getByRole('heading', { level: 3, name: 'Uw aanvraag is niet ingetrokken' })).toBeVisible()

    await ask()
    await openBesluit(balie, zaakId, /^Aanvraag ingetrokken/)
    await saveBesluit(balie)
    await expect(balie.getByText('De aanvrager wil deze aanvraag intrekken')).toHaveCount(0)
    await see(mijn, 'U heeft uw aanvraag ingetrokken.')
  })
}

test('a zaak that changed meanwhile refuses an inzending, and the notice takes the focus', async ({ browser }) => {
  const balie = await openBalie(browser, 'F. El Amrani', { path: null })
  const { zaakId } = await registerZaak({ naam: 'R. Hendriks', omschrijving: 'Winterfeest' })
  const mijn = await openMijn(browser, 'R. Hendriks', { path: `/mijn/zaken/${zaakId}` })
  // the confirmation page has no live updates
  await mijn.getByRole('link', { name: 'Aanvraag intrekken' }).click()
  const ask = mijn.getByRole('button', { name: 'Ja, vraag om intrekken' })
  await expect(ask).toBeVisible()
  const status = await setNextStatus(balie, zaakId)
  const other = await mijn.context().newPage()
  await openZaak(other, zaakId)
  await expect(other.getByRole('listitem').filter({ hasText: status }).getByText('Nu', { exact: true })).toBeVisible()

  await ask.click()
  const alert = mijn.getByRole('alert').filter({ hasText: 'Uw zaak is net veranderd' })
  await expect(alert).toBeVisible()
  await expect(alert.locator('..')).toBeFocused()
  await expectAccessible(mijn)
  await setNextStatus(balie, zaakId)
  await expect(alert).toHaveCount(0)
})

test('the beheerder of the portal reads which texts were unclear, and why', async ({ browser }) => {
  const asked = { naam: 'A. Kaya', omschrijving: 'Kerstmarkt', javaScriptEnabled: true }
  const { mijn } = await openAskedZaak(browser, asked)
  await mijn.getByRole('link', { name: 'Ik heb alles gestuurd' }).click()
  await mijn.getByRole('button', { name: 'Ja, ik heb alles gestuurd' }).click()
  await mijn.getByLabel('Waarom?').fill('Ik wist niet hoe groot de foto moest zijn.')
  await expectAccessible(mijn)
  await mijn.getByRole('button', { name: 'Nee, dit was niet duidelijk' }).click()
  await expect(mijn.getByText('Dank u wel.')).toBeVisible()
  await expect(mijn.getByRole('button', { name: 'Nee, dit was niet duidelijk' })).toHaveCount(0)

  const beheer = await openPortaalbeheer(browser)
  await beheer.getByRole('link', { name: 'Bekijk welke teksten inwoners duidelijk vonden' }).click()
  const tekst = beheer.locator('section').filter({ hasText: 'wat de aanvrager moet sturen' }).first()
  await tekst.getByText(/^Lees \d+ reden/).click()
  await expect(tekst.getByText('Ik wist niet hoe groot de foto moest zijn.').first()).toBeVisible()
  await expectAccessible(beheer)
})

test('a question gets a number at once, and its answer on the open page and in Berichten', async ({ browser }) => {
  const balie = await openBalie(browser, 'F. El Amrani', { path: null })
  const { zaakId } = await registerZaak({ naam: 'R. Hendriks', omschrijving: 'Zomerkermis' })
  const mijn = await openMijn(browser, 'R. Hendriks', { path: null })
  await mijn.setViewportSize(PHONE)
  await openZaak(mijn, zaakId)
  await mijn.getByRole('link', { name: 'Stel een vraag over uw aanvraag' }).click()
  await expect(mijn.getByLabel('Uw vraag')).toBeVisible()
  await expectAccessible(mijn)
  await mijn.getByRole('button', { name: 'Verstuur uw vraag' }).click()
  await expect(mijn.getByText('Schrijf uw vraag op.').first()).toBeVisible()
  await mijn.getByLabel('Uw vraag').fill('Mag de muziek tot elf uur?')
  await mijn.getByRole('button', { name: 'Verstuur uw vraag' }).click()
  const said = mijn.getByRole('listitem').filter({ hasText: 'U vroeg ons:' })
  await expect(said).toContainText(/Wij ontvingen dit: vandaag, \d\d:\d\d\. Nummer: [0-9A-Z]{4}-[0-9A-Z]{4}/)
  await expect(said).toContainText('Een medewerker beantwoordt uw vraag.')
  await expect(mijn.getByRole('link', { name: 'Stel een vraag over uw aanvraag' })).toHaveCount(0)
  await expectAccessible(mijn)

  await balie.goto('/balie?opgeschort=vraag_open')
  await see(balie, 'Zomerkermis')
  await balie.goto(`/balie/zaken/${zaakId}`)
  await expect(balie.getByText('Mag de muziek tot elf uur?').first()).toBeVisible()
  await expectAccessible(balie)
  await balie.getByRole('link', { name: 'Beantwoord de vraag' }).click()
  await balie.getByLabel(/Uw antwoord/).fill('Ja, tot elf uur, met de ramen dicht.')
  await expectAccessible(balie)
  await balie.getByRole('button', { name: 'Verstuur het antwoord' }).click()
  await expect(balie.getByText('De aanvrager leest uw antwoord direct.')).toBeVisible()
  await expect(balie.getByText('De aanvrager stelt een vraag')).toHaveCount(0)

  await expect(mijn.getByText('“Ja, tot elf uur, met de ramen dicht.”').first()).toBeVisible()
  await expect(said).not.toContainText('Een medewerker beantwoordt uw vraag.')
  await expect(mijn.getByRole('link', { name: 'Stel een vraag over uw aanvraag' })).toBeVisible()
  await mijn.goto('/mijn/berichten')
  await expect(mijn.getByText('Antwoord op uw vraag').first()).toBeVisible()
})

test('an inzending of the citizen appears on the open page at the desk, which keeps its unsaved input', async ({
  browser,
}) => {
  const omschrijving = 'Lentefeest'
  const asked = { naam: 'R. Hendriks', omschrijving, javaScriptEnabled: true }
  const { balie, zaakId, mijn } = await openAskedZaak(browser, asked)
  await balie.goto(`/balie/zaken/${zaakId}`)
  const toelichting = balie.getByLabel(/Toelichting voor de aanvrager/)
  await toelichting.fill('Wij wachten nog op de brandweer.')
  await report(mijn, 'Plattegrond')
  const nummer = (await mijn
    .getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    .first()
    .textContent()) as string

  const news = balie.getByRole('status').filter({ hasText: 'de aanvrager heeft iets laten weten' })
  await expect(news).toBeVisible({ timeout: 30_000 })
  await expect(balie.getByText(nummer)).toHaveCount(0)
  await expect(toelichting).toBeFocused()
  await expectAccessible(balie)

  await news.getByRole('button', { name: 'Toon wat er nieuw is' }).focus()
  await balie.keyboard.press('Enter')
  await expect(balie.getByText(nummer).first()).toBeVisible()
  await expect(news).toHaveCount(0)
  await expect(balie.getByRole('status').filter({ hasText: 'U ziet nu wat er nieuw is.' })).toBeFocused()
  await expect(toelichting).toHaveValue('Wij wachten nog op de brandweer.')
})

test('a change by a colleague appears on the open page at the desk, and the form says so', async ({ browser }) => {
  const { zaakId } = await registerZaak({ naam: 'A. Kaya', omschrijving: 'Herfstfeest' })
  const balie = await openBalie(browser, 'F. El Amrani', { path: `/balie/zaken/${zaakId}` })
  const notitie = balie.getByLabel('Notitie voor collega’s')
  await notitie.fill('Bel eerst.')
  const collega = await openBalie(browser, 'C. Mulder', { path: `/balie/zaken/${zaakId}` })
  await collega.getByRole('group', { name: 'Nieuwe status' }).getByRole('radio').first().check()
  await collega.getByRole('button', { name: 'Status opslaan' }).click()
  await expect(collega.getByText('Opgeslagen.')).toBeVisible()
  // a behandelaar's own act is not announced as news
  await expect(collega.getByRole('button', { name: 'Toon wat er nieuw is' })).toHaveCount(0)
  await balie.getByRole('button', { name: 'Toon wat er nieuw is' }).click()
  await expect(balie.getByText('Deze zaak is intussen gewijzigd. Als u opslaat')).toBeVisible()
  await expect(notitie).toHaveValue('Bel eerst.')
})

test('without JavaScript a citizen marks a zaak as read by keyboard, and its bericht is no longer new', async ({
  browser,
}) => {
  const balie = await openBalie(browser, 'F. El Amrani', { path: null })
  const { zaakId } = await registerZaak({ naam: 'K. van Dijk', omschrijving: 'Leesfeest' })
  const mijn = await openMijn(browser, 'K. van Dijk', { javaScriptEnabled: false, path: null })
  await mijn.setViewportSize(PHONE)
  await openZaak(mijn, zaakId)
  // fetching the page marks nothing as seen
  await mijn.goto('/mijn/berichten')
  const bericht = mijn.getByRole('article').filter({ hasText: 'Leesfeest' })
  await expect(bericht.getByText('Nieuw', { exact: true })).toBeVisible()
  await bericht.getByRole('link').click()
  await expect(mijn.getByRole('heading', { level: 1, name: 'Leesfeest' })).toBeVisible()
  await expectFits(mijn)
  const read = mijn.getByRole('button', { name: 'Ik heb dit gelezen' })
  await read.focus()
  await mijn.keyboard.press('Enter')
  await expect(mijn.getByRole('heading', { level: 1, name: 'Leesfeest' })).toBeVisible()
  await expect(read).toHaveCount(0)
  await expect(mijn.getByText('Zojuist gewijzigd')).toHaveCount(0)
  await mijn.goto('/mijn/berichten')
  await expect(bericht.getByText('Nieuw', { exact: true })).toHaveCount(0)
  await balie.goto(`/balie/zaken/${zaakId}`)
  await see(balie, /^Gezien door de aanvrager op/)
})
