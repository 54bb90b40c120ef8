import type { Taal } from '../../text/taal.ts'

const nl = {
  titel: 'Mijn gegevens',
  intro: 'Dit is alles wat deze site over u bewaart. De gemeente bewaart meer, in andere systemen.',
  download: 'Download alles als bestand',
  downloadUitleg: 'U krijgt een JSON-bestand. Een ander programma kan dat lezen. Bewaar het op een veilige plek.',
  leeg: 'Hiervan bewaren wij niets.',
  ja: 'ja',
  nee: 'nee',
  geen: 'geen',
  onderdelen: {
    burger: {
      titel: 'Wie u bent',
      uitleg:
        'Wij bewaren uw burgerservicenummer (BSN) niet, en het KvK-nummer van een bedrijf ook niet. Wij bewaren alleen een code die wij ervan maken. Daarmee vinden wij uw zaken als u inlogt.',
    },
    zaken: {
      titel: 'Uw zaken',
      uitleg: 'Met alle stappen, wat de medewerker u schreef en tot welke stap u uw zaak heeft gezien.',
    },
    inzendingen: {
      titel: 'Wat u ons meldde',
      uitleg: 'Dat u iets heeft gestuurd of uw aanvraag wilt intrekken, en wat u ons vroeg.',
    },
    bewijzen: {
      titel: 'Wat u van wijzigingen kreeg en zag',
      uitleg: 'Wij bewaren dit zolang uw zaak op deze site staat. In uw zaak leest u het bij Bewijs.',
    },
    emailadres: {
      titel: 'Uw e-mailadres',
      uitleg: 'Met uw keuzes bij Voorkeuren. U kunt het adres daar verwijderen.',
    },
    agenda: {
      titel: 'Uw agenda-adres',
      uitleg: 'Het adres zelf staat bij Voorkeuren. Wie het kent, ziet uw datums.',
    },
    mails: {
      titel: 'Mails die nog komen',
      uitleg: 'Wat erin staat, schrijven wij pas als de mail weggaat.',
    },
    verzondenMails: {
      titel: 'Mails die verstuurd zijn',
      uitleg:
        'Over welke stappen, twee weken lang en zonder de tekst. Zo weten wij over welke zaak een mail ging die terugkomt.',
    },
    apparaten: {
      titel: 'Uw apparaten',
      uitleg: 'De apparaten waarop u een melding krijgt als er nieuws is. U kunt ze bij Voorkeuren verwijderen.',
    },
    verwijderdeZaken: {
      titel: 'Verwijderde zaken',
      uitleg: 'Alleen het kenmerk, één dag lang. Zo weet een pagina die nog openstaat dat de zaak weg is.',
    },
    sessies: {
      titel: 'Wanneer u bent ingelogd',
      uitleg: 'Wij bewaren dit tot kort nadat u bent uitgelogd.',
    },
    handelingen: {
      titel: 'Wat u hier deed',
      uitleg:
        'Wij schrijven op wat u doet, zoals inloggen, om misbruik te vinden. Ook wat een ander voor u doet, en wat u voor een ander doet. Na 18 maanden verwijderen wij dit.',
    },
  },
}

const en: typeof nl = {
  titel: 'My data',
  intro: 'This is everything that this site keeps about you. The municipality keeps more, in other systems.',
  download: 'Download everything as a file',
  downloadUitleg:
    'You get a JSON file, which other programs can read. Its words are in Dutch. Keep it in a safe place.',
  leeg: 'We keep nothing of this kind.',
  ja: 'yes',
  nee: 'no',
  geen: 'none',
  onderdelen: {
    burger: {
      titel: 'Who you are',
      uitleg:
        'We do not keep your citizen service number (BSN), nor the KvK number of a company. We only keep a code that we make of it. With that code we find your cases when you sign in.',
    },
    zaken: {
      titel: 'Your cases',
      uitleg: 'With all steps, what the member of staff wrote to you, and up to which step you have seen your case.',
    },
    inzendingen: {
      titel: 'What you told us',
      uitleg: 'That you have sent something or want to withdraw your application, and what you asked us.',
    },
    bewijzen: {
      titel: 'What you received and saw of changes',
      uitleg: 'We keep this for as long as your case is on this site. In your case you can read it under Proof.',
    },
    emailadres: {
      titel: 'Your email address',
      uitleg: 'With your choices under Preferences, where you can also remove the address.',
    },
    agenda: {
      titel: 'Your calendar address',
      uitleg: 'The address itself is under Preferences. Whoever knows it sees your dates.',
    },
    mails: {
      titel: 'Mails that are still to come',
      uitleg: 'What they say is only written when they are sent.',
    },
    verzondenMails: {
      titel: 'Mails that were sent',
      uitleg:
        'About which steps, for two weeks and without the text. That tells us which case it was about when one comes back.',
    },
    apparaten: {
      titel: 'Your devices',
      uitleg: 'The devices on which you get a notification when there is news. You can remove them under Preferences.',
    },
    verwijderdeZaken: {
      titel: 'Removed cases',
      uitleg: 'Only the reference, for one day. That tells a page that is still open that the case is gone.',
    },
    sessies: { titel: 'When you were signed in', uitleg: 'We keep this until shortly after you have signed out.' },
    handelingen: {
      titel: 'What you did here',
      uitleg:
        'We write down what you do, such as signing in, to find misuse. Also what someone else does for you, and what you do for someone else. We delete this after 18 months.',
    },
  },
}

/** Keyed as ONDERDELEN of lib/publieksportaal/gegevens. */
export const gegevens: Record<Taal, typeof nl> = { nl, en }
