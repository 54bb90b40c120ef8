import { randomInt } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { DEMO_BURGERS } from '#lib/demo/demo-burgers.ts'
import { expectAccessible } from './expect-accessible.ts'
import { openBalie, openMijn } from './people.ts'
import { test } from './test.ts'

const aanvrager = DEMO_BURGERS.find(({ naam }) => naam === 'D. Meijer') as (typeof DEMO_BURGERS)[number]

/** Opens the fields of one group. */
async function group(page: Page, legend: string) {
  const fields = page.getByRole('group', { name: legend, exact: true })
  if (!(await fields.isVisible())) await page.getByText(legend, { exact: true }).click()
  return fields
}

for (const javaScriptEnabled of [true, false]) {
  test(`${javaScriptEnabled ? 'with' : 'without'} JavaScript a beheerder makes a zaaktype with a status of its own, which a behandelaar sets and a citizen reads`, async ({
    browser,
  }) => {
    const code = `APV-KERMIS-${randomInt(1e6)}`
    const naam = `Kermisvergunning ${code.slice(-6)}`
    const beheerder = await openBalie(browser, 'F. El Amrani', { javaScriptEnabled })
    await beheerder.goto('/balie/zaaktypen')
    await beheerder.getByRole('link', { name: 'Nieuw zaaktype' }).click()
    await beheerder
      .getByRole('combobox', { name: 'Naar het voorbeeld van' })
      .selectOption({ label: 'Standplaatsvergunning' })
    await beheerder.getByRole('button', { name: 'Overnemen' }).click()
    // Only the example has statussen: its streeftermijn is that of an empty zaaktype.
    await expect(beheerder.getByText('Status: Aanvraag ontvangen')).toBeVisible()
    await expect(beheerder.getByLabel('Streeftermijn', { exact: true })).toHaveValue('6')
    await beheerder.getByLabel('Code van het zaaktype').fill('APV-STAND')
    await beheerder.getByRole('button', { name: 'Zaaktype toevoegen' }).click()
    await expect(beheerder.getByRole('main').getByRole('alert').first()).toContainText('Vul dit in.')
    await beheerder.getByLabel('Naam (Nederlands)').first().fill(naam)
    await beheerder.getByLabel('Naam (Engels)').first().fill('Funfair permit')
    await beheerder.getByRole('button', { name: 'Zaaktype toevoegen' }).click()
    await expect(beheerder.getByRole('main').getByRole('alert').first()).toContainText(
      'Er is al een zaaktype met deze code.',
    )
    await beheerder.getByLabel('Code van het zaaktype').fill(code)
    if (javaScriptEnabled) await expectAccessible(beheerder)
    await beheerder.getByRole('button', { name: 'Zaaktype toevoegen' }).click()
    await expect(beheerder.getByText('Toegevoegd. Vanaf nu kunt u zaken van dit type registreren.')).toBeVisible()

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
    await beheerder.getByRole('button', { name: 'Opslaan als nieuwe versie' }).click()
    await expect(beheerder.getByText('Opgeslagen. Nieuwe zaken krijgen deze teksten en termijnen.')).toBeVisible()

    const behandelaar = await openBalie(browser, 'C. Mulder', { javaScriptEnabled })
    await behandelaar.goto('/balie/zaken/nieuw')
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
