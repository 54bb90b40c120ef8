import type { Taal } from '../text/taal.ts'
import type { TextPageContent } from '../text/text-page.tsx'

export const privacy: Record<Taal, TextPageContent> = {
  nl: {
    title: 'Privacy',
    sections: [
      {
        heading: 'Wat wij bewaren',
        paragraphs: [
          'Wij bewaren van uw zaak: het zaaknummer, de naam van de zaak, de stappen met hun datum en wat de medewerker u schrijft. Wij bewaren ook of u de laatste stap heeft gezien.',
          'Wij bewaren uw burgerservicenummer (BSN) hier niet. Wij maken er een code van. Van die code kan niemand zonder onze sleutel weer een BSN maken.',
        ],
      },
      {
        heading: 'Berichten tussen systemen',
        paragraphs: [
          'Het zaaksysteem van de gemeente stuurt deze site een bericht als uw zaak verandert. In dat bericht staan alleen het kenmerk van de zaak, de oude en nieuwe status en het tijdstip. Uw naam en BSN staan er niet in.',
          'Heeft u de wijziging gezien? Dan stuurt deze site dat terug: welke wijziging, en wanneer. De medewerkers die uw zaak behandelen zien dat bij uw zaak. In dat bericht staat niet wie er keek.',
          'Meldt u dat u iets heeft gestuurd, of vraagt u om uw aanvraag in te trekken? Dan bewaren wij dat met een nummer en de tijd, en sturen wij het naar het zaaksysteem.',
        ],
      },
      {
        heading: 'Cookies',
        paragraphs: [
          'Wij gebruiken alleen cookies die nodig zijn: om te weten dat u bent ingelogd, en welke taal u kiest. Wij volgen u niet en geven niets door aan adverteerders.',
        ],
      },
    ],
    call: {
      heading: 'Uw rechten',
      before: 'Bij ‘Mijn gegevens’ ziet u wat deze site over u bewaart. Klopt er iets niet? Bel ons op',
      after: '.',
    },
  },
  en: {
    title: 'Privacy',
    sections: [
      {
        heading: 'What we keep',
        paragraphs: [
          'Of your case we keep: the case number, the name of the case, the steps with their dates and what the member of staff writes to you. We also keep whether you have seen the latest step.',
          'We do not keep your citizen service number (BSN) here. We turn it into a code. Without our key nobody can turn that code back into a BSN.',
        ],
      },
      {
        heading: 'Messages between systems',
        paragraphs: [
          'The case system of the municipality sends this site a message when your case changes. It holds only the reference of the case, the old and new status and the time. Your name and BSN are not in it.',
          'Have you seen the change? Then this site reports that back: which change, and when. The staff who work on your case see that with your case. The report does not say who looked.',
          'Do you tell us that you have sent something, or do you ask to withdraw your application? Then we keep that with a number and the time, and send it to the case system.',
        ],
      },
      {
        heading: 'Cookies',
        paragraphs: [
          'We only use cookies that are needed: to know that you are signed in, and which language you choose. We do not track you and pass nothing on to advertisers.',
        ],
      },
    ],
    call: {
      heading: 'Your rights',
      before: 'Under ‘My data’ you see what this site keeps about you. Is something not right? Call us on',
      after: '.',
    },
  },
}
