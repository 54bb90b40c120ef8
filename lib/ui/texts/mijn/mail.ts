/**
 * Mails to citizens: B1, *u*, active. They say nothing of a person, and their subjects nothing of a zaak.
 * They describe a change in the words of its bericht.
 */
const nl = {
  aanhef: 'Goedendag,',
  onderwerp: {
    nieuws: (gemeente: string) => `Er is nieuws over uw aanvraag bij ${gemeente}`,
    moet: (gemeente: string) => `U moet iets doen voor uw aanvraag bij ${gemeente}`,
  },
  intro: (zaaktype: string, zaaknummer: string) =>
    `Deze mail gaat over uw aanvraag: ${zaaktype}, met zaaknummer ${zaaknummer}.`,
  gebeurd: 'Wat is er gebeurd?',
  op: (date: string) => `Dit was op ${date}.`,
  toelichting: 'Wij schreven er iets bij. Dat leest u bij uw zaak.',
  neutraal: {
    intro: 'Er is nieuws over uw aanvraag.',
    kijk: 'Log in om te lezen wat er is gebeurd en of u iets moet doen.',
    laatsteDag:
      'Er is een laatste dag waarop u iets kunt doen. Log daarom op tijd in om te lezen wat er is gebeurd en of u iets moet doen.',
  },
  watNodig: 'Log in om te zien wat wij nodig hebben.',
  kijk: 'Log in om te zien of u iets moet doen.',
  bekijk: 'Bekijk uw zaak',
  inloggen: 'U logt eerst in. In deze mail staat niet alles, want anderen kunnen meelezen.',
  bel: (phone: string) => `Heeft u een vraag? Bel ${phone} en noem uw zaaknummer.`,
  vraag: (phone: string) => `Heeft u een vraag? Bel ${phone}.`,
  waarom: 'U krijgt deze mail, omdat u in Mijn zaken om mail over uw zaken heeft gevraagd. Wilt u dat niet meer?',
  afmelden: 'Geen mail meer',
  adreswijziging: {
    onderwerp: (gemeente: string) => `Uw e-mailadres bij ${gemeente} wordt veranderd`,
    intro: (gemeente: string) => `In Mijn zaken is een ander e-mailadres opgegeven voor mail van ${gemeente}.`,
    totDan:
      'Dat adres is nog niet bevestigd. Tot dat gebeurt, mailen wij u op dit adres. U hoeft daarvoor niets te doen.',
    bekijk: 'Bekijk uw voorkeuren',
    nietGedaan: (phone: string) => `Heeft u dit niet zelf gedaan, en weet u ook niet wie wel? Bel dan ${phone}.`,
  },
  adresGewijzigd: {
    onderwerp: (gemeente: string) => `Uw e-mailadres bij ${gemeente} is veranderd`,
    intro: (gemeente: string) =>
      `Het nieuwe e-mailadres voor mail van ${gemeente} is bevestigd. Op dit adres krijgt u geen mail meer van ons.`,
  },
  klaargezet: {
    onderwerp: (gemeente: string) => `U heeft nog niet alles verstuurd aan ${gemeente}`,
    nietVerstuurd: (zaaknummer: string) =>
      `U koos bestanden voor uw zaak met zaaknummer ${zaaknummer}. U heeft ze nog niet verstuurd. Wij hebben ze dus niet gekregen.`,
    tot: (moment: string) =>
      `Wilt u ze nog versturen? Doe dat vóór dit moment: ${moment}. Daarna verwijderen wij ze. U kunt ze dan opnieuw kiezen, zolang wij erom vragen.`,
    neutraal:
      'U bent in Mijn zaken ergens mee begonnen en u heeft het nog niet verstuurd. Het wordt binnenkort verwijderd. Log in om te lezen wat u kunt doen.',
  },
  ontvangst: {
    onderwerp: (gemeente: string) => `${gemeente} ontving uw bericht`,
    ontvangen: (moment: string) => `Wij ontvingen uw bericht: ${moment}. Dit is uw bewijs van ontvangst.`,
    wat: {
      aanvulling: 'U meldde dat u heeft gestuurd wat wij misten. Nu gaan wij na of alles er is.',
      intrekking: 'U vroeg ons om uw aanvraag in te trekken. Een medewerker bekijkt dit. U hoort daarna van ons.',
      vraag: 'U stelde ons een vraag. Het antwoord leest u bij uw zaak. Wij mailen u als het er is.',
    },
    deel: (aantal: number) => `U meldde dat u ${aantal === 1 ? '1 ding' : `${aantal} dingen`} heeft gestuurd.`,
    nog: 'Bij uw zaak leest u wat u al stuurde en wat wij nog missen.',
    bestanden: (aantal: number) =>
      `U stuurde ons ${aantal === 1 ? '1 bestand. De naam en de digitale vingerafdruk staan' : `${aantal} bestanden. De namen en de digitale vingerafdrukken staan`} bij uw zaak.`,
    geweigerd: {
      onderwerp: (gemeente: string) => `${gemeente} kon uw bericht niet verwerken`,
      uitleg: (moment: string) =>
        `Wij ontvingen een bericht van u (${moment}), maar konden het niet verwerken. Het telt niet mee. Log in: bij uw zaak leest u wat er mis is en wat u kunt doen.`,
    },
    zaak: (zaaknummer: string) => `Het gaat over uw zaak met zaaknummer ${zaaknummer}.`,
    doorAnder: 'Iemand deed dit namens u.',
    terugTot: (tijd: string) => `Klopt dit niet? U kunt uw melding bij uw zaak terugnemen tot ${tijd} uur.`,
    nummer: (nummer: string) => `Het nummer van uw bericht is ${nummer}.`,
    bel: (phone: string) => `Heeft u een vraag? Bel ${phone} en noem dit nummer.`,
  },
  bevestiging: {
    onderwerp: (gemeente: string) => `Bevestig uw e-mailadres bij ${gemeente}`,
    intro: (gemeente: string) =>
      `U wilt mail krijgen over uw zaken bij ${gemeente}. Bevestig daarvoor dat dit uw e-mailadres is.`,
    bevestig: 'Bevestig uw e-mailadres',
    geldig: 'De link werkt 24 uur, en maar één keer.',
    nietVanU: 'Heeft u hier niet om gevraagd? Dan hoeft u niets te doen. U krijgt dan geen mail van ons.',
  },
}

const en: typeof nl = {
  aanhef: 'Hello,',
  onderwerp: {
    nieuws: (gemeente) => `There is news about your application at ${gemeente}`,
    moet: (gemeente) => `You need to do something for your application at ${gemeente}`,
  },
  intro: (zaaktype, zaaknummer) => `This email is about your application: ${zaaktype}, with case number ${zaaknummer}.`,
  gebeurd: 'What happened?',
  op: (date) => `This was on ${date}.`,
  toelichting: 'We added a note. You can read it with your case.',
  neutraal: {
    intro: 'There is news about your application.',
    kijk: 'Sign in to read what happened and whether you need to do anything.',
    laatsteDag:
      'There is a last day on which you can do something. So sign in in time to read what happened and whether you need to do anything.',
  },
  watNodig: 'Sign in to see what we need.',
  kijk: 'Sign in to see whether you need to do anything.',
  bekijk: 'View your case',
  inloggen: 'You sign in first. This email does not say everything, because others may be able to read it.',
  bel: (phone) => `Do you have a question? Call ${phone} and mention your case number.`,
  vraag: (phone) => `Do you have a question? Call ${phone}.`,
  waarom: 'You get this email because you asked for email about your cases in My cases. Do you no longer want that?',
  afmelden: 'No more email',
  adreswijziging: {
    onderwerp: (gemeente) => `Your email address at ${gemeente} is being changed`,
    intro: (gemeente) => `In My cases another email address was entered for email from ${gemeente}.`,
    totDan:
      'That address has not been confirmed yet. Until it is, we email you at this address. You need not do anything for that.',
    bekijk: 'View your preferences',
    nietGedaan: (phone) => `Did you not do this yourself, and do you not know who did? Then call ${phone}.`,
  },
  adresGewijzigd: {
    onderwerp: (gemeente) => `Your email address at ${gemeente} has changed`,
    intro: (gemeente) =>
      `The new email address for email from ${gemeente} has been confirmed. You get no more email from us at this address.`,
  },
  klaargezet: {
    onderwerp: (gemeente) => `You have not sent everything to ${gemeente} yet`,
    nietVerstuurd: (zaaknummer) =>
      `You chose files for your case with case number ${zaaknummer}. You have not sent them yet, so we have not received them.`,
    tot: (moment) =>
      `Do you still want to send them? Do so before this moment: ${moment}. After that we remove them. You can then choose them again for as long as we ask for them.`,
    neutraal:
      'You started something in My cases and have not sent it yet. It will soon be removed. Sign in to read what you can do.',
  },
  ontvangst: {
    onderwerp: (gemeente) => `${gemeente} received your message`,
    ontvangen: (moment) => `We received your message: ${moment}. This is your proof of receipt.`,
    wat: {
      aanvulling: 'You told us that you sent what we need. Now we check whether we have everything.',
      intrekking: 'You asked us to withdraw your application. A member of staff looks at it. You will hear from us.',
      vraag: 'You asked us a question. You can read the answer with your case. We email you when it is there.',
    },
    deel: (aantal) => `You told us that you sent ${aantal === 1 ? '1 thing' : `${aantal} things`}.`,
    nog: 'With your case you can read what you sent and what we still miss.',
    bestanden: (aantal) =>
      `You sent us ${aantal === 1 ? '1 file. Its name and digital fingerprint are' : `${aantal} files. Their names and digital fingerprints are`} with your case.`,
    geweigerd: {
      onderwerp: (gemeente) => `${gemeente} could not process your message`,
      uitleg: (moment) =>
        `We received a message from you (${moment}), but could not process it. It does not count. Sign in: with your case you can read what is wrong and what you can do.`,
    },
    zaak: (zaaknummer) => `It is about your case with case number ${zaaknummer}.`,
    doorAnder: 'Someone did this on your behalf.',
    terugTot: (tijd) => `Is this not right? You can take your message back with your case until ${tijd}.`,
    nummer: (nummer) => `The number of your message is ${nummer}.`,
    bel: (phone) => `Do you have a question? Call ${phone} and mention this number.`,
  },
  bevestiging: {
    onderwerp: (gemeente) => `Confirm your email address at ${gemeente}`,
    intro: (gemeente) =>
      `You want to get email about your cases at ${gemeente}. To do so, confirm that this is your email address.`,
    bevestig: 'Confirm your email address',
    geldig: 'The link works for 24 hours, and only once.',
    nietVanU: 'Did you not ask for this? Then you do not need to do anything. You will get no email from us.',
  },
}

export const mailTexts = { nl, en }
