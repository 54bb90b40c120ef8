import type { Taal } from '../text/taal.ts'
import type { TextPageContent } from '../text/text-page.tsx'

export const toegankelijkheid: Record<Taal, TextPageContent> = {
  nl: {
    title: 'Toegankelijkheid',
    sections: [
      {
        heading: 'Voor iedereen te gebruiken',
        paragraphs: [
          'Deze site is gemaakt volgens de regels van WCAG 2.2, niveau AA.',
          'U kunt alles met het toetsenbord doen. U kunt de site met een schermlezer gebruiken, de tekst groter maken en donkere kleuren kiezen op uw apparaat. De site werkt ook zonder JavaScript. U ziet dan de laatste stand als u de pagina opnieuw laadt.',
          'Verandert er iets terwijl u kijkt? Dan leest een schermlezer dat voor. Wat u aan het lezen bent, blijft op zijn plaats.',
        ],
      },
      {
        heading: 'Hoe wij dat controleren',
        paragraphs: [
          'Bij elke wijziging zoekt een programma op elke pagina naar fouten. Niet alles is zo te vinden. Een onderzoek door een onafhankelijk bureau is er nog niet.',
        ],
      },
    ],
    call: { heading: 'Lukt er iets niet?', before: 'Bel', after: '. Wij helpen u verder en lossen het op.' },
  },
  en: {
    title: 'Accessibility',
    sections: [
      {
        heading: 'For everyone to use',
        paragraphs: [
          'This site is made according to WCAG 2.2, level AA.',
          'You can do everything with the keyboard. You can use the site with a screen reader, make the text larger and choose dark colours on your device. The site also works without JavaScript. You then see the latest status when you load the page again.',
          'Does something change while you are looking? A screen reader will read it out. What you are reading stays in its place.',
        ],
      },
      {
        heading: 'How we check this',
        paragraphs: [
          'With every change, a program looks for mistakes on every page. Not everything can be found this way. There has been no audit by an independent firm yet.',
        ],
      },
    ],
    call: { heading: 'Does something not work?', before: 'Call', after: '. We will help you and fix it.' },
  },
}
