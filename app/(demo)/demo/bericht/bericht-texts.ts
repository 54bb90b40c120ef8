const nl = {
  titel: 'Een bericht om zelf te controleren',
  intro:
    'Dit bericht ging van het zaaksysteem naar het publieksportaal, precies zoals het hier staat. Het token is verlopen. Daarom mag u het zien.',
  terug: 'Terug naar de demo',
  wacht: 'Er is nog geen bericht waarvan het token is verlopen.',
  wachtTot: (tijd: string) => `Het eerste staat hier om ${tijd}. Deze pagina werkt zichzelf bij.`,
  wachtOp: 'Wijzig aan de balie de status van een zaak. Na ruim twee minuten staat het bericht hier.',
  bericht: 'Het hele bericht',
  kopieer: 'Kopieer',
  gekopieerd: 'Gekopieerd.',
  hier: 'Controleer het hier',
  hierUitleg:
    'De vraag naar het moment is leeg: u controleert alsof het bericht nu binnenkomt. Alleen de tijd klopt dan niet meer.',
  aangekomen: (moment: string) =>
    `Het kwam binnen op ${moment}. Vul dat in bij ‘Binnengekomen op’, en alles klopt. Verander daarna één teken in de body.`,
  elders: 'Controleer het ergens anders',
  sleutels: 'De publieke sleutels staan op',
  jose: 'Met Node.js en jose (eerst: npm install jose)',
  joseUitleg: 'Bewaar dit als controleer.mjs en start het met: node controleer.mjs',
  tool: 'Met een JWT-tool: plak het token en de sleutel',
  token: 'Het token',
  sleutel: 'De publieke sleutel',
  geenSleutel: 'Deze sleutel staat niet meer in de sleutelset: hij is gewisseld.',
  opnieuw: 'Stuur het nog een keer',
  opnieuwUitleg:
    'Dit stuurt hetzelfde bericht nog eens naar het portaal. Het antwoord is 401, want het token is verlopen. Ook een token dat nog geldig is, doet dan niets: het portaal bewaart elk event één keer, op zijn id.',
}

const en: typeof nl = {
  titel: 'A message to verify yourself',
  intro:
    'This message went from the case system to the portal, exactly as you see it here. Its token has expired. That is why you may see it.',
  terug: 'Back to the demo',
  wacht: 'There is no message yet whose token has expired.',
  wachtTot: (tijd) => `The first one will be here at ${tijd}. This page refreshes itself.`,
  wachtOp: 'Change the status of a zaak at the desk. After some two minutes its message is here.',
  bericht: 'The whole message',
  kopieer: 'Copy',
  gekopieerd: 'Copied.',
  hier: 'Verify it here',
  hierUitleg:
    'The moment is left empty: you check as if the message comes in now. Then only the time is no longer correct.',
  aangekomen: (moment) =>
    `It came in at ${moment}. Fill that in at ‘Received at’, and all is correct. Then change one character of the body.`,
  elders: 'Verify it elsewhere',
  sleutels: 'The public keys are at',
  jose: 'With Node.js and jose (first: npm install jose)',
  joseUitleg: 'Save this as verify.mjs and start it with: node verify.mjs',
  tool: 'With a JWT tool: paste the token and the key',
  token: 'The token',
  sleutel: 'The public key',
  geenSleutel: 'This key is no longer in the key set: it was rotated.',
  opnieuw: 'Send it again',
  opnieuwUitleg:
    'This sends the same message to the portal again. The answer is 401, because the token has expired. A token that is still valid has no effect either: the portal stores each event once, by its id.',
}

export const berichtTexts = { nl, en }
