import type { Taal } from '../../text/taal.ts'
import { bestanden } from '../balie/documenten.ts'

/** The text for the citizen about a refused file, by the code of the reason. */
const fout = {
  ...bestanden.fout,
  zaak_full: 'Met dit bestand erbij is alles samen te groot. Haal een bestand weg of maak er een kleiner.',
  too_many: 'U heeft 50 bestanden klaarstaan. Verstuur die eerst, of haal er een weg.',
  burger_full: 'Bij al uw zaken samen staan te veel bestanden klaar. Verstuur die eerst, of haal er een weg.',
  not_asked: 'Wij vragen hier niet meer om. Ververs deze pagina.',
  not_signed_in: 'U bent uitgelogd. Log opnieuw in. Wat u al toevoegde, staat er dan nog.',
  not_found: 'Deze zaak is er niet meer.',
  bestand_lost: 'Wij zijn dit bestand kwijtgeraakt. Onze excuses. Kies het opnieuw.',
} satisfies Record<string, string>

/** The page where a citizen sends the things that were asked, and the confirmation afterwards. */
const nl = {
  titel: 'Stuur wat wij missen',
  intro: 'Kies bij elk onderdeel uw bestanden. Daarna verstuurt u alles in één keer.',
  grenzen: (mb: number, zaakMb: number) =>
    `U kunt een PDF, foto, Word- of Excel-bestand, OpenDocument of platte tekst sturen. Een bestand is hoogstens ${mb} MB, alles samen ${zaakMb} MB.`,
  bewaren: 'Wat u kiest, bewaren wij versleuteld. Verstuurt u het niet? Dan verwijderen wij het na een dag.',
  demo: 'Dit is een demo. Heeft u geen tekening bij de hand? Neem dan deze:',
  demoBestand: 'voorbeeld-plattegrond.pdf',
  klaar: 'Klaar om te versturen',
  tot: (moment: string) => `Nog niet verstuurd. Verstuur dit vóór ${moment}. Daarna verwijderen wij het.`,
  haalWeg: 'Haal weg',
  nietAangenomen: 'Dit bestand is niet aangekomen.',
  kiezer: {
    label: (naam: string) => `Bestanden voor: ${naam}`,
    hint: 'Kies een of meer bestanden, of maak een foto.',
    sleep: 'U kunt bestanden ook hierheen slepen.',
    knop: 'Voeg toe',
    bezig: '{naam} toevoegen',
    klaar: '1 bestand is toegevoegd. U heeft het nog niet verstuurd.',
    klaarMeer: '{aantal} bestanden zijn toegevoegd. U heeft ze nog niet verstuurd.',
    afgebroken: 'Dit bestand kwam niet over. Probeer het opnieuw.',
    opnieuw: 'De verbinding viel weg. Wij versturen het vanzelf opnieuw. Houd deze pagina open.',
  },
  fout: fout as { [Code in keyof typeof fout]: string },
  nogNiets: 'Voor deze onderdelen koos u nog niets. Dat kunt u ook later sturen:',
  nogNietsGekozen: 'Kies eerst een bestand. Daarna kunt u het versturen.',
  uitleg: 'Na het versturen krijgt u een bewijs van ontvangst met de namen van uw bestanden.',
  terugnemen: (tijd: string) =>
    `Vergist u zich? U kunt het terugnemen tot ${tijd} uur. Daarna krijgt de behandelaar het.`,
  nietTerug: 'De laatste dag is bijna voorbij. Daarom krijgt de behandelaar het meteen, en kunt u het niet terugnemen.',
  knop: 'Verstuur',
  wacht: 'Wacht tot uw bestanden zijn toegevoegd. Daarna kunt u ze versturen.',
  anders: 'Stuurt u het per post of e-mail?',
  andersLink: 'Meld dat u het heeft gestuurd',
  niets: 'Er is nu niets om te sturen. Misschien stuurde u het al, of is uw zaak net veranderd.',
  naarSturen: 'Stuur bestanden',
  verder: (aantal: number) =>
    aantal === 1
      ? 'U voegde 1 bestand toe. Het is nog niet verstuurd.'
      : `U voegde ${aantal} bestanden toe. Ze zijn nog niet verstuurd.`,
  naarVerder: 'Ga verder met versturen',
  gemeld: 'U stuurde dit.',
  gemeldDoorAnder: 'Dit is gestuurd.',
  gestuurd: 'U stuurde dit:',
  gestuurdDoorAnder: 'Dit is gestuurd:',
  bestand: (grootte: string) => `(${grootte})`,
  vingerafdruk: 'Digitale vingerafdruk van elk bestand (SHA-256)',
  onderweg:
    'Verstuurd, maar nog niet bij wie uw aanvraag behandelt. Wij geven het vanzelf door. U hoeft niets te doen.',
  aangekomen: (moment: string) => `Wie uw aanvraag behandelt, heeft het sinds: ${moment}.`,
  geweigerd: (reden: string) =>
    `Dit is niet aangekomen bij wie uw aanvraag behandelt. ${reden} Wat u stuurde, telt daarom niet mee. U kunt het opnieuw versturen zolang wij erom vragen.`,
  neemTerug: {
    kan: (tijd: string) => `Klopt dit niet? U kunt het terugnemen tot ${tijd} uur. Uw bestanden staan dan weer klaar.`,
    knop: 'Neem terug',
    teLaat:
      'Terugnemen kan niet meer: wij gaven het al door aan wie uw aanvraag behandelt. Klopt het niet? Bel ons en noem het nummer.',
    gedaan: (moment: string) => `U nam dit terug: ${moment}. De behandelaar heeft het niet gekregen.`,
  },
}

const en: typeof nl = {
  titel: 'Send what we are missing',
  intro: 'Choose your files for each item. Then you send everything at once.',
  grenzen: (mb, zaakMb) =>
    `You can send a PDF, photo, Word or Excel file, OpenDocument or plain text. One file can be at most ${mb} MB, everything together ${zaakMb} MB.`,
  bewaren: 'We keep what you choose encrypted. If you do not send it, we remove it after a day.',
  demo: 'This is a demo. No drawing at hand? Take this one:',
  demoBestand: 'voorbeeld-plattegrond.pdf',
  klaar: 'Ready to send',
  tot: (moment) => `Not sent yet. Send this before ${moment}. After that we remove it.`,
  haalWeg: 'Remove',
  nietAangenomen: 'This file did not arrive.',
  kiezer: {
    label: (naam) => `Files for: ${naam}`,
    hint: 'Choose one or more files, or take a photo.',
    sleep: 'You can also drop files here.',
    knop: 'Add',
    bezig: 'Adding {naam}',
    klaar: '1 file was added. You have not sent it yet.',
    klaarMeer: '{aantal} files were added. You have not sent them yet.',
    afgebroken: 'This file did not come through. Please try again.',
    opnieuw: 'The connection broke off. We will send it again by ourselves. Please keep this page open.',
  },
  fout: {
    bestand_empty: 'This file is empty. Choose another one.',
    bestand_too_large: 'This file is too large. Make it smaller, or split it into several files.',
    zaak_full: 'With this file everything together is too large. Remove a file, or make one smaller.',
    size_differs: 'This file did not come through whole. Please try again.',
    too_many_under_way: 'Too many of your files are coming in at once. Please try again in a minute.',
    type_not_allowed: 'This kind of file is not possible. Choose a PDF, a photo, an Office document or plain text.',
    archive_refused: 'This is an archive, such as a zip. Unpack it and choose the files that are in it.',
    text_not_utf8: 'The characters of this text cannot be read. Save it as UTF-8, or make a PDF of it.',
    document_locked: 'This document has a password. Take that off, and choose it again.',
    document_with_macros: 'This document contains macros. Save it without macros, or make a PDF of it.',
    document_with_objects: 'This document holds another file or a program. Take that out, or make a PDF of it.',
    document_loads_remote:
      'When it is opened, this document gets something from another address, such as a template or an image. Make a PDF of it.',
    document_damaged: 'This document is damaged. Open it, save it again, and then choose it once more.',
    document_expands: 'Unpacked this document is too large. Make a PDF of it.',
    too_many: 'You have 50 files ready. Send those first, or remove one.',
    burger_full: 'Too many files are ready for all your cases together. Send those first, or remove one.',
    not_asked: 'We do not ask for this any more. Reload this page.',
    not_signed_in: 'You have been signed out. Sign in again. What you added before is still there then.',
    not_found: 'This case is not there any more.',
    bestand_lost: 'We have lost this file. Our apologies. Please choose it again.',
  },
  nogNiets: 'For these items you have not chosen anything yet. You can also send that later:',
  nogNietsGekozen: 'Choose a file first. Then you can send it.',
  uitleg: 'After sending you get a receipt with the names of your files.',
  terugnemen: (tijd) =>
    `Made a mistake? You can take it back until ${tijd}. After that it goes to who handles your application.`,
  nietTerug:
    'The last day is almost over. So it goes to who handles your application at once, and you cannot take it back.',
  knop: 'Send',
  wacht: 'Wait until your files have been added. Then you can send them.',
  anders: 'Do you send it by post or email?',
  andersLink: 'Tell us that you have sent it',
  niets: 'There is nothing to send now. You may have sent it already, or your case has just changed.',
  naarSturen: 'Send files',
  verder: (aantal) =>
    aantal === 1
      ? 'You added 1 file. It has not been sent yet.'
      : `You added ${aantal} files. They have not been sent yet.`,
  naarVerder: 'Go on with sending',
  gemeld: 'You sent this.',
  gemeldDoorAnder: 'This was sent.',
  gestuurd: 'You sent this:',
  gestuurdDoorAnder: 'This was sent:',
  bestand: (grootte) => `(${grootte})`,
  vingerafdruk: 'Digital fingerprint of each file (SHA-256)',
  onderweg:
    'Sent, but not yet with who handles your application. We pass it on by ourselves. You do not have to do anything.',
  aangekomen: (moment) => `Who handles your application has had it since: ${moment}.`,
  geweigerd: (reden) =>
    `This did not arrive with who handles your application. ${reden} So what you sent does not count. You can send it again for as long as we ask for it.`,
  neemTerug: {
    kan: (tijd) => `Is this not right? You can take it back until ${tijd}. Your files are then ready again.`,
    knop: 'Take it back',
    teLaat:
      'It can no longer be taken back: we have passed it on to who handles your application. Is it not right? Call us and mention the number.',
    gedaan: (moment) => `You took this back: ${moment}. The member of staff did not get it.`,
  },
}

export const sturen = { nl, en }

/** Returns why a file was refused; for an unknown code, that the upload failed. */
export function bestandsfoutTekst(code: string, taal: Taal): string {
  const { fout, kiezer } = sturen[taal]
  return new Map(Object.entries(fout)).get(code) ?? kiezer.afgebroken
}
