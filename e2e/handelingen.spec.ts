import { expect, type Page } from '@playwright/test'
import { DEMO_BURGERS } from '#demo/stage/demo-burgers.ts'
import { expectAccessible } from './expect-accessible.ts'
import { chooseToday, inTwoWeeks, openAct, openBalie, openMijn } from './people.ts'
import { test } from './test.ts'

const aanvrager = DEMO_BURGERS.find(({ naam }) => naam === 'S. El Ouali') as (typeof DEMO_BURGERS)[number]
const OMSCHRIJVING = 'Kerstmarkt op het plein'
/** Below 1, because a browser scrolls by whole pixels and may leave a fraction of one out of view. */
const WHOLE = { ratio: 0.99 }

async function register(balie: Page): Promise<string> {
  await balie.getByRole('link', { name: 'Zaak registreren' }).click()
  await expect(balie.getByRole('heading', { level: 1, name: 'Zaak registreren' })).toBeVisible()
  await balie.getByLabel('Zaaktype').selectOption({ label: 'Evenementenvergunning' })
  await balie.getByLabel('Omschrijving').fill(OMSCHRIJVING)
  await balie.getByRole('radio', { name: /Een inwoner/ }).check()
  await balie.getByLabel('Naam van de aanvrager').fill(aanvrager.naam)
  await balie.getByRole('textbox', { name: 'BSN' }).fill(aanvrager.bsn.replace(/.$/, '0'))
  await balie.getByRole('button', { name: 'Zaak registreren' }).click()
  await expect(balie.getByRole('main').getByRole('alert').first()).toContainText('Dit BSN klopt niet.')
  await balie.getByRole('textbox', { name: 'BSN' }).fill(aanvrager.bsn)
  await balie.getByRole('button', { name: 'Zaak registreren' }).click()
  await expect(balie.getByRole('heading', { level: 1, name: OMSCHRIJVING })).toBeVisible()
  return new URL(balie.url()).pathname
}

/** From the zaak's page: opens an act, fills it in, saves, and waits for the confirmation. */
async function act(balie: Page, { link, fill, done }: { link: string; fill?: () => Promise<void>; done: string }) {
  await openAct(balie, link)
  await expect(balie.getByRole('heading', { level: 1, name: link })).toBeVisible()
  await fill?.()
  await balie.getByRole('main').getByRole('button').last().click()
  const message = balie.getByRole('status').filter({ hasText: done })
  await expect(message).toBeFocused()
  await expect(message).toBeInViewport(WHOLE)
}

/** Expects the preview of the citizen's text beside the form before it is saved. */
async function expectPreview(balie: Page, text: string) {
  await expect(balie.getByRole('complementary', { name: 'Zo ziet de aanvrager het' })).toContainText(text)
}

test('the life of a zaak: each act at the desk appears on the citizen’s open page, with its dates', async ({
  browser,
}) => {
  const mijn = await openMijn(browser, aanvrager.naam)
  const balie = await openBalie(browser)
  await register(balie)
  await mijn.getByRole('link', { name: new RegExp(OMSCHRIJVING) }).click()
  const step = (name: string) => mijn.getByRole('heading', { level: 3, name })
  const answer = (text: RegExp) => mijn.getByRole('paragraph').filter({ hasText: text }).first()

  await act(balie, {
    link: 'Termijn opschorten',
    fill: async () => {
      await expect(balie.getByLabel('Reden'), 'no answer is chosen before').toHaveValue('')
      await balie.getByRole('main').getByRole('button', { name: 'Termijn opschorten' }).click()
      await expect(balie.getByRole('main').getByRole('alert').first()).toContainText('Kies een reden.')
      await balie.getByLabel('Reden').selectOption({ label: 'Overmacht (Awb 4:15 lid 2 c)' })
      await chooseToday(balie, 'U laat dit weten op')
      await balie.getByLabel('Tot en met').fill(inTwoWeeks())
      await expectPreview(balie, 'Beslistermijn staat stil')
    },
    done: 'De termijn staat stil.',
  })
  await expect(step('Beslistermijn staat stil')).toBeVisible()
  await expect(answer(/^Wij wachten even met ons besluit\.$/)).toBeVisible()
  await expect(mijn.getByText(/overmacht/).first()).toBeVisible()
  await expectAccessible(mijn)
  await act(balie, {
    link: 'Termijn hervatten',
    fill: () => chooseToday(balie, 'De termijn loopt weer vanaf'),
    done: 'De termijn loopt weer.',
  })
  await expect(step('Wij gaan verder')).toBeVisible()
  await expect(answer(/^Wij gaan verder\. U hoort uiterlijk \w+dag .* van ons\.$/)).toBeVisible()

  await act(balie, {
    link: 'Aanvulling vragen',
    fill: async () => {
      await balie.getByRole('button', { name: 'Aanvulling vragen' }).click()
      await expect(balie.getByRole('main').getByRole('alert').first()).toContainText('Vul in wat u mist.')
      await balie.getByLabel('Wat mist u?').first().fill('Plattegrond met maten')
      await balie.getByText('Onderdeel 2').click()
      await balie.getByLabel('Wat mist u?').nth(1).fill('Foto van de kraam')
      await expect(balie.getByLabel('Laatste dag om het te sturen')).toHaveValue('')
      await balie.getByRole('button', { name: /^Over twee weken/ }).click()
      await expectPreview(balie, 'Plattegrond met maten')
    },
    done: 'De aanvrager ziet direct wat u vraagt.',
  })
  await expect(step('Wij hebben meer informatie nodig')).toBeVisible()
  await expect(mijn.getByText('Plattegrond met maten').first()).toBeVisible()
  await expect(answer(/^Stuur ons uiterlijk \w+dag .* nog 2 dingen\.$/)).toBeVisible()
  await expectAccessible(mijn)

  await act(balie, {
    link: 'Meer tijd geven',
    fill: async () => {
      await balie.getByRole('button', { name: /^Twee weken erbij/ }).click()
      await expectPreview(balie, 'U krijgt meer tijd om iets te sturen')
      await expectAccessible(balie)
    },
    done: 'De aanvrager ziet de nieuwe laatste dag direct.',
  })
  await expect(step('U krijgt meer tijd om iets te sturen')).toBeVisible()
  const receive = (naam: string | undefined) => async () => {
    if (naam) await balie.getByRole('checkbox', { name: naam }).check()
    await chooseToday(balie, 'Binnengekomen op')
  }
  await act(balie, {
    link: 'Aanvulling is binnen',
    fill: receive('Foto van de kraam'),
    done: 'De aanvrager ziet direct wat binnen is.',
  })
  await expect(step('Een deel van wat wij vroegen is binnen')).toBeVisible()
  await expect(mijn.getByText(/^Wij kregen dit op/)).toBeVisible()
  await expect(answer(/^Stuur ons uiterlijk \w+dag .* nog 1 ding\.$/)).toBeVisible()
  await expect(balie.getByText('Nog niet binnen: Plattegrond met maten.')).toBeVisible()
  await expectAccessible(mijn)
  // the only remaining aanvulling is preselected
  await act(balie, {
    link: 'Aanvulling is binnen',
    fill: receive(undefined),
    done: 'De aanvrager ziet direct wat binnen is.',
  })
  await expect(step('Uw informatie is binnen')).toBeVisible()
  await expect(answer(/^Wij hebben uw informatie\. U hoort uiterlijk/)).toBeVisible()

  await act(balie, {
    link: 'Termijn verlengen',
    fill: async () => {
      await expect(balie.getByLabel('Aantal dagen')).toHaveValue('')
      await balie.getByLabel('Aantal dagen').fill('14')
      await balie.getByLabel(/Waarom/).fill('De brandweer heeft meer tijd nodig.')
      await expectPreview(balie, '“De brandweer heeft meer tijd nodig.”')
      await expectPreview(balie, 'Wij hebben meer tijd nodig. U hoort uiterlijk')
    },
    done: 'De termijn is verlengd.',
  })
  await expect(step('Wij hebben meer tijd nodig')).toBeVisible()
  await expect(mijn.getByText('De brandweer heeft meer tijd nodig.')).toBeVisible()
  await expect(answer(/^Wij hebben meer tijd nodig\. U hoort uiterlijk/)).toBeVisible()
  await expect(balie.locator('a', { hasText: 'Termijn verlengen' })).toHaveCount(0)

  await balie.getByRole('group', { name: 'Nieuwe status' }).getByRole('radio').nth(1).check()
  await balie.getByRole('button', { name: 'Status opslaan' }).click()
  await expect(step('Adviezen ontvangen')).toBeVisible()
  await act(balie, {
    link: 'Status herstellen',
    fill: () => balie.getByLabel(/Waarom/).fill('Wij hadden de verkeerde zaak voor ons.'),
    done: 'De status is hersteld.',
  })
  await expect(step('Wij maakten een fout')).toBeVisible()
  await expect(mijn.getByText('Wij hadden de verkeerde zaak voor ons.')).toBeVisible()
  await expect(answer(/^Wij maakten een fout\. Uw aanvraag is weer bij: Aanvraag ontvangen\.$/)).toBeVisible()
  await expectAccessible(mijn)
  await expectAccessible(balie)
  // the card of the zaak says the same
  await mijn.goto('/mijn')
  await expect(mijn.getByRole('article').filter({ hasText: OMSCHRIJVING })).toContainText(
    'Wij maakten een fout. Uw aanvraag is weer bij: Aanvraag ontvangen.',
  )
})

test('a zaak of nobody is taken over and returned to the team, and its notitie is hidden from the citizen', async ({
  browser,
}) => {
  const mijn = await openMijn(browser, 'M. Yilmaz', { path: null })
  const coordinator = await openBalie(browser, 'B. Dekker')
  await coordinator.getByRole('link', { name: 'Van niemand' }).click()
  await expect(coordinator).toHaveURL(/behandelaar=niemand/)
  const row = coordinator
    .getByRole('row')
    .filter({ has: coordinator.getByRole('checkbox') })
    .first()
  const omschrijving = (await row.getByRole('link').textContent()) as string
  const path = (await row.getByRole('link').getAttribute('href')) as string
  await row.getByRole('checkbox').check()
  await coordinator.getByRole('button', { name: 'Neem over' }).click()
  await expect(coordinator.getByRole('status').filter({ hasText: 'De zaak is nu van B. Dekker.' })).toBeVisible()

  await coordinator.goto(path)
  await expect(coordinator.getByRole('heading', { level: 1, name: omschrijving })).toBeVisible()
  await coordinator.getByLabel('Notitie voor collega’s').fill('Bel eerst de wijkagent.')
  await coordinator.getByRole('button', { name: 'Notitie bewaren' }).click()
  await expect(coordinator.getByRole('row').filter({ hasText: 'Bel eerst de wijkagent.' })).toContainText(
    'alleen intern',
  )
  const noted = coordinator.getByRole('status').filter({ hasText: 'De notitie staat in de tijdlijn.' })
  await expect(noted).toBeFocused()
  await expect(noted).toBeInViewport(WHOLE)
  await coordinator.getByRole('button', { name: 'Geef terug aan team' }).click()
  const given = coordinator.getByRole('status').filter({ hasText: 'De zaak is nu van het team.' })
  await expect(given).toBeFocused()
  await expect(given).toBeInViewport(WHOLE)
  await expect(noted, 'only the newest message stays').toHaveCount(0)
  await expect(coordinator.getByRole('button', { name: 'Neem over' })).toBeVisible()
  await mijn.goto('/mijn')
  await expect(mijn.getByText('wijkagent')).toHaveCount(0)
})
