import type { Taal } from '../../text/taal.ts'

/** The page where anybody checks the file of a bewijs. */
const nl = {
  titel: 'Controleer een bewijs',
  intro:
    'Kreeg u een bestand met een bewijs van deze site? Controleer hier of het echt is. Wij bewaren het bestand niet.',
  bestand: 'Bestand',
  bestandHint: 'Een JSON-bestand of een PDF, zoals u het kreeg. Een afdruk of een foto kunnen wij niet controleren.',
  plakken: 'Heeft u alleen de tekst?',
  tekst: 'Plak hier alle tekst van het JSON-bestand',
  knop: 'Controleer',
  bezig: 'Bezig…',
  geenBestand: 'Kies een bestand, of plak de tekst ervan.',
  teGroot: 'Dit bestand is te groot. Een bewijs van deze site is nooit groter dan 240 kB.',
  echt: {
    titel: 'Dit bewijs is echt',
    uitleg: (gemeente: string, moment: string) =>
      `De site van ${gemeente} maakte dit bestand op ${moment}. Daarna is er niets aan veranderd.`,
    code: (code: string) => `Code: ${code}.`,
    codeUitleg: 'Heeft een ander ook een bewijs? Met dezelfde code staat er hetzelfde in.',
    ouder:
      'Het heeft een oudere vorm dan wij nu maken. Het blijft geldig. Wilt u de nieuwe vorm? Laat het dan opnieuw downloaden.',
  },
  ondertekend: {
    titel: 'Dit hebben wij ondertekend',
    vergelijk:
      'Vergelijk dit met wat u in het bestand leest. Laat een programma iets anders zien? Vertrouw dan alleen op wat hier staat.',
    alleenPdf:
      'Van een PDF in de oudere vorm kunnen wij hier niet laten zien wat erin staat. Ondertekend zijn de bladzijden zelf.',
    omschrijving: 'Zaak',
    zaaknummer: 'Zaaknummer',
    zaaktype: 'Soort zaak',
    gemeente: 'Gemaakt door',
    gemaakt: 'Gemaakt op',
    bestand: 'Soort bestand',
    soort: { json: 'JSON (voor een programma)', pdf: 'PDF' },
    wijzigingen: 'Wijzigingen',
    inzendingen: 'Gestuurd of gevraagd door de aanvrager',
    inzending: { aanvulling: 'Informatie of bestanden', intrekking: 'Verzoek om in te trekken', vraag: 'Vraag' },
  },
  nietEcht: {
    no_bewijs: {
      titel: 'Dit is geen bewijs van deze site',
      uitleg:
        'Er staat geen handtekening van ons onder. Kies het bestand zoals het bij ‘Bewijs’ is gedownload. Als een programma het opnieuw opsloeg, kunnen wij het niet controleren.',
    },
    changed: {
      titel: 'Dit bestand is veranderd',
      uitleg:
        'Het is niet meer zoals wij het maakten. Vertrouw niet op wat erin staat. Vraag wie het u gaf om het nog eens te downloaden.',
    },
    other_key: {
      titel: 'Dit bestand is niet van deze site',
      uitleg: 'Het is ondertekend met een sleutel die niet van ons is. Vertrouw niet op wat erin staat.',
    },
    withdrawn: {
      titel: 'Dit bewijs geldt niet meer',
      uitleg:
        'Wij hebben de sleutel ingetrokken waarmee het is ondertekend. Daarom weten wij niet zeker of het van ons is. Vraag wie het u gaf om een nieuw bewijs te downloaden.',
    },
    ambiguous: {
      titel: 'Vertrouw alleen op wat hieronder staat',
      uitleg:
        'Wij hebben dit bestand ondertekend, in een oudere vorm. Maar er staat tekst in waardoor een programma iets anders kan laten zien. Vraag wie het u gaf om het bewijs opnieuw te downloaden.',
    },
  },
  zelf: {
    titel: 'Zelf controleren, zonder deze site',
    uitleg:
      'Dit is voor wie kan programmeren. Onze sleutels blijven hier staan zolang deze site bestaat, ook als wij er niet meer mee ondertekenen. De handtekening is een JWS (RFC 7515, ES256) over alles wat in het bestand vóór de handtekening staat, met het soort bestand (cty) erbij.',
    sleutels: 'Download onze sleutels',
    script: 'Download het programma',
    start:
      'Start het, zoals de eerste regel zegt. Staat er ‘genuine’? Dan is het bestand echt. Wat wij ondertekenden, staat eronder. Vertrouw alleen daarop. Krijgt u een fout? Dan is het bestand niet echt, of kan een programma er iets anders in lezen.',
    code: 'Het programma',
  },
}

const en: typeof nl = {
  titel: 'Check a proof',
  intro: 'Did you get a file with a proof from this site? Check here whether it is genuine. We do not keep the file.',
  bestand: 'File',
  bestandHint: 'A JSON file or a PDF, as you got it. We cannot check a print or a photo.',
  plakken: 'Do you only have the text?',
  tekst: 'Paste all the text of the JSON file here',
  knop: 'Check',
  bezig: 'Checking…',
  geenBestand: 'Choose a file, or paste its text.',
  teGroot: 'This file is too large. A proof from this site is never larger than 240 kB.',
  echt: {
    titel: 'This proof is genuine',
    uitleg: (gemeente, moment) =>
      `The site of ${gemeente} made this file on ${moment}. Nothing in it has been changed since.`,
    code: (code) => `Code: ${code}.`,
    codeUitleg: 'Does someone else have a proof too? With the same code it says the same.',
    ouder: 'It has an older form than we make now. It stays valid. Do you want the new form? Have it downloaded again.',
  },
  ondertekend: {
    titel: 'This is what we signed',
    vergelijk:
      'Compare this with what you read in the file. Does a program show something else? Then rely only on what is written here.',
    alleenPdf: 'We cannot show here what a PDF of the older form says. The pages themselves are what was signed.',
    omschrijving: 'Case',
    zaaknummer: 'Case number',
    zaaktype: 'Kind of case',
    gemeente: 'Made by',
    gemaakt: 'Made on',
    bestand: 'Kind of file',
    soort: { json: 'JSON (for a program)', pdf: 'PDF' },
    wijzigingen: 'Changes',
    inzendingen: 'Sent or asked by the applicant',
    inzending: { aanvulling: 'Information or files', intrekking: 'Request to withdraw', vraag: 'Question' },
  },
  nietEcht: {
    no_bewijs: {
      titel: 'This is not a proof from this site',
      uitleg:
        'It does not bear our signature. Choose the file as it was downloaded under ‘Proof’. If a program has saved it again, we cannot check it.',
    },
    changed: {
      titel: 'This file has been changed',
      uitleg:
        'It is no longer as we made it. Do not rely on what it says. Ask whoever gave it to you to download it once more.',
    },
    other_key: {
      titel: 'This file is not from this site',
      uitleg: 'It was signed with a key that is not ours. Do not rely on what it says.',
    },
    withdrawn: {
      titel: 'This proof is no longer valid',
      uitleg:
        'We have withdrawn the key that it was signed with, so we cannot be sure that it is ours. Ask whoever gave it to you to download a new proof.',
    },
    ambiguous: {
      titel: 'Rely only on what is written below',
      uitleg:
        'We signed this file, in an older form. But it holds text by which a program may show something else. Ask whoever gave it to you to download the proof again.',
    },
  },
  zelf: {
    titel: 'Check it yourself, without this site',
    uitleg:
      'This is for people who can program. Our keys stay here for as long as this site exists, also when we no longer sign with them. The signature is a JWS (RFC 7515, ES256) of everything in the file that stands before the signature, with the kind of file (cty).',
    sleutels: 'Download our keys',
    script: 'Download the program',
    start:
      'Start it as its first line says. If it says ‘genuine’, the file is genuine. What we signed is written below that. Rely only on that. If you get an error, the file is not genuine, or a program can read something else in it.',
    code: 'The program',
  },
}

export const bewijsControle: Record<Taal, typeof nl> = { nl, en }
