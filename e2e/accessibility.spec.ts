import { expect, type Page } from '@playwright/test'
import { BALIE_PAGES, BEHEER_PAGES, MIJN_PAGES, PUBLIC_PAGES } from '#demo/stage/pages.ts'
import { expectAccessibleInAllStyles } from './expect-accessible.ts'
import { openBalie, openMijn } from './people.ts'
import { test } from './test.ts'
import { watchPolicy } from './watch-policy.ts'

// Each test reads some thirty pages in all styles.
test.slow()

/** The portal's abonnement, because others come and go. */
async function findAbonnementPages(page: Page): Promise<string[]> {
  await page.goto('/balie/abonnementen')
  const link = page.getByRole('row').getByRole('link', { name: 'Publieksportaal' })
  const path = (await link.getAttribute('href')) as string
  return [path, `${path}/wijzigen`, `${path}/verwijderen`]
}

/** Ends the viewer's own sessies. */
async function findSessiesPage(page: Page): Promise<string> {
  await page.goto('/balie/behandelaars')
  const link = page.getByRole('link', { name: 'Beëindig de sessies van F. El Amrani' })
  return (await link.getAttribute('href')) as string
}

async function expectAccessiblePages(page: Page, paths: string[]) {
  const refused = await watchPolicy(page)
  for (const path of paths) {
    const served = await page.goto(path)
    expect(await served?.text(), 'HTML knows no empty action').not.toContain('action=""')
    await expectAccessibleInAllStyles(page)
  }
  expect(refused, 'The Content-Security-Policy refused something of our own').toEqual([])
}

test('pages that need no sign-in have no axe violations', async ({ browser }) => {
  await expectAccessiblePages(await (await browser.newContext()).newPage(), PUBLIC_PAGES)
})

test("the citizen's pages have no axe violations", async ({ browser }) => {
  await expectAccessiblePages(await openMijn(browser, 'J. de Vries', { anew: true }), MIJN_PAGES)
})

test('the desk has no axe violations', async ({ browser }) => {
  await expectAccessiblePages(await openBalie(browser, 'F. El Amrani', { anew: true }), BALIE_PAGES)
})

test("the beheerder's pages have no axe violations", async ({ browser }) => {
  const page = await openBalie(browser, 'F. El Amrani', { anew: true })
  const found = [...(await findAbonnementPages(page)), await findSessiesPage(page)]
  await expectAccessiblePages(page, [...BEHEER_PAGES, ...found])
})
