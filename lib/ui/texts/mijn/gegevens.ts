import type { Taal } from '../../text/taal.ts'

const nl = {
  titel: 'Mijn gegevens',
  intro: 'Dit is wat deze site over u bewaart. De gemeente bewaart meer, in andere systemen.',
  bestand: 'Alles als bestand',
  download: 'Download alles als bestand',
  downloadUitleg:
    'In het bestand staat alles precies zoals wij het bewaren, ook de technische kenmerken. Het is een JSON-bestand. Een ander programma kan dat lezen. Bewaar het op een veilige plek.',
  leeg: 'Hiervan bewaren wij niets.',
  alles: 'Terug naar al uw gegevens',
  aantal: (count: number, more: boolean) => (count === 0 ? 'niets' : more ? `meer dan ${count}` : String(count)),
  groepen: {
    wie: 'Wie u bent',
    zaken: 'Uw zaken',
    gestuurd: 'Wat u ons liet weten',
    bereiken: 'Hoe wij u bereiken',
    gekregen: 'Wat u van ons kreeg',
    gedaan: 'Wat u hier deed',
  },
  zinnen: {
    vestiging: (nummer: string) => `Vestigingsnummer: ${nummer}.`,
    eersteKeer: (op: string) => `Eerste keer ingelogd: ${op}.`,
    wijzigingen: (aantal: number) => `Zo vaak veranderde er iets in uw zaken: ${aantal}.`,
    meldingenOver: (voortgang: boolean, termijnen: boolean) =>
      `Meldingen op uw apparaten: over stappen ${voortgang ? 'wel' : 'niet'}, over de datum van ons besluit ${termijnen ? 'wel' : 'niet'}.`,
    mailsOver: (voortgang: boolean, termijnen: boolean) =>
      `Mail: over stappen ${voortgang ? 'wel' : 'niet'}, over de datum van ons besluit ${termijnen ? 'wel' : 'niet'}.`,
    begonnen: (op: string) => `Begonnen op ${op}.`,
    afgerond: (op: string) => `Afgerond op ${op}.`,
    stappen: (versie: number, gezien: number) =>
      `Aantal stappen en wijzigingen: ${versie}. ${gezien === 0 ? 'U heeft er nog niets van gezien.' : gezien < versie ? `U zag de eerste ${gezien}.` : 'U heeft alles gezien.'}`,
    verwijderd: (op: string) => `Een zaak die van deze site verdween op ${op}.`,
    inzending: {
      aanvulling: 'u meldde dat u dit heeft gestuurd:',
      intrekking: 'u vroeg om uw aanvraag in te trekken.',
      vraag: 'u stelde een vraag:',
    },
    doorAnder: '(Een ander deed dit voor u.)',
    teruggenomen: (op: string) => `Teruggenomen op ${op}.`,
    nieuwAdres: (adres: string) => `Een nieuw adres, dat u nog moet bevestigen: ${adres}.`,
    nummer: 'Nummer:',
    bestandVerstuurd: 'Verstuurd.',
    bestandKlaar: 'Nog niet verstuurd.',
    naarZaak: 'Naar de zaak',
    bevestigd: (op: string) => `Bevestigd op ${op}.`,
    nietBevestigd: 'Nog niet bevestigd.',
    geweigerd: (op: string) => `Op ${op} kwam een mail terug.`,
    apparaat: 'Een apparaat',
    sinds: (op: string) => `sinds ${op}.`,
    laatsteMelding: (op: string) => `Laatste melding: ${op}.`,
    nogTeMelden: (aantal: number) => `Er komen nog meldingen: ${aantal}.`,
    agenda: (sinds: string, opgehaald: string) =>
      `Sinds ${sinds} kan een agenda uw datums ophalen. De laatste keer was ${opgehaald}.`,
    bewijs: {
      gezien: 'u zag een wijziging.',
      gezien_door_gemachtigde: 'iemand die voor u mag handelen zag een wijziging.',
      gemaild: 'wij mailden u over een wijziging.',
      mail_geweigerd: 'een mail over een wijziging kwam niet aan.',
      mail_vervangen: 'een wijziging kreeg geen eigen mail.',
      document_opgehaald: 'u bekeek of downloadde een document.',
      document_opgehaald_door_gemachtigde: 'iemand die voor u mag handelen bekeek of downloadde een document.',
    },
    herinneringenAan: (aanvulling: boolean, bezwaar: boolean) =>
      `Herinneringen: aan de laatste dag om iets te sturen ${aanvulling ? 'wel' : 'niet'}, aan de laatste dag van bezwaar ${bezwaar ? 'wel' : 'niet'}.`,
    herinnering: {
      aanvulling: (dag: string) => `wij herinnerden u aan de laatste dag om iets te sturen, ${dag}.`,
      bezwaar: (dag: string) => `wij herinnerden u aan de laatste dag om bezwaar te maken, ${dag}.`,
    },
    mailOverZaak: (op: string) => `Er komt een mail over een zaak. Dat weten wij sinds ${op}.`,
    mailOverAdres: (op: string) => `Er komt een mail over uw e-mailadres. Dat weten wij sinds ${op}.`,
    verzondenOverZaak: (op: string) => `${op}: een mail over een zaak.`,
    verzondenOverAdres: (op: string) => `${op}: een mail over uw e-mailadres.`,
    uitgelogd: (op: string) => `Uitgelogd op ${op}.`,
    ingelogdTot: (op: string) => `Ingelogd tot ${op}.`,
    door: {
      uzelf: '',
      'iemand anders, voor u': 'Een ander deed dit voor u.',
      'u, voor iemand anders': 'U deed dit voor een ander.',
    },
    mislukt: 'Dat lukte niet.',
    handeling: {
      inloggen: 'ingelogd',
      uitloggen: 'uitgelogd',
      vestiging_kiezen: 'een vestiging gekozen',
      gegevens_downloaden: 'uw gegevens gedownload',
      bewijs_downloaden: 'het bewijs van een zaak gedownload',
      lezen_bevestigen: 'gezegd dat u een zaak heeft gelezen',
      aanvulling_melden: 'gemeld dat u iets heeft gestuurd',
      melding_terugnemen: 'een melding teruggenomen',
      intrekking_vragen: 'gevraagd om een aanvraag in te trekken',
      vraag_stellen: 'een vraag gesteld',
      emailadres_opgeven: 'een e-mailadres gegeven',
      emailadres_bevestigen: 'uw e-mailadres bevestigd',
      emailadres_verwijderen: 'uw e-mailadres verwijderd',
      voorkeuren_wijzigen: 'uw voorkeuren veranderd',
      apparaat_toevoegen: 'een apparaat toegevoegd',
      apparaat_verwijderen: 'een apparaat verwijderd',
      agenda_maken: 'een agenda-adres gemaakt',
      agenda_vernieuwen: 'een nieuw agenda-adres gemaakt',
      agenda_stoppen: 'met het agenda-adres gestopt',
    },
  },
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
      titel: 'Wat u ons liet weten',
      uitleg: 'Dat u iets heeft gestuurd of uw aanvraag wilt intrekken, en wat u ons vroeg.',
    },
    bestanden: {
      titel: 'Bestanden die nog bij ons staan',
      uitleg:
        'Wat u klaarzette om te versturen. Wij bewaren het versleuteld, tot de behandelaar het heeft. Wat u niet verstuurt, verwijderen wij na een dag.',
    },
    bewijzen: {
      titel: 'Wat u van wijzigingen kreeg en zag',
      uitleg: 'Wij bewaren dit zolang uw zaak op deze site staat. In uw zaak leest u het bij Bewijs.',
    },
    herinneringen: {
      titel: 'Herinneringen',
      uitleg: 'Aan welke laatste dagen wij u herinnerden. Wij bewaren dit zolang uw zaak op deze site staat.',
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
  intro: 'This is what this site keeps about you. The municipality keeps more, in other systems.',
  bestand: 'Everything as a file',
  download: 'Download everything as a file',
  downloadUitleg:
    'The file has everything exactly as we keep it, the technical references too. It is a JSON file, which other programs can read. Its words are in Dutch. Keep it in a safe place.',
  leeg: 'We keep nothing of this kind.',
  alles: 'Back to all your data',
  aantal: (count, more) => (count === 0 ? 'nothing' : more ? `more than ${count}` : String(count)),
  groepen: {
    wie: 'Who you are',
    zaken: 'Your cases',
    gestuurd: 'What you told us',
    bereiken: 'How we reach you',
    gekregen: 'What you received from us',
    gedaan: 'What you did here',
  },
  zinnen: {
    vestiging: (nummer) => `Branch number: ${nummer}.`,
    eersteKeer: (op) => `First signed in: ${op}.`,
    wijzigingen: (aantal) => `Number of times that something changed in your cases: ${aantal}.`,
    meldingenOver: (voortgang, termijnen) =>
      `Notifications on your devices: about steps ${voortgang ? 'yes' : 'no'}, about the date of our decision ${termijnen ? 'yes' : 'no'}.`,
    mailsOver: (voortgang, termijnen) =>
      `Email: about steps ${voortgang ? 'yes' : 'no'}, about the date of our decision ${termijnen ? 'yes' : 'no'}.`,
    begonnen: (op) => `Begun on ${op}.`,
    afgerond: (op) => `Completed on ${op}.`,
    stappen: (versie, gezien) =>
      `Number of steps and changes: ${versie}. ${gezien === 0 ? 'You have not seen any of them yet.' : gezien < versie ? `You have seen the first ${gezien}.` : 'You have seen all of them.'}`,
    verwijderd: (op) => `A case that disappeared from this site on ${op}.`,
    inzending: {
      aanvulling: 'you told us that you have sent this:',
      intrekking: 'you asked to withdraw your application.',
      vraag: 'you asked a question:',
    },
    doorAnder: '(Someone else did this for you.)',
    teruggenomen: (op) => `Taken back on ${op}.`,
    nieuwAdres: (adres) => `A new address, which you still have to confirm: ${adres}.`,
    nummer: 'Number:',
    bestandVerstuurd: 'Sent.',
    bestandKlaar: 'Not sent yet.',
    naarZaak: 'To the case',
    bevestigd: (op) => `Confirmed on ${op}.`,
    nietBevestigd: 'Not confirmed yet.',
    geweigerd: (op) => `On ${op} an email came back.`,
    apparaat: 'A device',
    sinds: (op) => `since ${op}.`,
    laatsteMelding: (op) => `Last notification: ${op}.`,
    nogTeMelden: (aantal) => `Notifications still to come: ${aantal}.`,
    agenda: (sinds, opgehaald) => `Since ${sinds} a calendar can fetch your dates. The last time was ${opgehaald}.`,
    bewijs: {
      gezien: 'you saw a change.',
      gezien_door_gemachtigde: 'someone who may act for you saw a change.',
      gemaild: 'we emailed you about a change.',
      mail_geweigerd: 'an email about a change did not arrive.',
      mail_vervangen: 'a change got no email of its own.',
      document_opgehaald: 'you viewed or downloaded a document.',
      document_opgehaald_door_gemachtigde: 'someone who may act for you viewed or downloaded a document.',
    },
    herinneringenAan: (aanvulling, bezwaar) =>
      `Reminders: of the last day to send something ${aanvulling ? 'yes' : 'no'}, of the last day to object ${bezwaar ? 'yes' : 'no'}.`,
    herinnering: {
      aanvulling: (dag) => `we reminded you of the last day to send something, ${dag}.`,
      bezwaar: (dag) => `we reminded you of the last day to object, ${dag}.`,
    },
    mailOverZaak: (op) => `An email about a case is to come. We have known that since ${op}.`,
    mailOverAdres: (op) => `An email about your email address is to come. We have known that since ${op}.`,
    verzondenOverZaak: (op) => `${op}: an email about a case.`,
    verzondenOverAdres: (op) => `${op}: an email about your email address.`,
    uitgelogd: (op) => `Signed out on ${op}.`,
    ingelogdTot: (op) => `Signed in until ${op}.`,
    door: {
      uzelf: '',
      'iemand anders, voor u': 'Someone else did this for you.',
      'u, voor iemand anders': 'You did this for someone else.',
    },
    mislukt: 'That did not succeed.',
    handeling: {
      inloggen: 'signed in',
      uitloggen: 'signed out',
      vestiging_kiezen: 'chose a branch',
      gegevens_downloaden: 'downloaded your data',
      bewijs_downloaden: 'downloaded the proof of a case',
      lezen_bevestigen: 'said that you have read a case',
      aanvulling_melden: 'told us that you have sent something',
      melding_terugnemen: 'took back what you told us',
      intrekking_vragen: 'asked to withdraw an application',
      vraag_stellen: 'asked a question',
      emailadres_opgeven: 'gave an email address',
      emailadres_bevestigen: 'confirmed your email address',
      emailadres_verwijderen: 'removed your email address',
      voorkeuren_wijzigen: 'changed your preferences',
      apparaat_toevoegen: 'added a device',
      apparaat_verwijderen: 'removed a device',
      agenda_maken: 'made a calendar address',
      agenda_vernieuwen: 'made a new calendar address',
      agenda_stoppen: 'stopped the calendar address',
    },
  },
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
    bestanden: {
      titel: 'Files that are still with us',
      uitleg:
        'What you added in order to send it. We keep it encrypted until the member of staff has it. What you do not send, we remove after a day.',
    },
    bewijzen: {
      titel: 'What you received and saw of changes',
      uitleg: 'We keep this for as long as your case is on this site. In your case you can read it under Proof.',
    },
    herinneringen: {
      titel: 'Reminders',
      uitleg: 'Of which last days we reminded you. We keep this for as long as your case is on this site.',
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
