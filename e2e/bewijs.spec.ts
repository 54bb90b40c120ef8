import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { expectAccessible, expectFits } from './expect-accessible.ts'
import { openBalie, openMijn, openNewZaak, setNextStatus } from './people.ts'
import { test } from './test.ts'

const PHONE = { width: 320, height: 640 }
const LINK = 'Bewijs: wat u wanneer van ons kreeg'

type Bestand = { wijzigingen: { versie: number; traceId: string | null; bewijzen: { soort: string }[] }[] }

async function newest(mijn: Page, zaakId: string) {
  const answer = await mijn.request.get(`/api/publieksportaal/zaken/${zaakId}/bewijs`)
  const { wijzigingen } = (await answer.json()) as Bestand
  return wijzigingen.at(-1) as Bestand['wijzigingen'][number]
}

const newestRow = (mijn: Page) => mijn.getByRole('table', { name: 'Bewijs' }).getByRole('row').nth(1)

/** Makes a change at the desk, waits until the portal has it, and returns its trace id. */
async function change(mijn: Page, balie: Page, zaakId: string): Promise<string> {
  const { versie } = await newest(mijn, zaakId)
  await setNextStatus(balie, zaakId)
  await expect.poll(async () => (await newest(mijn, zaakId)).versie).toBeGreaterThan(versie)
  return (await newest(mijn, zaakId)).traceId as string
}

test('the bewijs shows an act of the desk as received and seen, and both systems keep it under one kenmerk', async ({
  browser,
}) => {
  const { mijn, zaakId, omschrijving } = await openNewZaak(browser, 'K. van Dijk')
  const balie = await openBalie(browser, 'F. El Amrani', { path: null })
  const traceId = await change(mijn, balie, zaakId)
  expect(traceId).toMatch(/^[0-9a-f]{32}$/)
  await mijn.goto(`/mijn/zaken/${zaakId}`)
  const soorten = async () => (await newest(mijn, zaakId)).bewijzen.map(({ soort }) => soort)
  await expect.poll(soorten).toContain('gezien')

  await mijn.getByRole('link', { name: LINK }).click()
  await expect(mijn.getByRole('heading', { level: 1, name: 'Bewijs' })).toBeVisible()
  const row = newestRow(mijn)
  await expect(row).toContainText(`Kenmerk: ${traceId}`)
  await expect(row.getByRole('cell').nth(1)).toHaveText(/^vandaag, \d\d:\d\d$/)
  await expect(row.getByRole('cell').nth(2)).toHaveText(/^vandaag, \d\d:\d\d$/)
  await expect(row.getByRole('cell').nth(4)).toHaveText(/^vandaag, \d\d:\d\d$/)
  await expectAccessible(mijn)

  const downloading = mijn.waitForEvent('download')
  await mijn.getByRole('link', { name: 'Download het bewijs als bestand' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^bewijs-\d{4}-\d\d-\d\d\.json$/)
  const path = await download.path()
  const bestand = JSON.parse(await readFile(path, 'utf8'))
  expect(bestand.zaak).toMatchObject({ kenmerk: zaakId, omschrijving })
  expect(bestand.wijzigingen.at(-1)).toMatchObject({ traceId, ontvangst: 'bezorgd' })
  await expect(mijn.getByText(/^Stand van \d+ \w+ \d{4}, \d\d:\d\d\. Code: /)).toBeVisible()
  await mijn.getByRole('link', { name: 'Controleer een bewijs dat u heeft' }).click()
  await mijn.getByLabel('Bestand', { exact: true }).setInputFiles(path)
  await mijn.getByRole('button', { name: 'Controleer' }).click()
  await expect(mijn.getByRole('heading', { name: 'Dit hebben wij ondertekend' })).toBeVisible()
  await expectAccessible(mijn)

  await balie.goto(`/balie/zaken/${zaakId}`)
  const link = balie.getByRole('link', { name: 'Download het bewijs voor een spreadsheet (CSV)' })
  await expect(link).toBeVisible()
  const csv = async () => (await balie.request.get((await link.getAttribute('href')) as string)).text()
  await expect.poll(csv).toMatch(new RegExp(`;${traceId};gezien;`))
  expect(await csv()).toMatch(new RegExp(`;${traceId};vastgelegd;`))
  expect(await csv()).toMatch(new RegExp(`;${traceId};bezorgd;`))
  await balie.goto('/balie/audit?wat=bewijs_exporteren')
  await expect(balie.getByRole('row').filter({ hasText: 'Bewijs van zaak bewaard als bestand' }).first()).toBeVisible()
})

test('the bewijs can be read and downloaded without JavaScript, on a phone and on paper', async ({ browser }) => {
  const { mijn, zaakId, omschrijving } = await openNewZaak(browser, 'M. Yilmaz', { javaScriptEnabled: false })
  await mijn.setViewportSize(PHONE)
  const traceId = await change(mijn, await openBalie(browser, 'F. El Amrani', { path: null }), zaakId)
  await mijn.goto(`/mijn/zaken/${zaakId}`)
  await mijn.getByRole('link', { name: LINK }).focus()
  await mijn.keyboard.press('Enter')
  await expect(newestRow(mijn)).toContainText(traceId)
  await expect(newestRow(mijn)).toContainText('Niet bekend')
  await mijn.getByRole('link', { name: 'Terug naar uw aanvraag' }).click()
  const read = mijn.getByRole('button', { name: 'Ik heb dit gelezen' })
  await read.click()
  await expect(read).toHaveCount(0)
  await mijn.getByRole('link', { name: LINK }).click()
  await expect(newestRow(mijn).getByRole('cell').nth(4)).toHaveText(/^vandaag, \d\d:\d\d$/)
  await expectFits(mijn)

  const downloaded = async (name: string) => {
    const downloading = mijn.waitForEvent('download')
    await mijn.getByRole('link', { name }).click()
    return readFile(await (await downloading).path())
  }
  const json = await downloaded('Download het bewijs als bestand')
  expect(json.toString()).toContain(traceId)
  const pdf = await downloaded('Download het bewijs als PDF')

  const stranger = await (await browser.newContext({ javaScriptEnabled: false, viewport: PHONE })).newPage()
  await stranger.goto(JSON.parse(json.toString()).controleren)
  const check = async (name: string, buffer: Buffer) => {
    await stranger
      .getByLabel('Bestand', { exact: true })
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
    await stranger.getByRole('button', { name: 'Controleer' }).click()
  }
  const expectSigned = async () => {
    const uitslag = stranger.getByRole('region', { name: 'Dit bewijs is echt' })
    await expect(uitslag.getByRole('heading', { name: 'Dit hebben wij ondertekend' })).toBeVisible()
    await expect(uitslag.getByText(omschrijving, { exact: true })).toBeVisible()
    const { status } = JSON.parse(json.toString()).wijzigingen.at(-1)
    await expect(uitslag.getByRole('listitem').filter({ hasText: `: ${status}` })).toBeVisible()
    await expectFits(stranger)
  }
  await check('bewijs.json', json)
  await expectSigned()
  await check('bewijs.json', Buffer.from(json.toString().replace('bezorgd', 'opgehaald')))
  await expect(stranger.getByText('Dit bestand is veranderd')).toBeVisible()
  await check('bewijs.pdf', pdf)
  await expectSigned()

  await mijn.emulateMedia({ media: 'print' })
  await expect(newestRow(mijn)).toContainText(traceId)
  await expect(mijn.getByRole('navigation')).toHaveCount(0)
  await expect(mijn.getByRole('link', { name: 'Download het bewijs als bestand' })).toHaveCount(0)
})

test("another citizen's zaak and its bewijs are not found, and the export is for beheerders only", async ({
  browser,
}) => {
  const { zaakId } = await openNewZaak(browser, 'J. de Vries')
  const other = await openMijn(browser, 'K. van Dijk', { path: null })
  expect((await other.goto(`/mijn/zaken/${zaakId}/bewijs`))?.status()).toBe(404)
  expect((await other.request.get(`/api/publieksportaal/zaken/${zaakId}/bewijs`)).status()).toBe(404)
  const balie = await openBalie(browser, 'J. Visser', { path: `/balie/zaken/${zaakId}` })
  await expect(balie.getByRole('heading', { name: 'Bewijs van deze zaak' })).toHaveCount(0)
  expect((await balie.request.get(`/balie/zaken/${zaakId}/bewijs`)).status()).toBe(404)
})
