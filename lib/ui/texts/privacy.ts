import type { Taal } from '../text/taal.ts'
import type { TextPageContent } from '../text/text-page.tsx'

export const privacy: Record<Taal, TextPageContent> = {
  nl: {
    title: 'Privacy',
    sections: [
      {
        heading: 'Wat wij bewaren',
        paragraphs: [
          'Wij bewaren van uw zaak: het zaaknummer, de naam van de zaak, de stappen met hun datum en wat de medewerker u schrijft. Wij bewaren ook wanneer u een stap heeft gezien en wat er met een mail daarover gebeurde. Bij uw zaak leest u dat bij ‘Bewijs’.',
          'Wij bewaren uw burgerservicenummer (BSN) hier niet. Wij maken er een code van. Van die code kan niemand zonder onze sleutel weer een BSN maken. Met het KvK-nummer van een bedrijf doen wij hetzelfde.',
          'Heeft u geen zaken bij ons, en logt u lang niet in? Dan vergeten wij u, ook uw e-mailadres, uw apparaten en uw agenda. Bij ‘Voorkeuren’ leest u na hoeveel dagen.',
          'Doet iemand iets namens u of uw bedrijf? Dan schrijven wij op dat het een ander was. Die ander staat daar ook alleen met een code in.',
        ],
      },
      {
        heading: 'E-mail',
        paragraphs: [
          'Wilt u mail over uw zaken? Dan bewaren wij uw e-mailadres, versleuteld. Wij gebruiken het alleen daarvoor. Zodra u zich afmeldt, vergeten wij het.',
          'In een mail staan het soort aanvraag, het zaaknummer, wat er is veranderd en wat u moet doen. Uw naam, uw BSN en wat de medewerker u schrijft staan er niet in. Zegt uw aanvraag iets gevoeligs over u, zoals over uw gezondheid? Dan staat er alleen dat er nieuws is.',
        ],
      },
      {
        heading: 'Agenda',
        paragraphs: [
          'Wilt u de datums van uw zaken in uw agenda? Dan maken wij een adres voor u. Wij bewaren het versleuteld, met de tijd waarop een agenda de datums het laatst ophaalde. Wie het adres heeft, ziet de datums en zaaknummers, dus ook het bedrijf van uw agenda. Uw naam, uw BSN en waar uw zaak over gaat staan er niet in.',
          'Het adres werkt tot u stopt, een nieuw adres maakt, of tot een jaar lang geen agenda de datums ophaalde.',
        ],
      },
      {
        heading: 'Meldingen op uw apparaat',
        paragraphs: [
          'Zet u meldingen aan op een apparaat? Dan bewaren wij het adres en de sleutels waarmee wij dat apparaat bereiken, versleuteld, met een naam zoals Chrome (Android). Verwijdert u het apparaat, of werkt het adres niet meer? Dan vergeten wij ze.',
          'Een melding gaat via de maker van uw browser. Die kan haar niet lezen. Er staat alleen in dat er nieuws is over uw zaak, of dat er een laatste dag aankomt. U krijgt meldingen ook als u bent uitgelogd.',
        ],
      },
      {
        heading: 'Berichten tussen systemen',
        paragraphs: [
          'Het zaaksysteem van de gemeente stuurt deze site een bericht als uw zaak verandert. In dat bericht staan alleen het kenmerk van de zaak, de oude en nieuwe status en het tijdstip. Uw naam en BSN staan er niet in.',
          'Heeft u de wijziging gezien? Dan stuurt deze site dat terug: welke wijziging, en wanneer. De medewerkers die uw zaak behandelen zien dat bij uw zaak. In dat bericht staat niet wie er keek, alleen of u het zelf was of iemand die namens u mag handelen.',
          'Meldt u dat u iets heeft gestuurd, stelt u een vraag, of vraagt u om uw aanvraag in te trekken? Dan bewaren wij dat met een nummer en de tijd, en sturen wij het naar het zaaksysteem. Een melding die u binnen een uur terugneemt, sturen wij niet.',
          'Stuurt u bestanden? Dan bewaren wij die versleuteld tot het zaaksysteem ze heeft. Daarna verwijderen wij ze hier. De namen, de grootte en een digitale vingerafdruk blijven bij uw zaak staan. Wat u klaarzet maar niet verstuurt, verwijderen wij na een dag.',
          'Laat u ons weten of een tekst duidelijk was? Dan bewaren wij alleen de dag, de soort aanvraag, de tekst en uw antwoord, een jaar lang. Wij bewaren niet wie u bent en over welke zaak het ging.',
        ],
      },
      {
        heading: 'Cookies',
        paragraphs: [
          'Wij gebruiken alleen cookies die nodig zijn: om te weten dat u bent ingelogd, welke taal u kiest, en welke vraag over een tekst u al heeft beantwoord. Wij volgen u niet en geven niets door aan adverteerders.',
          'Doet u 15 minuten niets? Dan loggen wij u uit. Wij waarschuwen u 2 minuten daarvoor. Wat u toen had getypt, bewaart uw browser op uw apparaat. Het gaat weg als u weer inlogt, zelf uitlogt of het tabblad sluit.',
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
          'Of your case we keep: the case number, the name of the case, the steps with their dates and what the member of staff writes to you. We also keep when you have seen a step and what became of an email about it. In your case you can read that under ‘Proof’.',
          'We do not keep your citizen service number (BSN) here. We turn it into a code. Without our key nobody can turn that code back into a BSN. We do the same with the KvK number of a company.',
          'Do you have no cases with us, and do you not sign in for a long time? Then we forget you, and with you your email address, your devices and your calendar. Under ‘Preferences’ you can read after how many days.',
          'Does someone do something on behalf of you or your company? Then we write down that it was someone else. That person too is only kept as a code.',
        ],
      },
      {
        heading: 'Email',
        paragraphs: [
          'Do you want email about your cases? Then we keep your email address, encrypted. We use it for that only. As soon as you unsubscribe, we forget it.',
          'An email holds the kind of application, the case number, what has changed and what you have to do. Your name, your BSN and what the member of staff writes to you are not in it. Does your application say something sensitive about you, such as about your health? Then it only says that there is news.',
        ],
      },
      {
        heading: 'Calendar',
        paragraphs: [
          'Do you want the dates of your cases in your calendar? Then we make an address for you. We keep it encrypted, with the time at which a calendar last fetched the dates. Whoever has the address sees the dates and case numbers, so the company behind your calendar does too. Your name, your BSN and what your case is about are not in it.',
          'The address works until you stop it, make a new one, or no calendar has fetched the dates for a year.',
        ],
      },
      {
        heading: 'Notifications on your device',
        paragraphs: [
          'Do you switch on notifications on a device? Then we keep the address and the keys with which we reach that device, encrypted, with a name such as Chrome (Android). If you remove the device, or the address no longer works, we forget them.',
          'A notification goes through the maker of your browser, who cannot read it. It only says that there is news about your case, or that a last day is near. You also get notifications when you are signed out.',
        ],
      },
      {
        heading: 'Messages between systems',
        paragraphs: [
          'The case system of the municipality sends this site a message when your case changes. It holds only the reference of the case, the old and new status and the time. Your name and BSN are not in it.',
          'Have you seen the change? Then this site reports that back: which change, and when. The staff who work on your case see that with your case. The report does not say who looked, only whether it was you or someone who may act for you.',
          'Do you tell us that you have sent something, do you ask a question, or do you ask to withdraw your application? Then we keep that with a number and the time, and send it to the case system. A message that you take back within an hour is not sent.',
          'Do you send files? Then we keep them encrypted until the case system has them. After that we remove them here. Their names, their size and a digital fingerprint stay with your case. What you add and do not send, we remove after a day.',
          'Do you let us know whether a text was clear? Then we only keep the day, the kind of application, the text and your answer, for a year. We do not keep who you are, nor which case it was about.',
        ],
      },
      {
        heading: 'Cookies',
        paragraphs: [
          'We only use cookies that are needed: to know that you are signed in, which language you choose, and which question about a text you have already answered. We do not track you and pass nothing on to advertisers.',
          'Do you do nothing for 15 minutes? Then we sign you out. We warn you 2 minutes before. What you had typed by then, your browser keeps on your device. It goes away when you sign in again, sign out yourself or close the tab.',
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
