import type { Texts } from './nl.ts'

export const en: Texts = {
  taalNaam: 'English',
  skip: 'Skip to content',
  kruimelpad: 'Breadcrumb',
  titel: 'My cases',
  inloggen: 'Sign in',
  voorkeuren: 'Preferences',
  uitloggen: 'Sign out',
  team: (naam: string) => `Team ${naam}`,
  statusOnbekend: {
    omschrijving: 'Your case has changed',
    antwoord: 'Something has changed in your case.',
    statustekst: 'We cannot show you what yet. Please look again later, or call us.',
  },
  footer: {
    label: 'About this site',
    toegankelijkheid: 'Accessibility',
    privacy: 'Privacy',
  },
  antwoord: {
    nietsTeDoen: 'You do not need to do anything now.',
    opschorting: {
      antwoord: 'Our decision has to wait for a while.',
      uitleg: 'The time limit is on hold from {vanaf}.',
      reden: (reden: string) => `The reason: ${reden}.`,
      einde:
        'We expect this to last up to and including {tot}. After that the time limit runs again. We will then tell you by when we will decide.',
      afgesproken:
        'You agreed to wait up to and including {tot}. After that the time limit runs again by itself. We will then tell you by when we will decide.',
      voorbij:
        'You agreed to wait up to and including {tot}. The time limit is running again. We will tell you by when we will decide.',
      derden: {
        afgesproken:
          'Others can respond up to and including {tot}. After that the time limit runs again by itself. We will then tell you by when we will decide.',
        voorbij:
          'Others could respond up to and including {tot}. The time limit is running again. We will tell you by when we will decide.',
      },
      verder: 'We are continuing with your application.',
      wachtOpU: 'We are waiting for you. After that we continue with your application.',
      watNu:
        'Have you done it? Let us know: call us, or choose ‘Ask a question’ with your case. Do you not know what to do? Please call us.',
    },
    aanvulling: {
      kop: (aantal) =>
        aantal === 0
          ? 'Please send us the information that we are missing by {tot}.'
          : `Please send us ${aantal === 1 ? '1 more thing' : `${aantal} more things`} by {tot}.`,
      stuur: 'Please send us by {tot}:',
      voorbij: {
        kop: (aantal) =>
          `The last day has passed. We are still missing ${aantal === 0 ? 'information' : aantal === 1 ? '1 thing' : `${aantal} things`}.`,
        laatsteDag: 'The last day to send this was {tot}.',
        misten: 'We missed:',
        rest: 'You sent the rest in time. We check whether everything is there.',
        gevolg: 'We may decide not to consider your application.',
        nog: 'Do you still have it? Please call us today.',
      },
      gemeld: {
        kop: 'We received your message.',
        uitleg: 'Now we check whether everything is there. If we still miss something, we will ask you.',
        opTijd: 'You sent this in time.',
        nagaan: 'We check whether everything is there.',
      },
      ontbreekt: 'We are still missing documents. Please send them or call us.',
      binnen: (datum: string) => `We received this on ${datum}.`,
      naarFormulier: 'Go to the form',
      inleveren: 'How to hand this in',
      inleverenAnders: 'Or hand it in like this',
      inleverenMisschien: 'Do you need to hand something in? This is how',
      zaaknummer: 'Mention your case number.',
      voor: 'for',
      uitleg: 'The time limit for deciding your application is on hold from {vanaf}.',
      einde: 'It runs again once we have everything, or after the last day.',
      gevolg: 'Do we not get everything in time? Then we may decide not to consider your application.',
    },
    intrekking: 'We are looking at your request. Until you hear from us, your application simply goes on.',
    teLaat: {
      kop: 'Our decision is late.',
      sorry:
        'We had to decide by {fataal}. We did not manage that. We are sorry. You will hear from us as soon as possible.',
    },
    vertraagd: 'Our decision will come later. We expect to decide by {verwacht}.',
    verwacht: 'We expect to decide by {verwacht}.',
    reageren: 'You can respond to our draft decision up to and including {reageren}. Write us a letter, or call us.',
    dwangsom: {
      bedrag: (bedrag) => `Our decision was late. That is why you will get ${bedrag} from us.`,
      grond: {
        te_vroeg:
          'You will not get compensation: our time limit had not passed when we received your notice of default.',
        onredelijk_laat:
          'You will not get compensation: your notice of default came very long after we should have decided.',
        geen_belanghebbende: 'You will not get compensation: our decision does not directly concern you.',
        kennelijk_niet_ontvankelijk:
          'You will not get compensation: we could not consider your application, and that was clear at once.',
        kennelijk_ongegrond:
          'You will not get compensation: it was clear at once that we had to refuse your application.',
      },
      betalen: 'We will pay that by {betalen}.',
      nietBetaald: 'We had to pay that by {betalen}. Did you not get anything? Please call us.',
      volgt: 'Our decision came too late. That is why you are usually entitled to compensation.',
      hoort: 'We will tell you how much by {vaststellen}. We will pay it by {betalen}.',
      nietGezegd: 'We had to tell you how much by {vaststellen}. Please call us.',
      bezwaar: 'Do you disagree with that? You can object until {uiterlijk}.',
    },
    ingebreke: {
      kan: 'If you do not want to wait, you can send us a notice of default. With your case you find a letter that you can use. If we do not decide within 2 weeks after that, you may be entitled to compensation.',
      wacht:
        'We received your notice of default on {op}. If we do not decide by {uiterlijk}, you are usually entitled to compensation for each day after that, up to 42 days.',
      loopt:
        'We received your notice of default on {op}. We did not decide by {uiterlijk}. You are therefore usually entitled to compensation for each day after that, up to 42 days. We will tell you how much.',
      geenDwangsom: {
        kan: 'If you do not want to wait, you can send us a notice of default. With your case you find a letter that you can use. If we do not decide within 2 weeks after that, you can appeal to the court.',
        wacht:
          'We received your notice of default on {op}. If we do not decide by {uiterlijk}, you can appeal to the court.',
        loopt:
          'We received your notice of default on {op}. We did not decide by {uiterlijk}. You can therefore appeal to the court.',
      },
      bedragen: ([eerste = '', tweede = '', laatste = '']) =>
        `The compensation is ${eerste} a day in the first 2 weeks, ${tweede} in the 2 weeks after that and ${laatste} in the last 2 weeks.`,
    },
  },
  doorzending: {
    geheel: (op, naar) =>
      `We forwarded your application to ${naar} on ${op}. They will consider it. You will hear from them.`,
    deels: (op, naar) =>
      `We forwarded a part of your application to ${naar} on ${op}. You will hear from them about that part. We will consider the rest.`,
  },
  rechtsmiddel: {
    bezwaar: {
      besluit: 'Do you disagree with the decision? You can object up to and including {uiterlijk}.',
      intrekking: 'Do you disagree with the withdrawal? You can object up to and including {uiterlijk}.',
      hoe: 'How to object',
      voorbij: {
        besluit: 'You could object to the decision up to and including {uiterlijk}. That period is over.',
        intrekking: 'You could object to the withdrawal up to and including {uiterlijk}. That period is over.',
      },
      kan: 'You can object up to and including',
      kon: 'You could object up to and including',
    },
    beroep: {
      besluit:
        'Do you disagree with the decision? You can appeal to the court up to and including {uiterlijk}. The decision says how.',
      intrekking: 'Do you disagree with the withdrawal? You can appeal to the court up to and including {uiterlijk}.',
      voorbij: {
        besluit: 'You could appeal against the decision up to and including {uiterlijk}. That period is over.',
        intrekking: 'You could appeal against the withdrawal up to and including {uiterlijk}. That period is over.',
      },
      kan: 'You can appeal up to and including',
      kon: 'You could appeal up to and including',
    },
  },
  vanRechtswege: {
    antwoord: 'Your application is approved by law.',
    verleend: (datum, vanaf) =>
      `We did not decide in time. By law your application was therefore approved on ${datum}. That holds from ${vanaf}.`,
    bevestigen: 'We will send you this by {bekend}.',
    teLaat: 'We had to send you this by {bekend}. We did not. Our apologies.',
    kan: 'If you do not want to wait, you can send us a notice of default. With your case you find a letter that you can use. If we do not send it within 2 weeks after that, you are usually entitled to compensation.',
    ingebreke:
      'We received your notice of default on {op}. If we do not send you this by {uiterlijk}, you are usually entitled to compensation for each day after that, at most 42 days.',
    geldt: (datum) => `By law your application was approved on ${datum}, because we did not decide in time.`,
    vervallen: {
      beslist:
        'We wrote to you earlier that your application is approved by law. That is not right: we had decided in time. Our apologies.',
      termijn:
        'We wrote to you earlier that your application is approved by law. That is not right: the time limit for our decision was not over yet. Our apologies.',
    },
  },
  document: {
    titel: 'Documents',
    nieuw: 'New',
    downloaden: (titel) => `Download ${titel}`,
    bekijk: 'View here',
    onbereikbaar: 'We cannot get this document now. Please try again later.',
    druk: 'Too many documents are being fetched at once. Please try again in a minute.',
    onvolledig: {
      onbereikbaar: 'We cannot show all your documents now. Please try again later.',
      te_veel: 'Only the newest documents are here. Do you want an older one? Please ask us.',
    },
  },
  besluit: {
    nogNiet: {
      omschrijving: 'We have made a decision',
      antwoord: 'We have made a decision.',
      komt: 'We will send you the decision on {bekend}. You can then read here what we decided.',
    },
    geldt: (datum, naam, vanaf) =>
      `Our decision of ${datum} holds${vanaf ? ` from ${vanaf}` : ''}${naam ? `: ${naam.charAt(0).toLowerCase()}${naam.slice(1)}` : ''}.`,
    geldtVanTot: 'Our decision holds from {vanaf} up to and including {tot}.',
    geldtVanaf: 'Our decision holds from {vanaf}.',
    titel: 'What we decided',
    naam: 'Decision',
    hoe: 'How was this decided?',
    vanRechtswege: 'By law, because we did not decide in time.',
    stand: 'Does this still hold?',
    datum: 'Date of the decision',
    bekend: 'Made known on',
    terInzage: 'On display since',
    vanaf: 'Holds from',
    nietMeer: 'No longer holds from',
    intrekkingBekend: 'Withdrawal made known on',
    vervalreden: {
      tijdelijk: 'This decision holds for a limited time.',
      ingetrokken_overheid: 'We have withdrawn this decision.',
      ingetrokken_belanghebbende: 'This decision was withdrawn because you asked for it.',
      vervangen: 'No, a new decision has taken its place.',
    },
    ingetrokken: 'We have withdrawn our decision.',
    afgelopen: 'Our decision no longer holds.',
    geldtTot: (datum, vervalt) => `Our decision of ${datum} no longer holds from ${vervalt}.`,
  },
  duur: {
    titel: 'How long does this usually take?',
    helft: (helft: string, meeste: string) =>
      `Half of these applications are completed within ${helft}, 9 out of 10 within ${meeste}.`,
    meeste: (meeste: string) => `9 out of 10 of these applications are completed within ${meeste}.`,
    weken: (n: number) => (n === 1 ? '1 week' : `${n} weeks`),
    staatStil: {
      nu: 'The time limit for your application is on hold now. That time does not count here.',
      geweest: 'The time that the time limit for your application was on hold does not count here.',
    },
    geenBelofte: 'This is not a promise.',
    geenBelofteMaar: (date: string) =>
      `This is not a promise: by law the municipality has up to and including ${date}.`,
    bron: (aantal: number) => `We looked at ${aantal} applications of the past year.`,
  },
  vers: { zojuist: 'Just changed', nieuw: 'New' },
  stap: {
    reden: 'The reason:',
    geldtNietMeer: 'This no longer applies:',
  },
  tijdlijn: {
    klaar: 'Done:',
    nu: 'Now',
    komt: 'Still to come:',
    teruggenomen: 'Taken back:',
    hersteld: (status: string | undefined) =>
      `We made a mistake.${status ? ` Your application is back at: ${status}` : ''}`,
    reden: (reden: string) => `Reason: ${reden}.`,
    verstuurdOp: (date: string) => `We sent you this on ${date}.`,
    ingetrokkenOp: (date: string) => `Your case ended on ${date}.`,
    verwachtTot: (date: string) => `We expect this to last up to and including ${date}.`,
    duurtTot: (date: string) => `This lasts up to and including ${date}.`,
    verwacht: 'We expect this on',
    uiterlijk: 'By',
    stuurUiterlijk: (date: string) => `Please send us by ${date}:`,
    uHoort: (nieuw) => `You will hear from us by ${nieuw}.`,
    eerst: 'Before, this was {oud}.',
    datumBleef: (date: string) => `The last day for our decision stayed ${date}.`,
    datumWerd: (nieuw) => `The last day for our decision became ${nieuw}.`,
  },
  menu: {
    knop: 'Menu',
    label: 'My account',
    zaken: 'My cases',
    berichten: 'Messages',
    gegevens: 'My data',
    nieuw: 'new',
  },
  bladeren: { menu: 'More pages', vorige: 'Newer', volgende: 'Older' },
  berichten: {
    titel: 'Messages',
    intro: 'Here you can read what has changed in your cases. The newest message comes first.',
    nieuw: 'New',
    leeg: 'You have no messages yet.',
    leegUitleg: 'When something changes in one of your cases, you can read it here.',
    binnen: 'We received:',
    beslist: 'We decide by {fataleDatum} at the latest.',
    teruggenomen: 'This was not right. We have corrected it.',
  },
  zaken: {
    intro: 'These are your applications to the municipality.',
    mail: {
      geweigerd: {
        titel: 'Our email does not arrive',
        uitleg: 'You get no email about your cases now. Check that your email address is right.',
      },
      te_bevestigen: {
        titel: 'Confirm your email address',
        uitleg: 'You do not get email about your cases yet. First open the link in the email that we sent you.',
      },
      nieuw_geweigerd: {
        titel: 'Our email does not arrive at your new email address',
        uitleg: 'So we still email you at your old address. Check that the new address is right.',
      },
      nieuw_te_bevestigen: {
        titel: 'Confirm your new email address',
        uitleg: 'We still email you at your old address. Open the link in the email that we sent to the new address.',
      },
      naarVoorkeuren: 'Go to your preferences',
    },
    vraagtIets: 'You need to do something',
    kan: 'You can still do something',
    nieuw: 'New since your last visit',
    open: 'Open cases',
    afgerond: 'Completed cases',
    geenOpen: 'You have no open cases now.',
    leeg: 'You have no cases yet.',
    leegUitleg:
      'Have you just applied for something? Your application usually shows here within an hour. Is it not here tomorrow? Then please call us.',
    datum: {
      beslist: 'We decide by',
      hadBeslist: 'We had to decide by',
      geldtVanaf: 'Approved, holds from',
      afgerondOp: 'Completed on',
      staatStil: 'The time limit is on hold from',
      aanvullenVoor: 'Send your information by',
      aanvullenWas: 'The last day to send it was',
    },
    uMoetIetsDoen: 'You need to do something',
    zoeken: 'Search your cases',
    zoekenUitleg: 'By name, kind or case number.',
    zoek: 'Search',
    wis: 'Show all cases',
    nietGevonden: (zoek: string) => `We cannot find a case with ‘${zoek}’.`,
    nietGevondenUitleg: 'Check the spelling, or search with fewer words.',
    meer: (getoond: string, aantal: string) => `You see ${getoond} of ${aantal} cases. Search to find the others.`,
    jaar: (jaar: string, aantal: string) => `${jaar} (${aantal})`,
    kolom: { zaak: 'Case', stand: 'Where does it stand?', datum: 'Date' },
  },
  zaak: {
    terug: 'Back to your application',
    waar: 'How far is your application?',
    gegevens: 'Details',
    ingediend: 'Submitted on',
    beslist: 'We decide by',
    streef: 'We expect our decision on',
    hadBeslist: 'We had to decide by',
    vanDeWet: (isPast) => `(the law ${isPast ? 'required' : 'requires'} that)`,
    staatStil: 'Time limit on hold from',
    verwachtTot: 'Expected up to and including',
    uitstelTot: 'Postponed up to and including',
    reagerenTot: 'You can respond to our draft decision up to and including',
    aanvullenVoor: 'Send your information by',
    afgerondOp: 'Completed on',
    bekendmaking: {
      gebeurd: { besluit: 'Decision sent to you on', intrekking: 'Withdrawal sent to you on' },
      komt: { besluit: 'We will send you the decision on', intrekking: 'We will send you the withdrawal on' },
    },
    team: 'Case team',
    vraag: { before: 'Any questions? Call', after: 'and mention your case number.' },
    gewijzigd: (moment: string) => `Last changed: ${moment}.`,
  },
  gelezen: {
    uitleg:
      'Have you read everything? Then this is no longer listed as new. The municipality will know that you have seen it.',
    uitlegNamens:
      'Have you read everything? The municipality will know that someone acting for this person has seen it. It stays new for the person.',
    knop: 'I have read this',
  },
  inzending: {
    titel: 'What you told us',
    gestuurd: 'I have sent this',
    allesGestuurd: 'I have sent everything',
    gemeld: 'You told us that you have sent this.',
    terugTot: (tijd) => `Is your message not right? You can take it back below until ${tijd}.`,
    ontvangen: (moment: string) => `We received this: ${moment}.`,
    nummer: 'Number:',
    aanvulling: 'You told us that you have sent:',
    nogTeSturen: 'We still miss:',
    terugnemen: {
      kan: (tijd) => `Is this not right? You can take your message back until ${tijd}.`,
      knop: 'Take this message back',
      teLaat:
        'You can no longer take it back: we have already passed your message on to who handles your application. Is it not right? Please call us and mention the number.',
      gedaan: (moment) => `You took this message back: ${moment}. The case worker did not get it.`,
    },
    uitkomst: {
      no_longer_asked:
        'When your message reached us, your case was no longer waiting for it. Do you want to know what that means for you? Please call us and mention the number.',
      refused: 'We cannot handle this. Please call us and mention the number.',
      closed: 'Your application was already completed when this reached us. It could no longer be withdrawn.',
    },
    intrekking: 'You asked us to withdraw your application.',
    vraag: 'You asked us:',
    vraagWacht: 'A member of staff answers your question. You will get the answer here, and a message.',
    vraaguitkomst: {
      requested_already:
        'You asked us another question already. This one was not passed on to who handles your application. Wait for our answer, or call us.',
      refused: 'We cannot handle your question. Please call us and mention the number.',
      closed: 'Your application was already completed when your question reached us. Please call us.',
    },
    wacht: 'A member of staff looks at this. You will see here what we do.',
    gewijzigd: {
      titel: 'Your case has just changed',
      uitleg: 'We have not saved anything yet. Please look at what it says now. Is it still right? Then try again.',
    },
  },
  vraag: {
    titel: 'Ask a question',
    link: 'Ask a question about your application',
    uitleg:
      'Your question goes to who handles your application. You can read the answer here. You get a message about it, as about other news.',
    bel: { before: 'Is it urgent? Call', after: 'and mention your case number.' },
    veld: 'Your question',
    hint: (most) =>
      `At most ${most} characters. Do not write down your citizen service number (BSN): we know who you are.`,
    knop: 'Send your question',
    bezig: 'Sending your question…',
    gevraagd: (moment) => `We received your question: ${moment}.`,
    eerst: 'You can ask a new question once we have answered this one.',
    afgerond: 'Your application is completed. You can no longer ask a question about it here.',
    fout: {
      leeg: 'Write down your question.',
      teLang: (most) => `Your question is too long. Use at most ${most} characters.`,
      teken: 'Your question has a character that we cannot keep. Please remove it.',
      nuNiet:
        'We cannot take your question now. Your earlier question still waits for an answer, or your application has just been completed.',
    },
  },
  gestuurd: {
    titel: 'Have you sent this?',
    hierom: 'You tell us that you have sent or brought this:',
    uitleg: 'This message itself sends nothing. Only tell us once you have really sent or brought it.',
    terugnemen: (tijd) => `Did you make a mistake? You can take your message back until ${tijd}.`,
    nietTerug: 'You cannot take your message back: the last day is almost over, so we pass it on at once.',
    knop: 'Yes, I have sent this',
    knopAlles: 'Yes, I have sent everything',
    annuleren: 'No, not yet',
    niets: 'There is nothing to tell us now. Perhaps you told us already, or your case has just changed.',
  },
  intrekken: {
    titel: 'Withdraw application',
    uitleg: 'You can ask us to stop handling your application. A member of staff looks at your request.',
    gevolgen: [
      'Do we agree? Then we stop, and we make no decision.',
      'Do you want it after all later? Then you have to apply again.',
      'Until you hear from us, your application simply goes on.',
    ],
    leges:
      'Sometimes you have to pay a fee after withdrawing too: for the work that we have already done. Please call us if you want to know this first.',
    vraag: 'Are you sure that you want to withdraw your application?',
    knop: 'Yes, ask to withdraw',
    annuleren: 'No, go back',
    gevraagd: (moment: string) => `We received your request to withdraw: ${moment}.`,
    afgerond: 'Your application is already completed. It can no longer be withdrawn.',
  },
  live: {
    verbinding: {
      open: 'This page updates itself.',
      interrupted: 'No connection. We are trying again.',
      onzeker: 'We cannot see now whether anything has changed.',
      behind: 'The latest news has not come through yet. We are trying again.',
      outdated: 'Our site was renewed.',
      opnieuw: 'Load the page again',
      stand: 'Status as of {moment}.',
      vandaag: 'today, {tijd}',
      nieuws: 'There is something new at the top of this page',
    },
    gewijzigd: { before: 'The status of', after: (status: string) => ` is now: ${status}.` },
    onbekend: { before: 'Something has changed in', after: '.' },
  },
  sessie: {
    locale: 'en-GB',
    stil: {
      titel: 'Are you still there?',
      uitleg:
        'You have not done anything for a while. We will sign you out at {tijd}, so that nobody else can see your details. Are you still there? Then stay signed in.',
      blijf: 'Stay signed in',
    },
    langst: {
      titel: 'You have been signed in for almost 2 hours',
      uitleg:
        'We will sign you out at {tijd}. For your security, you are never signed in for longer than 2 hours. Sign in again afterwards. You can then go on where you were.',
      blijf: 'I understand',
    },
    getypt: 'Have you typed anything? We keep it on this device until you sign in again or close this tab.',
    terug: 'What you had typed is back in the form.',
    zonderJavaScript:
      'If you do nothing for 15 minutes, we sign you out. But this page then stays on your screen. Have you finished? Then sign out yourself and close the page.',
    uitloggen: 'Sign out',
  },
  start: {
    titel: 'Where do you want to go?',
    mijn: 'My cases',
    mijnUitleg: 'For residents: see where your application stands.',
    balie: 'Desk',
    balieUitleg: 'For staff: work on cases and change a status (in Dutch).',
    ontwikkelaars: 'For developers',
    ontwikkelaarsUitleg: 'For suppliers: receive our messages and use the API.',
    demo: 'Demo',
    demoUitleg: 'Both sides on one screen, with the messages between them (in Dutch).',
  },
  nietGevonden: {
    titel: 'This page does not exist',
    uitleg: 'Perhaps the link is old, or the page belongs to somebody else.',
    naarStart: 'Go to the start page',
    naarMijn: 'Go to My cases',
    bel: { before: 'Need help? Call', after: '.' },
  },
  storing: {
    titel: 'This page does not work right now',
    uitleg: 'This is our fault, not yours. Your data is safe. Please try again in a few minutes.',
    opnieuw: 'Try again',
    bel: { before: 'Still not working? Call', after: '.' },
  },
}
