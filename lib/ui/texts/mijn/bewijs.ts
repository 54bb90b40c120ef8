import type { Taal } from '../../text/taal.ts'

/** The page with the outcome of each change: when it was mailed and seen. */
const nl = {
  titel: 'Bewijs',
  link: 'Bewijs: wat u wanneer van ons kreeg',
  intro:
    'Hier leest u van elke wijziging wanneer wij die vastlegden en wat u ervan kreeg en zag. De nieuwste staat bovenaan.',
  stand: (moment: string) => `Stand van ${moment}.`,
  code: (code: string) => `Code: ${code}`,
  codeUitleg:
    'De code hoort bij wat hier staat. Lees hem voor als u belt. Heeft een ander dezelfde code? Dan leest u allebei hetzelfde. Komt er iets bij, dan verandert de code.',
  kenmerkUitleg: 'Heeft u een vraag over een wijziging? Noem dan het kenmerk. Daarmee vinden wij hem terug.',
  gezienUitleg:
    'Wij weten dat u iets zag als de pagina van uw zaak 3 seconden in beeld was, of als u zelf zei dat u het heeft gelezen. Van een document weten wij wanneer wij het voor het eerst helemaal verstuurden naar wie het bekeek of downloadde. Keek iemand die namens de aanvrager mag handelen? Dan staat dat erbij. Staat er ‘Niet bekend’? Dan kunt u het toch hebben gezien.',
  download: 'Download het bewijs als bestand',
  downloadPdf: 'Download het bewijs als PDF',
  downloadUitleg:
    'Een PDF kunt u lezen, afdrukken en doorsturen. Het andere bestand (JSON) is voor een programma. Wij ondertekenen beide. Zo kan iedereen controleren dat het van ons is en dat niemand het veranderde. Wij schrijven op dat u het bewijs downloadt.',
  controleer: 'Controleer een bewijs dat u heeft',
  controleerPapier: (adres: string) =>
    `Dit bestand is ondertekend. Controleer op ${adres} of het echt is. Dat kan alleen met het bestand zelf, niet met een afdruk.`,
  ontbreekt:
    'In dit document staan tekens die wij niet kunnen afdrukken. Op hun plaats staat hun code, zoals [U+1F3E0]. Wilt u ze zien? Download het bewijs dan als bestand (JSON).',
  inzendingen: {
    titel: 'Wat u ons liet weten',
    kolom: { wat: 'Wat', nummer: 'Nummer', ontvangen: 'Wij ontvingen dit', uitkomst: 'Wat ermee gebeurde' },
    soort: {
      aanvulling: (namen: string) => `Gemeld dat dit is gestuurd: ${namen}`,
      intrekking: () => 'Gevraagd om de aanvraag in te trekken',
      vraag: (tekst: string) => `Een vraag gesteld: ‘${tekst}’`,
    },
    gestuurd: (namen: string) => `Gestuurd: ${namen}`,
    bestand: (naam: string, grootte: string, hash: string) => `${naam} (${grootte}), SHA-256: ${hash}`,
    doorGemachtigde: 'Door iemand die namens de aanvrager mag handelen.',
    doorgegeven: 'De behandelaar kreeg het.',
    teruggenomen: 'Het is teruggenomen. De behandelaar kreeg het niet.',
    nogNietBekend: 'Wij geven het nog door aan de behandelaar.',
  },
  kenmerk: 'Kenmerk:',
  kolom: {
    wijziging: 'Wijziging',
    gebeurd: 'Vastgelegd bij de gemeente',
    ontvangen: 'Op deze site',
    mail: 'E-mail',
    gezien: 'Gezien',
  },
  ontvangen: {
    opgehaald: 'later opgehaald',
    metDeZaak: 'Dit kwam mee met de hele zaak. Wij weten niet op welk moment.',
  },
  mail: {
    gemaild: 'verstuurd',
    mail_geweigerd: 'niet aangekomen',
    mail_vervangen: 'niet apart gemaild, omdat een andere mail dit vertelt of omdat het niet meer gold',
    geen: 'Geen',
  },
  opgehaald: (titel: string) => `document ‘${titel}’ bekeken of gedownload`,
  doorGemachtigde: 'door iemand die namens de aanvrager mag handelen',
  nietBekend: 'Niet bekend',
}

const en: typeof nl = {
  titel: 'Proof',
  link: 'Proof: what you received from us, and when',
  intro:
    'For each change you can read when we recorded it, and what you received and saw of it. The newest is at the top.',
  stand: (moment) => `As of ${moment}.`,
  code: (code) => `Code: ${code}`,
  codeUitleg:
    'The code belongs to what is written here. Read it out when you call. Does someone else have the same code? Then you are both reading the same. When something is added, the code changes.',
  kenmerkUitleg: 'Do you have a question about a change? Please quote its reference, so that we can find it.',
  gezienUitleg:
    'We know that you saw something if the page of your case was in view for 3 seconds, or if you told us that you had read it. Of a document we know when we first sent all of it to whoever viewed or downloaded it. If someone who may act for the applicant looked, it says so. If it says ‘Not known’, you may still have seen it.',
  download: 'Download the proof as a file',
  downloadPdf: 'Download the proof as PDF',
  downloadUitleg:
    'A PDF you can read, print and pass on. The other file (JSON) is for programs. Both are in Dutch, and we sign both. That way anyone can check that it is ours and that nobody has changed it. We write down that you download the proof.',
  controleer: 'Check a proof that you have',
  controleerPapier: (adres) =>
    `This file is signed. Check at ${adres} whether it is genuine. That only works with the file itself, not with a print of it.`,
  ontbreekt:
    'This document contains characters that we cannot print. In their place is their code, such as [U+1F3E0]. To see them, download the proof as a file (JSON).',
  inzendingen: {
    titel: 'What you told us',
    kolom: { wat: 'What', nummer: 'Number', ontvangen: 'We received this', uitkomst: 'What became of it' },
    soort: {
      aanvulling: (namen) => `Said that this was sent: ${namen}`,
      intrekking: () => 'Asked to withdraw the application',
      vraag: (tekst) => `Asked a question: ‘${tekst}’`,
    },
    gestuurd: (namen) => `Sent: ${namen}`,
    bestand: (naam, grootte, hash) => `${naam} (${grootte}), SHA-256: ${hash}`,
    doorGemachtigde: 'By someone who may act for the applicant.',
    doorgegeven: 'The member of staff got it.',
    teruggenomen: 'It was taken back. The member of staff did not get it.',
    nogNietBekend: 'We are still passing it on to the member of staff.',
  },
  kenmerk: 'Reference:',
  kolom: {
    wijziging: 'Change',
    gebeurd: 'Recorded by the municipality',
    ontvangen: 'On this site',
    mail: 'Email',
    gezien: 'Seen',
  },
  ontvangen: {
    opgehaald: 'fetched later',
    metDeZaak: 'This came with the whole case. We do not know at which moment.',
  },
  mail: {
    gemaild: 'sent',
    mail_geweigerd: 'not delivered',
    mail_vervangen: 'not emailed separately, because another email says this or it no longer applied',
    geen: 'None',
  },
  opgehaald: (titel) => `document ‘${titel}’ viewed or downloaded`,
  doorGemachtigde: 'by someone who may act for the applicant',
  nietBekend: 'Not known',
}

export const bewijs: Record<Taal, typeof nl> = { nl, en }
