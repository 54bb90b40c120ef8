import { expect, type Page } from '@playwright/test'
import { DEMO_ZAAK_ID } from '#demo/stage/demo-zaak.ts'
import { expectAccessibleInAllStyles } from './expect-accessible.ts'
import { openBalie, openMijn } from './people.ts'
import { test } from './test.ts'
import { watchPolicy } from './watch-policy.ts'

const PUBLIC_PAGES = [
  '/',
  '/mijn/inloggen',
  '/balie/inloggen',
  '/portaalbeheer/inloggen',
  '/mijn/privacy',
  '/mijn/toegankelijkheid',
  '/mijn/bewijs-controleren',
  '/aansluiten',
  '/demo',
  '/demo/post',
  '/demo/telefoon',
  '/mijn/afmelden?code=bestaat-niet',
  '/mijn/e-mail-bevestigen?code=bestaat-niet',
  '/niets',
]
const MIJN_PAGES = [
  '/mijn',
  '/mijn?zoek=bestaat-vast-niet',
  '/mijn/berichten',
  '/mijn/gegevens',
  `/mijn/zaken/${DEMO_ZAAK_ID}`,
  `/mijn/zaken/${DEMO_ZAAK_ID}/intrekken`,
  `/mijn/zaken/${DEMO_ZAAK_ID}/ingebreke`,
  `/mijn/zaken/${DEMO_ZAAK_ID}/bewijs`,
  '/mijn/zaken/niets',
  '/mijn/voorkeuren',
  '/mijn/voorkeuren/agenda/nieuw-adres',
]
const BALIE_PAGES = [
  '/balie',
  '/balie/mijn',
  '/balie/afgehandeld',
  '/balie/signaleringen',
  '/balie?team=bestaat-vast-niet',
  `/balie/zaken/${DEMO_ZAAK_ID}`,
  `/balie/zaken/${DEMO_ZAAK_ID}/opschorten`,
  `/balie/zaken/${DEMO_ZAAK_ID}/aanvullen`,
  `/balie/zaken/${DEMO_ZAAK_ID}/hervatten`,
  `/balie/zaken/${DEMO_ZAAK_ID}/intrekking-afwijzen`,
  `/balie/zaken/${DEMO_ZAAK_ID}/vertrouwelijk`,
  '/balie/zaken/niets',
  '/balie/zaken/nieuw',
]
const BEHEER_PAGES = [
  '/balie/inzage',
  `/balie/zaken/${DEMO_ZAAK_ID}/verwijderen`,
  '/balie/abonnementen',
  '/balie/abonnementen/nieuw',
  '/balie/abonnementen/niets',
  '/balie/bezorgingen',
  '/balie/bezorgingen?zoek=bestaat-vast-niet',
  '/balie/api-clients',
  '/balie/api-clients/nieuw',
  '/balie/api-clients/niets',
  '/balie/sleutels',
  '/balie/sleutels/direct',
  '/balie/zaaktypen',
  '/balie/zaaktypen/APV-EVEN',
  '/balie/zaaktypen/importeren',
  '/balie/zaaktypen/dwangsom',
  '/balie/zaaktypen/herberekenen',
  '/balie/zaaktypen/teams',
  '/balie/zaaktypen/teams/Omgeving',
  '/balie/behandelaars',
  '/balie/behandelaars?zoek=bestaat-vast-niet',
  '/balie/audit',
  '/balie/datalekken',
  '/balie/vernietiging',
  '/balie/vernietiging/nieuw',
  '/balie/vernietiging/verwijderd',
  '/balie/vernietiging/verwijderd?zoek=bestaat-vast-niet',
  `/balie/zaken/${DEMO_ZAAK_ID}/aanhouden`,
]

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
