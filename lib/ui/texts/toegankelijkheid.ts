import type { Taal } from '../text/taal.ts'
import type { TextPageContent } from '../text/text-page.tsx'

/** The date of the last check of this statement. */
const DATUM = { nl: '29 november 2026', en: '29 November 2026' }
const REGISTER = 'https://www.toegankelijkheidsverklaring.nl/register'
const OMBUDSMAN = 'https://www.nationaleombudsman.nl/klacht-indienen'

/**
 * The statement that the Besluit digitale toegankelijkheid overheid requires: status, norm, date, known
 * problems, contact, enforcement, register.
 */
export const toegankelijkheid: Record<Taal, TextPageContent> = {
  nl: {
    title: 'Toegankelijkheid',
    sections: [
      {
        heading: 'Toegankelijkheidsverklaring',
        paragraphs: [
          'Wij willen dat iedereen deze site kan gebruiken. De wet vraagt dat ook van ons (Besluit digitale toegankelijkheid overheid).',
          'De norm is EN 301 549. Voor sites zijn dat de regels van WCAG 2.1, niveau AA. Wij maken deze site volgens een nieuwere versie: WCAG 2.2, niveau AA.',
          'Status C: wij namen de eerste maatregelen. Wij kennen nu geen fouten. Maar een onafhankelijk bureau heeft de site nog niet onderzocht. Daarom kunnen wij niet zeggen dat de site helemaal aan de norm voldoet.',
          `Deze verklaring is van ${DATUM.nl}.`,
        ],
      },
      {
        heading: 'Voor iedereen te gebruiken',
        paragraphs: [
          'U kunt alles met het toetsenbord doen. U kunt de site met een schermlezer gebruiken, de tekst groter maken en donkere kleuren kiezen op uw apparaat. De site werkt ook zonder JavaScript. U ziet dan de stand van het moment waarop u de pagina laadde.',
          'Verandert er iets terwijl u kijkt? Dan leest een schermlezer dat voor. Wat u aan het lezen bent, blijft op zijn plaats.',
        ],
      },
      {
        heading: 'Hoe wij dat controleren',
        paragraphs: ['Bij elke wijziging zoekt een programma op elke pagina naar fouten. Niet alles is zo te vinden.'],
      },
      {
        heading: 'Register',
        paragraphs: ['Overheden zetten hun verklaringen in het register van toegankelijkheidsverklaringen.'],
        link: { href: REGISTER, text: 'Naar het register' },
      },
      {
        heading: 'Lost ons antwoord het niet op?',
        paragraphs: [
          'Dan kunt u bij ons een klacht indienen. Bent u daarna nog niet tevreden? Ga dan naar de Nationale ombudsman.',
        ],
        link: { href: OMBUDSMAN, text: 'Klacht indienen bij de Nationale ombudsman' },
      },
    ],
    call: { heading: 'Lukt er iets niet?', before: 'Bel', after: '. Wij helpen u verder en lossen het op.' },
  },
  en: {
    title: 'Accessibility',
    sections: [
      {
        heading: 'Accessibility statement',
        paragraphs: [
          'We want everyone to be able to use this site. The law requires this too (Besluit digitale toegankelijkheid overheid).',
          'The standard is EN 301 549. For websites that means WCAG 2.1, level AA. We make this site according to a newer version: WCAG 2.2, level AA.',
          'Status C: we have taken the first measures. We know of no mistakes now. But no independent firm has examined the site yet. That is why we cannot say that the site fully meets the standard.',
          `This statement is of ${DATUM.en}.`,
        ],
      },
      {
        heading: 'For everyone to use',
        paragraphs: [
          'You can do everything with the keyboard. You can use the site with a screen reader, make the text larger and choose dark colours on your device. The site also works without JavaScript. You then see how things were when you loaded the page.',
          'Does something change while you are looking? A screen reader will read it out. What you are reading stays in its place.',
        ],
      },
      {
        heading: 'How we check this',
        paragraphs: [
          'With every change, a program looks for mistakes on every page. Not everything can be found this way.',
        ],
      },
      {
        heading: 'Register',
        paragraphs: ['Public bodies publish their statements in the register of accessibility statements.'],
        link: { href: REGISTER, text: 'Go to the register (in Dutch)' },
      },
      {
        heading: 'Does our answer not solve it?',
        paragraphs: [
          'You can then file a complaint with us. Are you still not satisfied? Then go to the National Ombudsman.',
        ],
        link: { href: OMBUDSMAN, text: 'File a complaint with the National Ombudsman (in Dutch)' },
      },
    ],
    call: { heading: 'Does something not work?', before: 'Call', after: '. We will help you and fix it.' },
  },
}
