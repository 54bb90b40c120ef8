import { randomInt } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { DEMO_BURGERS } from '#demo/stage/demo-burgers.ts'
import { expectAccessible } from './expect-accessible.ts'
import { openBalie, openMijn } from './people.ts'
import { test } from './test.ts'

const aanvrager = DEMO_BURGERS.find(({ naam }) => naam === 'H. Bakker') as (typeof DEMO_BURGERS)[number]

/** Opens the collapsed fields of one group. */
async function group(page: Page, legend: string) {
  await page.getByText(legend, { exact: true }).click()
  return page.getByRole('group', { name: legend, exact: true })
}

/** The Dutch date in this many days, `yyyy-mm-dd`. */
function today({ plus = 0 } = {}): string {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' })
  return day.format(new Date(Date.now() + plus * 24 * 60 * 60 * 1000))
}

/** Publishes the concept on the page as a version, from a date. */
async function publish(page: Page, begindatum: string) {
  await page.getByLabel('Begindatum').fill(begindatum)
  await page.getByRole('button', { name: 'Vaststellen' }).click()
}

const NEXT_STEPS = ['Statussen', 'Resultaten', 'Redenen om te wachten', 'Soorten documenten', 'Standaardteksten']

for (const javaScriptEnabled of [true, false]) {
  test(`${javaScriptEnabled ? 'with' : 'without'} JavaScript a beheerder creates a zaaktype with its own status, which a behandelaar sets and a citizen reads`, async ({
    browser,
  }) => {
    const code = `APV-KERMIS-${randomInt(1e5, 1e6)}`
    const naam = `Kermisvergunning ${code.slice(-6)}`
    const beheerder = await openBalie(browser, 'F. El Amrani', { path: '/balie/zaaktypen', javaScriptEnabled })
    await beheerder.getByRole('link', { name: 'Nieuw zaaktype' }).click()
    await beheerder
      .getByRole('combobox', { name: 'Naar het voorbeeld van' })
      .selectOption({ label: 'Standplaatsvergunning' })
    await beheerder.getByRole('button', { name: 'Overnemen' }).click()
    // Waits for the statussen of the example; its streeftermijn equals that of an empty zaaktype.
    await expect(beheerder.getByText('Status: Aanvraag ontvangen')).toBeAttached()
    await expect(beheerder.getByLabel('Streeftermijn', { exact: true })).toHaveValue('6')
    await beheerder.getByLabel('Code van het zaaktype').fill('APV-STAND')
    if (javaScriptEnabled) {
      const save = beheerder.getByRole('button', { name: 'Bewaar als concept' })
      const { length } = NEXT_STEPS
      for (const [index, step] of NEXT_STEPS.entries()) {
        await expect(save, `it is not saved in step ${index + 1} of ${length + 1}`).toBeHidden()
        await beheerder.getByRole('button', { name: 'Volgende stap' }).click()
        await expect(beheerder.getByRole('heading', { level: 2, name: step })).toBeFocused()
      }
      await expectAccessible(beheerder)
      await beheerder.getByRole('button', { name: 'Team en termijnen' }).click()
      await expect(beheerder.getByLabel('Code van het zaaktype'), 'what was typed stays').toHaveValue('APV-STAND')
      await beheerder.getByRole('button', { name: 'Standaardteksten' }).click()
    }
    await beheerder.getByRole('button', { name: 'Bewaar als concept' }).click()
    await expect(beheerder.getByRole('main').getByRole('alert').first()).toContainText('Vul dit in.')
    await beheerder.getByLabel('Naam (Nederlands)').first().fill(naam)
    await beheerder.getByLabel('Naam (Engels)').first().fill('Funfair permit')
    await beheerder.getByRole('button', { name: 'Bewaar als concept' }).click()
    await expect(beheerder.getByRole('main').getByRole('alert').first()).toContainText(
      'Er is al een zaaktype met deze code.',
    )
    await beheerder.getByLabel('Code van het zaaktype').fill(code)
    if (javaScriptEnabled) await expectAccessible(beheerder)
    await beheerder.getByRole('button', { name: 'Bewaar als concept' }).click()
    await expect(beheerder.getByText('Dit is een nieuw zaaktype, met 3 statussen')).toBeVisible()
    await publish(beheerder, today())
    await expect(
      beheerder.getByText('Toegevoegd. Vanaf de begindatum kunt u zaken van dit type registreren.'),
    ).toBeVisible()

    await beheerder.getByRole('link', { name: naam }).click()
    const status = await group(beheerder, 'Nieuwe status 1')
    await status.getByLabel('Code', { exact: true }).fill('veiligheid_bekeken')
    await status.getByLabel('Komt na').selectOption({ label: 'Aanvraag ontvangen' })
    await status.getByLabel('Naam (Nederlands)').fill('Veiligheid bekeken')
    await status.getByLabel('Naam (Engels)').fill('Safety checked')
    await status.getByLabel('Antwoord in één zin (Nederlands)').fill('De attracties zijn veilig bevonden.')
    await status.getByLabel('Antwoord in één zin (Engels)').fill('The rides were found to be safe.')
    await status.getByLabel('Uitleg (Nederlands)').fill('Wij nemen nu een besluit.')
    await status.getByLabel('Uitleg (Engels)').fill('We will now decide.')
    await status.getByLabel('Uitleg voor de behandelaar').fill('De inspecteur is langs geweest.')
    await beheerder.getByRole('button', { name: 'Bewaar en bekijk wat verandert' }).click()
    const gelezen = beheerder.getByRole('table', { name: 'Wat de aanvrager anders leest of merkt' })
    await expect(gelezen.getByText('De attracties zijn veilig bevonden.')).toBeVisible()
    await publish(beheerder, today())
    await expect(
      beheerder.getByText('Vastgesteld. Aanvragen vanaf de begindatum krijgen deze teksten en termijnen.'),
    ).toBeVisible()

    const behandelaar = await openBalie(browser, 'C. Mulder', { path: '/balie/zaken/nieuw', javaScriptEnabled })
    await behandelaar.getByLabel('Zaaktype').selectOption({ label: naam })
    await behandelaar.getByLabel('Omschrijving').fill(`Kermis ${code}`)
    await behandelaar.getByRole('radio', { name: /Een inwoner/ }).check()
    await behandelaar.getByLabel('Naam van de aanvrager').fill(aanvrager.naam)
    await behandelaar.getByRole('textbox', { name: 'BSN' }).fill(aanvrager.bsn)
    await behandelaar.getByRole('button', { name: 'Zaak registreren' }).click()
    await expect(behandelaar.getByRole('heading', { level: 1, name: `Kermis ${code}` })).toBeVisible()
    await behandelaar
      .getByRole('group', { name: 'Nieuwe status' })
      .getByRole('radio', { name: /Veiligheid bekeken/ })
      .check()
    await behandelaar.getByRole('button', { name: 'Status opslaan' }).click()
    await expect(behandelaar.getByText('Opgeslagen.')).toBeVisible()

    const mijn = await openMijn(browser, aanvrager.naam)
    await mijn.getByRole('link', { name: new RegExp(`Kermis ${code}`) }).click()
    await expect(mijn.getByText('De attracties zijn veilig bevonden.').first()).toBeVisible()
  })
}

/** The responses of a Catalogi API for one zaaktype. */
function catalogus(code: string, naam: string) {
  const url = `https://openzaak.example/catalogi/api/v1/zaaktypen/${code}`
  const file = (name: string, body: object) => ({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(body)),
  })
  const statustype = (omschrijving: string, volgnummer: number) => ({
    ...{ omschrijving, volgnummer, zaaktype: url, informeren: true, isEindstatus: volgnummer === 2 },
    statustekst: `${omschrijving}: u hoort van ons.`,
  })
  return [
    file('zaaktype.json', {
      ...{ url, identificatie: code, omschrijving: naam, doorlooptijd: 'P56D', servicenorm: 'P28D' },
      ...{ verlengingMogelijk: true, verlengingstermijn: 'P28D', opschortingEnAanhoudingMogelijk: true },
      ...{ statustypen: [`${url}/1`, `${url}/2`], resultaattypen: [`${url}/3`], besluittypen: [`${url}/4`] },
    }),
    file('statustypen.json', { count: 2, results: [statustype('Afgehandeld', 2), statustype('Ontvangen', 1)] }),
    file('resultaattypen.json', {
      results: [
        { zaaktype: url, omschrijving: 'Verleend', archiefnominatie: 'vernietigen', archiefactietermijn: 'P7Y' },
      ],
    }),
    file('roltypen.json', { results: [{ url: `${url}/5`, omschrijving: 'Aanvrager' }] }),
  ]
}

test('a beheerder imports a zaaktype, completes it, gives it a start date and sees its effects', async ({
  browser,
}) => {
  const code = `PARKEER-${randomInt(1e5, 1e6)}`
  const naam = `Parkeervergunning ${code.slice(-6)}`
  const beheerder = await openBalie(browser, 'F. El Amrani', { path: '/balie/zaaktypen' })
  const alert = beheerder.getByRole('main').getByRole('alert').first()
  await beheerder.getByRole('link', { name: 'Zaaktype importeren' }).click()
  await beheerder.getByRole('button', { name: 'Importeren' }).click()
  await expect(alert).toContainText('Kies minstens één bestand.')
  const large = { name: 'groot.json', mimeType: 'application/json', buffer: Buffer.alloc(300_000, ' ') }
  await beheerder.getByLabel('Bestanden').setInputFiles([large])
  await expect(beheerder.getByText('De bestanden zijn samen groter dan 200 kB.')).toBeVisible()
  const [zaaktype, statustypen, ...others] = catalogus(code, naam)
  await beheerder.getByLabel('Bestanden').setInputFiles([zaaktype as (typeof others)[number]])
  await beheerder.getByRole('button', { name: 'Importeren' }).click()
  await expect(alert).toContainText('Er zitten geen twee statustypen van dit zaaktype in de bestanden.')
  await expectAccessible(beheerder)
  const files = [zaaktype, statustypen, ...others].filter((file) => file !== undefined)
  await beheerder.getByLabel('Bestanden').setInputFiles(files)
  await beheerder.getByRole('button', { name: 'Importeren' }).click()

  await expect(beheerder.getByRole('heading', { level: 1, name: naam })).toBeVisible()
  const verslag = beheerder.getByRole('region', { name: 'Wat de import overnam' })
  await expect(verslag.getByText('Status Ontvangen: overgenomen.')).toBeVisible()
  await expect(verslag.getByText('Bestand roltypen.json:')).toBeVisible()
  await expectAccessible(beheerder)

  await beheerder.getByRole('button', { name: 'Bewaar en bekijk wat verandert' }).click()
  await expect(alert).toContainText('Vul dit in.')
  // Each group with an error is open; a field without data is filled in.
  await beheerder.getByLabel('Team', { exact: true }).selectOption({ label: 'Parkeren en verkeer' })
  const empty = beheerder.locator('input[aria-invalid="true"]')
  for (let n = await empty.count(); n > 0; n = await empty.count()) {
    for (const field of await empty.all()) if ((await field.inputValue()) === '') await field.fill('Ingevuld.')
    const answered = beheerder.waitForResponse((response) => response.request().method() === 'POST')
    await beheerder.getByRole('button', { name: 'Bewaar en bekijk wat verandert' }).click()
    await answered
    await expect(beheerder.locator('form[aria-busy="true"]')).toHaveCount(0)
    if ((await beheerder.getByRole('heading', { level: 1 }).textContent()) === 'Wat verandert') break
  }
  await expect(beheerder.getByText('Dit is een nieuw zaaktype, met 2 statussen en 1 resultaat.')).toBeVisible()
  await publish(beheerder, today({ plus: -1 }))
  await expect(alert).toContainText('Kies vandaag of een latere dag.')
  await publish(beheerder, today({ plus: 7 }))
  await expect(beheerder.getByText('Toegevoegd. Vanaf de begindatum')).toBeVisible()
  await beheerder.goto('/balie/zaken/nieuw')
  await expect(beheerder.getByLabel('Zaaktype').getByRole('option', { name: naam })).toHaveCount(0)

  await beheerder.goto(`/balie/zaaktypen/${code}`)
  await beheerder.getByLabel('Wettelijke termijn', { exact: true }).fill('560')
  await beheerder.getByRole('button', { name: 'Bewaar en bekijk wat verandert' }).click()
  const overige = beheerder.getByRole('table', { name: 'Wat er verder verandert' })
  await expect(overige.getByRole('row', { name: /Wettelijke termijn.*56 dagen.*560 dagen/ })).toBeVisible()
  await expect(beheerder.getByText('Er zijn geen open zaken van dit type.')).toBeVisible()
  await expectAccessible(beheerder)
  await publish(beheerder, today({ plus: 7 }))
  await expect(alert).toContainText('Een termijn verandert met meer dan de helft.')
  await beheerder.getByLabel('Ja, deze termijnen kloppen').check()
  await publish(beheerder, today({ plus: 7 }))
  await expect(beheerder.getByText('Vastgesteld. Aanvragen vanaf de begindatum')).toBeVisible()

  await beheerder.goto('/balie/audit?wat=zaaktype_wijzigen')
  // another test may change a zaaktype meanwhile
  const row = beheerder.getByRole('row').filter({ hasText: code }).filter({ hasText: '1 veld gewijzigd' })
  await row.getByText('1 veld gewijzigd').click()
  await expect(row.getByText('Wettelijke termijn: 56 dagen → 560 dagen')).toBeVisible()
})

test('a search for open zaken with wrong dates finds none', async ({ browser }) => {
  const beheerder = await openBalie(browser, 'F. El Amrani', { path: '/balie/zaaktypen' })
  await beheerder.getByRole('link', { name: 'Termijnen herberekenen' }).click()
  await beheerder.getByRole('button', { name: 'Zoek zaken met andere datums' }).click()
  await expect(beheerder.getByText('Elke open zaak heeft de datums die hij hoort te hebben.')).toBeVisible({
    timeout: 60_000,
  })
  await expectAccessible(beheerder)
})

test('a beheerder adds a team, renames it and ends it; one with open zaken is not ended', async ({ browser }) => {
  const naam = `Markten ${randomInt(1e5, 1e6)}`
  const beheerder = await openBalie(browser, 'F. El Amrani', { path: '/balie/zaaktypen' })
  const alert = beheerder.getByRole('main').getByRole('alert').first()
  await beheerder.getByRole('main').getByRole('link', { name: 'Teams' }).click()
  await beheerder.getByLabel('Naam van het team').fill('Omgeving')
  await beheerder.getByRole('button', { name: 'Team toevoegen' }).click()
  await expect(alert).toContainText('Er is al een team met deze naam')
  await beheerder.getByLabel('Naam van het team').fill(naam)
  await beheerder.getByRole('button', { name: 'Team toevoegen' }).click()
  await expect(beheerder.getByText('Het team is toegevoegd.')).toBeVisible()

  await beheerder.getByRole('link', { name: naam }).click()
  await beheerder.getByLabel('Nieuwe naam').fill(`${naam} en kermis`)
  await beheerder.getByRole('button', { name: 'Naam wijzigen' }).click()
  const row = beheerder.getByRole('row', { name: new RegExp(`${naam} en kermis`) })
  await expect(row).toContainText(`In het inlogsysteem en in de API: ${naam}`)
  await beheerder.goto('/balie/zaken/nieuw')
  await expect(beheerder.getByLabel('Team').getByRole('option', { name: `Team ${naam} en kermis` })).toHaveCount(1)

  await beheerder.goto('/balie/zaaktypen/teams')
  await row.getByRole('link').click()
  await beheerder.getByRole('button', { name: 'Team beëindigen' }).click()
  await expect(row).toContainText('Beëindigd op')
  await beheerder.goto('/balie/zaaktypen/teams/Omgeving')
  await beheerder.getByRole('button', { name: 'Team beëindigen' }).click()
  await expect(alert).toContainText('Dit team heeft nog open zaken.')
})

test('a corrected term reaches open zaken when a beheerder has them recomputed, and the citizen reads why', async ({
  browser,
}) => {
  const code = `APV-TERMIJN-${randomInt(1e5, 1e6)}`
  const naam = `Termijnproef ${code.slice(-6)}`
  const beheerder = await openBalie(browser, 'F. El Amrani', { path: '/balie/zaaktypen/nieuw?voorbeeld=APV-STAND' })
  await beheerder.getByLabel('Code van het zaaktype').fill(code)
  await beheerder.getByLabel('Naam (Nederlands)').first().fill(naam)
  await beheerder.getByLabel('Naam (Engels)').first().fill('Term trial')
  await beheerder.getByRole('button', { name: 'Standaardteksten' }).click()
  await beheerder.getByRole('button', { name: 'Bewaar als concept' }).click()
  await publish(beheerder, today())
  await expect(beheerder.getByText('Toegevoegd.')).toBeVisible()

  await beheerder.goto('/balie/zaken/nieuw')
  await beheerder.getByLabel('Zaaktype').selectOption({ label: naam })
  await beheerder.getByLabel('Omschrijving').fill(`Kraam ${code}`)
  await beheerder.getByRole('radio', { name: /Een inwoner/ }).check()
  await beheerder.getByLabel('Naam van de aanvrager').fill(aanvrager.naam)
  await beheerder.getByRole('textbox', { name: 'BSN' }).fill(aanvrager.bsn)
  await beheerder.getByRole('button', { name: 'Zaak registreren' }).click()
  await expect(beheerder.getByRole('heading', { level: 1, name: `Kraam ${code}` })).toBeVisible()

  await beheerder.goto(`/balie/zaaktypen/${code}`)
  await beheerder.getByLabel('Wettelijke termijn', { exact: true }).fill('7')
  await beheerder.getByRole('button', { name: 'Bewaar en bekijk wat verandert' }).click()
  await expect(beheerder.getByText('1 × Aanvraag ontvangen (versie 1)')).toBeVisible()
  await publish(beheerder, today())
  await expect(beheerder.getByText('Vastgesteld.')).toBeVisible()

  await beheerder.goto('/balie/zaaktypen/herberekenen')
  await beheerder
    .getByLabel('Welke zaken')
    .selectOption({ label: `${naam}: met de termijnen van versie 2, die nu geldt` })
  await beheerder.getByRole('button', { name: 'Zoek zaken met andere datums' }).click()
  await expect(beheerder.getByText('1 zaak bekeken, 1 met andere datums.')).toBeVisible({ timeout: 60_000 })
  await expect(beheerder.getByRole('row').filter({ hasText: 'ZAAK-' })).toContainText('eerder')
  await expectAccessible(beheerder)
  await beheerder.getByRole('button', { name: 'Datums wijzigen' }).click()
  await expect(beheerder.getByRole('main').getByRole('alert').first()).toContainText('Vul in waarom.')
  await beheerder.getByLabel(/Waarom\?/).fill('De termijn stond verkeerd: het zijn zeven weken.')
  await beheerder.getByRole('button', { name: 'Datums wijzigen' }).click()
  await expect(beheerder.getByRole('row').filter({ hasText: 'ZAAK-' })).toContainText('Gewijzigd', { timeout: 60_000 })

  const mijn = await openMijn(browser, aanvrager.naam)
  await mijn.getByRole('link', { name: new RegExp(`Kraam ${code}`) }).click()
  await expect(mijn.getByText('Onze datums zijn veranderd').first()).toBeVisible()
  await expect(mijn.getByText('De termijn stond verkeerd: het zijn zeven weken.').first()).toBeVisible()
})
