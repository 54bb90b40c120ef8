import { expect } from '@playwright/test'
import { openBlok, openMijn } from './people.ts'
import { test } from './test.ts'

// Roles, names and levels in the order in which a screen reader reads them. Dates and numbers depend on the
// test run.

test('Mijn zaken of a company names the company and the page', async ({ browser }) => {
  const mijn = await openMijn(browser, 'J. Smit')
  await expect(mijn.locator('body')).toMatchAriaSnapshot(`
    - link "Naar de inhoud"
    - banner:
      - link "Gemeente Voorbeeld"
      - text: J. Smit
      - link "Voorkeuren"
      - button "Uitloggen"
    - region "Voor wie u bent ingelogd":
      - paragraph:
        - text: U bent ingelogd namens
        - strong: Bakkerij De Korenaar B.V.
      - link "Wissel"
    - main:
      - navigation "Mijn omgeving":
        - list:
          - listitem:
            - link "Mijn zaken"
          - listitem:
            - link /^Berichten/
          - listitem:
            - link "Mijn gegevens"
      - heading "Mijn zaken" [level=1]
      - status
      - region "Zaken van een vestiging":
        - heading "Zaken van een vestiging" [level=2]
        - button /Kies vestiging \\d{12}/
      - heading "Lopende zaken" [level=2]
      - list:
        - listitem:
          - article:
            - heading "Broodkraam op de zaterdagmarkt" [level=3]:
              - link "Broodkraam op de zaterdagmarkt"
            - paragraph: Wij behandelen uw aanvraag.
            - paragraph:
              - text: Wij beslissen uiterlijk
              - time: /\\d+ \\w+ \\d{4}/
            - paragraph: Standplaatsvergunning
      - status
    - contentinfo:
      - navigation "Over deze site"
  `)
})

test('a zaak that waits for its aanvrager says what is asked, until when, and what was already sent', async ({
  browser,
}) => {
  const mijn = await openMijn(browser, 'P. Jansen')
  await mijn.getByRole('link', { name: 'Aanbouw achter de woning, Beukenlaan 7' }).first().click()
  await expect(mijn.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - navigation "Mijn omgeving"
      - heading "Aanbouw achter de woning, Beukenlaan 7" [level=1]
      - paragraph: /Omgevingsvergunning · ZAAK-\\d{4}-\\d+/
      - paragraph: /Stuur ons uiterlijk \\w+dag \\d+ \\w+ \\d{4} nog 1 ding\\./
      - list:
        - listitem:
          - strong: Tekening van de achtergevel
          - text: /Met de maten van de ramen\\. U meldde dat u dit heeft gestuurd\\. Nummer./
          - link /[0-9A-Z]{4}-[0-9A-Z]{4}/
        - listitem:
          - strong: Constructieberekening
          - link "Naar het formulier voor Constructieberekening"
      - heading "Waar staat uw aanvraag?" [level=2]
      - list:
        - listitem:
          - 'heading "Klaar: Aanvraag ontvangen" [level=3]'
          - paragraph:
            - time: /\\w+dag/
        - listitem:
          - heading "Wij hebben meer informatie nodig" [level=3]
          - text: Nu
        - listitem:
          - 'heading "Komt nog: Aanvraag compleet" [level=3]'
      - heading "Wat u ons liet weten" [level=2]
      - list
      - complementary "Gegevens":
        - heading "Gegevens" [level=2]
        - term: Ingediend op
        - definition
        - term: Beslistermijn staat stil vanaf
        - definition
        - term: Stuur uw informatie uiterlijk
        - definition:
          - time: /\\d+ \\w+ \\d{4}/
        - list:
          - listitem:
            - link "Stel een vraag over uw aanvraag"
          - listitem:
            - link "Aanvraag intrekken"
        - status
  `)
})

test('a zaak with a reverted status says why, and its bewijs is a table of changes', async ({ browser }) => {
  const mijn = await openMijn(browser, 'L. Pinas')
  await mijn.getByRole('link', { name: 'Kap kastanje achter Kerkstraat 25' }).first().click()
  await expect(mijn.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - heading "Kap kastanje achter Kerkstraat 25" [level=1]
      - heading "Waar staat uw aanvraag?" [level=2]
      - list:
        - listitem:
          - 'heading "Klaar: Aanvraag ontvangen" [level=3]'
        - listitem:
          - 'heading "Klaar: Aanvraag compleet" [level=3]'
        - listitem:
          - 'heading "Teruggedraaid: Boom beoordeeld" [level=3]'
        - listitem:
          - 'heading "Wij maakten een fout. Uw aanvraag is weer bij: Aanvraag compleet" [level=3]'
          - text: Nu
          - paragraph: "De reden:"
          - blockquote:
            - paragraph: “Wij hadden per ongeluk een verkeerde boom beoordeeld. Onze excuses.”
        - listitem:
          - 'heading "Komt nog: Boom beoordeeld" [level=3]'
        - listitem:
          - 'heading "Komt nog: Besluit" [level=3]'
          - paragraph:
            - text: Wij verwachten dit op
            - time: /\\d+ \\w+ \\d{4}/
          - paragraph:
            - text: Uiterlijk
            - time: /\\d+ \\w+ \\d{4}/
            - text: (dat moet van de wet)
  `)
  await mijn.getByRole('link', { name: /^Bewijs/ }).click()
  await expect(mijn.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - heading "Bewijs" [level=1]
      - table "Bewijs":
        - rowgroup:
          - row:
            - columnheader "Wijziging"
            - columnheader "Vastgelegd bij de gemeente"
            - columnheader "Op deze site"
            - columnheader "E-mail"
            - columnheader "Gezien"
        - rowgroup:
          - row:
            - 'cell "Wij maakten een fout. Uw aanvraag is weer bij: Aanvraag compleet"'
          - row:
            - 'cell "Teruggedraaid: Boom beoordeeld"'
      - link "Download het bewijs als bestand"
      - link "Terug naar uw aanvraag"
  `)
})

test('a refusal says what was decided, and how and until when to object', async ({ browser }) => {
  const mijn = await openMijn(browser, 'R. Hendriks')
  await mijn.getByRole('link', { name: 'Dakkapel aan de voorkant, Molenstraat 18' }).click()
  await expect(mijn.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - heading "Dakkapel aan de voorkant, Molenstraat 18" [level=1]
      - paragraph: U krijgt de vergunning niet.
      - paragraph: In het besluit staat waarom.
      - paragraph:
        - text: Bent u het er niet mee eens? Maak dan uiterlijk
        - strong: /\\w+dag \\d+ \\w+ \\d{4}/
        - text: bezwaar.
      - list:
        - listitem:
          - link "Zo maakt u bezwaar"
      - heading "Waar staat uw aanvraag?" [level=2]
      - list:
        - listitem:
          - 'heading "Klaar: Vergunning geweigerd" [level=3]'
          - blockquote
      - complementary "Gegevens":
        - term: Bezwaar maken kan tot en met
        - definition:
          - time: /\\d+ \\w+ \\d{4}/
  `)
})

test('Berichten lists the outcome of each zaak, newest first', async ({ browser }) => {
  const mijn = await openMijn(browser, 'T. Smit')
  await mijn.getByRole('link', { name: 'Berichten' }).click()
  await expect(mijn.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - navigation "Mijn omgeving"
      - heading "Berichten" [level=1]
      - paragraph: Hier leest u wat er in uw zaken is veranderd. Het nieuwste bericht staat bovenaan.
      - status
      - list:
        - listitem:
          - article:
            - heading [level=2]:
              - link /.+/
            - paragraph:
              - time
  `)
})

test('the page to withdraw an aanvraag explains the result and offers two answers', async ({ browser }) => {
  const mijn = await openMijn(browser, 'P. Jansen')
  await mijn.getByRole('link', { name: 'Aanbouw achter de woning, Beukenlaan 7' }).first().click()
  await mijn.getByRole('link', { name: 'Aanvraag intrekken' }).click()
  await expect(mijn.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - navigation "Kruimelpad"
      - heading "Aanvraag intrekken" [level=1]
      - paragraph: U kunt ons vragen om met uw aanvraag te stoppen. Een medewerker bekijkt uw verzoek.
      - list:
        - listitem: Gaan wij akkoord? Dan stoppen wij en nemen wij geen besluit.
        - listitem: Wilt u het later toch? Dan moet u opnieuw een aanvraag doen.
        - listitem: Totdat u van ons hoort, loopt uw aanvraag gewoon door.
      - paragraph: Ook als u intrekt, betaalt u de helft van de leges. U kunt later opnieuw een aanvraag doen. Daarvoor betaalt u dan opnieuw.
      - paragraph: Weet u zeker dat u uw aanvraag wilt intrekken?
      - button "Ja, vraag om intrekken"
      - link "Nee, ga terug"
  `)
})

test('Voorkeuren labels each choice with its question', async ({ browser }) => {
  const mijn = await openMijn(browser, 'T. Smit', { path: '/mijn/voorkeuren' })
  for (const name of ['Uw e-mailadres', 'Datums in uw agenda']) await openBlok(mijn, name)
  await expect(mijn.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - heading "Voorkeuren" [level=1]
      - group:
        - heading "Uw e-mailadres" [level=2]
        - text: /^t-smit@/
        - region "Uw e-mailadres":
          - textbox "E-mailadres"
          - group "In welke taal wilt u de mail?":
            - radio "Nederlands" [checked]
            - radio "Engels (English)"
          - button "E-mailadres opslaan"
          - heading "Waarover wilt u mail?" [level=3]
          - group "Kies zelf of u hierover ook mail wilt":
            - 'checkbox "Voortgang: uw zaak is een stap verder." [checked]'
            - checkbox /^Termijnen/ [checked]
          - button "Keuze opslaan"
      - group:
        - heading "Meldingen op uw apparaat" [level=2]
      - group:
        - heading "Herinneringen" [level=2]
      - group:
        - heading "Datums in uw agenda" [level=2]
        - text: U heeft geen agenda-adres.
        - region "Datums in uw agenda":
          - group "In welke taal wilt u de agenda?"
          - button "Maak een agenda-adres"
  `)
})

test('the English pages of a zaak mark Dutch text as Dutch', async ({ browser }) => {
  const omschrijving = 'Aanbouw achter de woning, Beukenlaan 7'
  const mijn = await openMijn(browser, 'P. Jansen')
  await mijn.getByRole('button', { name: 'English' }).click()
  await expect(mijn.getByRole('heading', { level: 1, name: 'My cases' })).toBeVisible()
  const expectDutch = async (times: number) => {
    const shown = mijn.getByRole('main').getByText(omschrijving, { exact: true })
    await expect(shown).toHaveCount(times)
    for (const each of await shown.all())
      expect(await each.evaluate((element) => element.closest('[lang]')?.getAttribute('lang'))).toBe('nl')
  }
  await expectDutch(1)
  await mijn.getByRole('link', { name: omschrijving }).click()
  await expect(mijn.getByRole('heading', { level: 2, name: 'How far is your application?' })).toBeVisible()
  await expectDutch(1)
  for (const [link, heading] of [
    ['Withdraw application', 'Withdraw application'],
    [/^Proof/, 'Proof'],
  ] as const) {
    await mijn.getByRole('link', { name: link }).click()
    await expect(mijn.getByRole('heading', { level: 1, name: heading })).toBeVisible()
    await expectDutch(2)
    await mijn.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: omschrijving }).click()
    await expect(mijn.getByRole('heading', { level: 1, name: omschrijving })).toBeVisible()
  }
})
