import type { Taal } from '../../text/taal.ts'
import { abonnementen, type CijferTexts, cijfers } from '../abonnementen.ts'
import { bezorgingen } from '../balie/bezorgingen.ts'

const countEn = (n: number, one: string, more: string) => `${n.toLocaleString('en')} ${n === 1 ? one : more}`

const { kolom, status, bezorgstand, veelMislukt, blijftActief, circuitUitleg, acties, gedaan, proef } = abonnementen
const { geen: _, ...geheim } = abonnementen.geheim

const nl = {
  kolom,
  status,
  bezorgstand,
  veelMislukt,
  blijftActief,
  circuitUitleg,
  cijfers,
  handshakeMislukt: 'Uw server gaf niet opnieuw toestemming',
  faaltSinds: (moment: string) =>
    `Sinds ${moment} lukte geen poging. Lukt er vijf dagen lang geen, dan schakelen wij dit uit.`,
  watNu: {
    wacht_op_toestemming: 'Uw server gaf nog geen toestemming.',
    geweigerd: 'Er gaat niets naar u toe. Los het op en vraag dan opnieuw toestemming.',
    gepauzeerd: 'Nieuwe berichten slaan wij over, maar wij bewaren ze. Hervat als u er klaar voor bent.',
    uitgeschakeld: 'Nieuwe berichten slaan wij over, maar wij bewaren ze. Hervat als uw server weer werkt.',
  },
  watNuBijReden: {} as Record<string, string>,
  statusreden: {
    gone: 'Uw server zei dat dit adres niet meer bestaat (410).',
    failing: abonnementen.statusreden.failing,
  } as Record<string, string>,
  acties: { ...acties, vraagt: acties.bezig },
  gedaan: {
    gepauzeerd: gedaan.gepauzeerd,
    hervat: gedaan.hervat,
    gevraagd: 'Wij vragen uw server opnieuw om toestemming.',
    hersteld: 'Wat niet aankwam, gaat opnieuw op weg.',
    herstelKlaar: gedaan.herstelKlaar,
    teVaak: 'U vroeg het te vaak. Probeer het later opnieuw.',
  } as Record<string, string>,

  geheim: {
    ...geheim,
    uitleg: 'Kopieer het nu en bewaar het veilig.',
    nieuwUitleg: 'U ziet het nieuwe geheim één keer. Uw ontvanger moet het daarna gaan gebruiken.',
    overlap24Uitleg: 'Beide geheimen werken. U heeft een dag om te wisselen.',
    overlap0Uitleg: 'Kies dit als het geheim is gelekt. Berichten mislukken tot uw ontvanger heeft gewisseld.',
    oud0: 'Het oude geheim werkt niet meer. Wissel nu meteen.',
  },

  proef: {
    ...proef,
    uitleg:
      'Wij sturen één verzonnen bericht, dat zegt dat het een proef is. U ziet meteen wat uw server antwoordt. Het telt niet mee bij de bezorgingen.',
    aangekomen: (duur: string) => `Het proefbericht is aangekomen. Uw server antwoordde na ${duur}.`,
    nummer: (id: string) => `Kenmerk van het proefbericht: ${id}`,
    foutStatus: 'Uw server gaf nog geen toestemming. Vraag het eerst opnieuw.',
  },

  bezorging: {
    kolom: { bericht: 'Bericht', status: 'Status', wanneer: 'Wanneer' },
    status: bezorgingen.status,
    statusUitleg: { ...bezorgingen.statusUitleg, bezorgd: 'Uw server heeft dit bericht aangenomen.' },
    volgende: bezorgingen.volgende,
    opVolgorde: bezorgingen.opVolgorde,
    aantalPogingen: bezorgingen.aantalPogingen,
    detail: {
      ...bezorgingen.detail,
      eventId: 'Kenmerk (id)',
      opnieuwUitleg: 'Hetzelfde bericht gaat nog een keer, met een nieuwe handtekening. Het id blijft gelijk.',
      geenPogingen: 'Er is nog geen poging gedaan, of wij bewaren die niet meer.',
    },
    fout: { ...bezorgingen.fout, not_readable: 'Uw client mag dit bericht niet meer lezen.' },
  },
}

export type AbonnementTexts = typeof nl

const cijfersEn: CijferTexts = {
  nu: 'Now and in the last 24 hours',
  wachtend: 'Waiting',
  oudste: (duur) => `oldest: ${duur}`,
  geslaagd: 'Succeeded 24 h',
  geenPogingen: 'nothing sent',
  uit: (geslaagd, totaal) => `${geslaagd.toLocaleString('en')} of ${totaal.toLocaleString('en')}`,
  laatsteFout: 'Last error',
  geenFout: 'none',
  nietBezorgd: 'Not delivered',
  overgeslagen: 'Skipped',
  per: 'Attempts by the hour',
  grafiek: (geslaagd, mislukt) =>
    `In the last 24 hours: ${geslaagd.toLocaleString('en')} succeeded and ${mislukt.toLocaleString('en')} failed.`,
  grafiekLeeg: 'Nothing was sent in the last 24 hours.',
  geslaagdLegenda: 'succeeded',
  misluktLegenda: 'failed',
  hoogste: (n) => `busiest hour: ${countEn(n, 'attempt', 'attempts')}`,
  cijfersPerUur: 'Show the figures by the hour',
  uur: 'Hour',
  p95: '95% within',
  niets: '–',
}

const en: AbonnementTexts = {
  kolom: { abonnement: 'Abonnement', status: 'Status', bezorging: 'Delivery' },
  status: {
    wacht_op_toestemming: 'waits for consent',
    actief: 'active',
    geweigerd: 'refused',
    gepauzeerd: 'paused',
    uitgeschakeld: 'disabled',
  },
  bezorgstand: {
    niet: 'does not deliver',
    faalt: 'does not arrive',
    open: 'waits',
    halfopen: 'tries again',
    normaal: 'delivers as usual',
  },
  veelMislukt: 'Too much fails',
  blijftActief: 'This abonnement stays active. Its earlier consent still counts.',
  circuitUitleg: {
    open: (tot) => `We wait until ${tot} and then try one message.`,
    halfopen: () => 'We try one message. When that arrives, the others follow.',
  },
  cijfers: cijfersEn,
  handshakeMislukt: 'Your server did not consent again',
  faaltSinds: (moment) => `No attempt has succeeded since ${moment}. If none does for five days, we disable this.`,
  watNu: {
    wacht_op_toestemming: 'Your server has not given its consent yet.',
    geweigerd: 'Nothing is sent to you. Mend it, and then ask for consent again.',
    gepauzeerd: 'New messages are skipped, but kept. Resume when you are ready for them.',
    uitgeschakeld: 'New messages are skipped, but kept. Resume when your server works again.',
  },
  watNuBijReden: {},
  statusreden: {
    gone: 'Your server said that this address is no more (410).',
    failing: 'Not one message arrived in five days.',
  },
  acties: {
    titel: 'What do you want to do?',
    vraagToestemming: 'Ask for consent again',
    vraagt: 'Busy…',
    bezig: 'Busy…',
    annuleren: 'Cancel',
    pauzeer: 'Pause',
    hervat: 'Resume',
    nieuwGeheim: 'New secret',
  },
  gedaan: {
    gepauzeerd: 'Paused. New messages are skipped until you resume.',
    hervat: 'Resumed. New messages are sent again.',
    gevraagd: 'We ask your server for its consent again.',
    hersteld: 'What did not arrive is sent again.',
    herstelKlaar: 'What did not arrive is sent again.',
    teVaak: 'You asked too often. Try again later.',
  },

  geheim: {
    titel: 'The secret: you see it once',
    uitleg: 'Copy it now and keep it safe.',
    label: 'Secret',
    kopieer: 'Copy',
    gekopieerd: 'Copied',
    kwijt: 'Did you lose it? Then make a new one.',
    nieuw: 'New secret',
    nieuwUitleg: 'You see the new secret once. Your receiver has to use it from then on.',
    overlap: 'How long does the old secret still work?',
    overlap24: 'For 24 hours more',
    overlap24Uitleg: 'Both secrets work. You have a day to change over.',
    overlap0: 'Not any more',
    overlap0Uitleg: 'Choose this if the secret leaked. Messages fail until your receiver has changed over.',
    maak: 'Make a new secret',
    oud24: 'The old secret works for 24 hours more, and then ends by itself.',
    oud0: 'The old secret works no longer. Change over now.',
    naar: 'To the abonnement',
  },

  proef: {
    titel: 'Send a test message',
    uitleg:
      'We send one made-up message that says it is a test. You see at once what your server answers. It does not count as a delivery.',
    soort: 'Type of message',
    knop: 'Send test message',
    bezig: 'We wait for the answer…',
    aangekomen: (duur) => `The test message arrived. Your server answered after ${duur}.`,
    mislukt: (waarom, duur) => `The test message did not arrive: ${waarom}, after ${duur}`,
    nummer: (id) => `Id of the test message: ${id}`,
    foutSoort: 'Choose a type of message from the list.',
    foutStatus: 'Your server has not consented yet. Ask for its consent again first.',
    foutVaak: (seconden) => `You sent some just now. Wait ${seconden} seconds.`,
  },

  bezorging: {
    kolom: { bericht: 'Message', status: 'Status', wanneer: 'When' },
    status: { wachtend: 'waiting', bezorgd: 'delivered', mislukt: 'not delivered', overgeslagen: 'skipped' },
    statusUitleg: {
      wachtend: 'This message is on its way.',
      bezorgd: 'Your server took this message.',
      mislukt: 'The last attempt failed. We do not try again by ourselves.',
      overgeslagen: 'This message was not sent: the abonnement was paused or disabled.',
    },
    volgende: (moment) => `Next attempt: ${moment}.`,
    opVolgorde: 'An earlier message about this zaak goes first.',
    aantalPogingen: (n) => countEn(n, 'attempt', 'attempts'),
    detail: {
      titel: (sequence) => (sequence > 0 ? `Message ${sequence}` : 'Message about an abonnement'),
      opnieuw: 'Deliver again',
      opnieuwUitleg: 'The same message goes once more, with a new signature. Its id stays the same.',
      gevraagd: 'We deliver this message again.',
      eventId: 'Id',
      vastgelegd: 'Logged at',
      afgerond: 'Ended at',
      pogingen: 'Attempts',
      geenPogingen: 'There was no attempt yet, or it is no longer kept.',
      poging: (nummer) => `Attempt ${nummer}`,
      handmatig: 'asked for',
      duur: (ms) => `took ${ms}`,
      toon: (nummer) => `Request and answer of attempt ${nummer}`,
      antwoord: 'Answer',
      geenAntwoord: 'There was no answer.',
      leegAntwoord: '(no content)',
      afgekapt: 'Only the beginning of the answer was kept.',
      bericht: 'The message',
      controleer: (nummer) => `Check what attempt ${nummer} sent`,
      opgeruimd: 'Its content was purged after the term that it is kept for.',
    },
    fout: {
      not_finished: 'This message is on its way. Wait until it arrived or failed.',
      not_active: 'The abonnement is not active. Resume it first, or ask for consent again.',
      not_readable: 'Your client may no longer read this message.',
      purged: 'The content of this message was purged after the term that it is kept for. It cannot be sent again.',
    },
  },
}

/** Texts about a supplier's own abonnementen; the Dutch ones are the desk's where those fit. */
export const eigenAbonnementen: Record<Taal, AbonnementTexts> = { nl, en }
