import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './expect-accessible.ts'
import { openBlok, openMijn } from './people.ts'
import { test } from './test.ts'

const PHONE = { width: 360, height: 740 }
const DESKTOP = { width: 1280, height: 800 }

const AGENDA = 'Datums in uw agenda'
const section = (mijn: Page) => mijn.getByRole('region', { name: AGENDA })
const field = (mijn: Page) => section(mijn).getByRole('textbox', { name: 'Uw agenda-adres' })
const press = (mijn: Page, name: string) => section(mijn).getByRole('button', { name }).click()
const said = (mijn: Page, text: string) => expect(mijn.getByRole('status').getByText(text)).toBeVisible()

/** The agenda address with the origin of this page, because each web process has its own. */
async function addressOf(mijn: Page): Promise<string> {
  return new URL(new URL(await field(mijn).inputValue()).pathname, mijn.url()).href
}

const WAYS = [
  { javaScriptEnabled: true, viewport: DESKTOP, naam: 'A. Kaya' },
  { javaScriptEnabled: false, viewport: PHONE, naam: 'N. Wong' },
]

for (const { javaScriptEnabled, viewport, naam } of WAYS) {
  const way = `${javaScriptEnabled ? 'with' : 'without'} JavaScript, ${viewport.width} px`

  test(`a citizen makes an agenda address, renews it and stops it: ${way}`, async ({ browser }) => {
    const mijn = await openMijn(browser, naam, { javaScriptEnabled, path: null })
    // as a calendar program does, which has no cookies of the portal
    const { request } = await browser.newContext()
    const look = async () => {
      if (javaScriptEnabled) await expectAccessible(mijn)
      await mijn.setViewportSize(viewport)
    }
    await mijn.setViewportSize(viewport)
    await mijn.goto('/mijn/voorkeuren')
    await expect(mijn.getByText('U heeft geen agenda-adres.')).toBeVisible()
    await openBlok(mijn, AGENDA)
    await expect(section(mijn)).toBeVisible()
    await expect(field(mijn)).toHaveCount(0)
    await press(mijn, 'Maak een agenda-adres')
    await said(mijn, 'U heeft een agenda-adres.')
    await expect(field(mijn)).toHaveAttribute('readonly', '')
    await expect(section(mijn).getByRole('link', { name: 'Open in de agenda op dit apparaat' })).toHaveAttribute(
      'href',
      (await field(mijn).inputValue()).replace(/^https?:/, 'webcal:'),
    )
    await expect(section(mijn).getByText('Nog geen agenda heeft de datums opgehaald.')).toBeVisible()
    await look()

    const first = await addressOf(mijn)
    const fetched = await request.get(first)
    expect(fetched.status()).toBe(200)
    expect(fetched.headers()['content-type']).toBe('text/calendar; charset=utf-8')
    const text = await fetched.text()
    expect(text).toContain('NAME:Mijn zaken bij Gemeente Voorbeeld')
    expect(text.replaceAll('\r\n ', '')).toContain('/mijn/zaken/')
    const again = await request.get(first, { headers: { 'If-None-Match': fetched.headers().etag as string } })
    expect(again.status()).toBe(304)
    await mijn.goto('/mijn/voorkeuren')
    await openBlok(mijn, AGENDA)
    await expect(section(mijn).getByText('Uw agenda haalde de datums het laatst op: vandaag')).toBeVisible()

    await section(mijn).getByRole('radio', { name: 'Engels (English)' }).check()
    await press(mijn, 'Taal opslaan')
    await said(mijn, 'De taal van uw agenda is opgeslagen.')
    await expect(section(mijn).getByRole('radio', { name: 'Engels (English)' })).toBeChecked()
    expect(await (await request.get(first)).text()).toContain('NAME:My cases at Gemeente Voorbeeld')

    await section(mijn).getByRole('link', { name: 'Maak een nieuw adres' }).click()
    await expect(mijn.getByRole('heading', { level: 1, name: 'Nieuw agenda-adres maken' })).toBeVisible()
    await look()
    await mijn.getByRole('link', { name: 'Nee, terug naar Voorkeuren' }).click()
    expect(await addressOf(mijn)).toBe(first)
    await section(mijn).getByRole('link', { name: 'Maak een nieuw adres' }).click()
    await mijn.getByRole('button', { name: 'Ja, maak een nieuw adres' }).click()
    await said(mijn, 'U heeft een nieuw agenda-adres.')
    const second = await addressOf(mijn)
    expect(second).not.toBe(first)
    expect((await request.get(first)).status()).toBe(404)
    expect((await request.get(second)).status()).toBe(200)

    await press(mijn, 'Stop met de agenda')
    await said(mijn, 'Uw agenda-adres werkt niet meer.')
    await expect(field(mijn)).toHaveCount(0)
    const gone = await request.get(second)
    expect(gone.status()).toBe(404)
    expect(gone.headers()['content-type']).toContain('application/problem+json')
    await mijn.goto('/mijn/voorkeuren/agenda/nieuw-adres')
    await expect(mijn.getByText('U heeft geen agenda-adres.')).toBeVisible()
  })
}

test('in English the section is translated, and a new agenda starts in English', async ({ browser }) => {
  const mijn = await openMijn(browser, 'R. Hendriks', { path: '/mijn/voorkeuren' })
  await mijn.getByRole('button', { name: 'English' }).click()
  await openBlok(mijn, 'Dates in your calendar')
  const english = mijn.getByRole('region', { name: 'Dates in your calendar' })
  await expect(english.getByRole('radio', { name: 'English' })).toBeChecked()
  await english.getByRole('button', { name: 'Make a calendar address' }).click()
  await expect(mijn.getByRole('status').getByText('You have a calendar address.')).toBeVisible()
  await expectAccessible(mijn)
  await english.getByRole('button', { name: 'Stop the calendar' }).click()
  await expect(mijn.getByRole('status').getByText('Your calendar address no longer works.')).toBeVisible()
})
