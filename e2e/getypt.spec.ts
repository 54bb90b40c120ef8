import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './expect-accessible.ts'
import { openAct, openBalie, openNewZaak } from './people.ts'
import { test } from './test.ts'

const TEKST = 'Half af: de brandweer wil nog'

const KEY = 'zaakbode-getypt-onverstuurd'

const stored = (balie: Page) => balie.evaluate((key) => sessionStorage.getItem(key) ?? '', KEY)

const toelichtingOf = (balie: Page) => balie.getByLabel(/Toelichting voor de aanvrager/)
const back = (balie: Page) => balie.getByText('Wat u hier typte en niet opsloeg, staat er weer.')

/** Types until the script has stored the text, because typing before hydration is not stored. */
async function type(balie: Page, text: string) {
  const before = await stored(balie)
  await expect(async () => {
    await toelichtingOf(balie).fill('')
    await toelichtingOf(balie).fill(text)
    expect(await stored(balie)).not.toBe(before)
  }).toPass()
}

test('unsaved text survives a reload, another page and the end of the sessie, and is deleted once sent', async ({
  browser,
}) => {
  const { zaakId } = await openNewZaak(browser, 'T. Smit')
  const balie = await openBalie(browser, 'F. El Amrani', { anew: true })
  const path = `/balie/zaken/${zaakId}`
  await balie.goto(path)
  await type(balie, TEKST)

  await balie.reload()
  await expect(toelichtingOf(balie)).toHaveValue(TEKST)
  await expect(back(balie)).toBeVisible()
  await expectAccessible(balie)
  await openAct(balie, 'Termijn opschorten')
  await expect(balie.getByRole('heading', { level: 1, name: 'Termijn opschorten' })).toBeVisible()
  await balie.goBack()
  await expect(toelichtingOf(balie)).toHaveValue(TEKST)

  await balie.getByRole('group', { name: 'Nieuwe status' }).getByRole('radio').first().check()
  await balie.context().clearCookies()
  await balie.getByRole('button', { name: 'Status opslaan' }).click()
  await balie.getByRole('button', { name: 'F. El Amrani' }).click()
  await balie.waitForURL((url) => !url.pathname.endsWith('/inloggen'))
  await balie.goto(path)
  await expect(toelichtingOf(balie)).toHaveValue(TEKST)
  await expect(balie.getByRole('group', { name: 'Nieuwe status' }).getByRole('radio').first()).toBeChecked()

  await balie.getByRole('button', { name: 'Status opslaan' }).click()
  await expect(balie.getByText('Opgeslagen.')).toBeVisible()
  await expect.poll(() => stored(balie)).toBe('')
  await balie.reload()
  await expect(balie.getByRole('row').filter({ hasText: TEKST })).toBeVisible()
  await expect(toelichtingOf(balie)).toHaveValue('')
})

test('unsaved text is deleted at sign-out and after a day, and hidden from another person', async ({ browser }) => {
  const { zaakId } = await openNewZaak(browser, 'M. Yilmaz')
  const balie = await openBalie(browser, 'F. El Amrani', { anew: true })
  const path = `/balie/zaken/${zaakId}`
  await balie.goto(path)
  await type(balie, TEKST)

  await balie.context().clearCookies()
  await balie.goto('/balie/inloggen')
  await balie.getByRole('button', { name: 'B. Dekker' }).click()
  await expect(balie.getByRole('heading', { level: 1, name: 'Werkvoorraad' })).toBeVisible()
  await balie.goto(path)
  await expect(balie.getByRole('button', { name: 'Status opslaan' })).toBeVisible()
  await type(balie, 'Van een ander.')
  await expect(back(balie)).toHaveCount(0)
  expect(await stored(balie)).not.toBe('')
  await balie.getByRole('button', { name: 'Uitloggen' }).click()
  await expect(balie.getByText('U bent uitgelogd.')).toBeVisible()
  expect(await stored(balie)).toBe('')

  await balie.getByRole('button', { name: 'F. El Amrani' }).click()
  await expect(balie.getByRole('heading', { level: 1, name: 'Werkvoorraad' })).toBeVisible()
  await balie.goto(path)
  await type(balie, TEKST)
  await balie.evaluate((key) => {
    const kept = JSON.parse(sessionStorage.getItem(key) as string)
    sessionStorage.setItem(key, JSON.stringify({ ...kept, op: Date.now() - 86_400_001 }))
  }, KEY)
  await balie.goto('/balie')
  await expect.poll(() => stored(balie)).toBe('')
})
