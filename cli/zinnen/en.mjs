/** @typedef {string | number} Waarde */

const ALGEMEEN = `
  --api <address>            the API of the zaaksysteem (or ZAAKBODE_API), ends in /v1
  --json                     JSON instead of lines to read
  --help                     this text

  The token comes from ZAAKBODE_TOKEN, not from an option: everybody on the machine can see options.
  Ends with 0 (done), 1 (refused or failed) or 2 (an option is wrong).
`

/** @type {typeof import('./nl.mjs').NL} */
export const EN = {
  hulp: {
    zaakbode: `zaakbode: for who builds on the events of a zaaksysteem (case system)

  zaakbode luister           receive events on your own machine, signed like deliveries
  zaakbode trigger <type>    make something happen in the zaaksysteem, so that you get its event
  zaakbode abonnement …      list, maak (make), pauzeer (pause) or hervat (resume): your subscriptions
  zaakbode herstel <id>      have sent what a subscription missed
  zaakbode status            whether the zaaksysteem is there, and how your subscriptions are

  --version                  which zaakbode this is
  zaakbode <command> --help  explains the command.
`,
    luister: `zaakbode luister: receive the events of a zaaksysteem on your own machine

  ZAAKBODE_TOKEN=… zaakbode luister --naar http://localhost:4000/

  --naar <address>           forwards each event, to localhost only; without --naar you only see them
  --credentialtype <type>    {credentialtypes}
                             (JWT if you choose nothing)
  --contentmodus <mode>      structured or binary (structured if you choose nothing)
  --origin <name>            WebHook-Request-Origin (the host name of the API if you choose nothing)
  --vanaf <sequence>         begins after this sequence (with what comes from now on if you choose nothing); 0 is the
                             oldest that is still kept
  --herhaal <id>             sends one event once more, by its id or sequence, and ends
  --type <type>              only this type; may be repeated
  --zaaktype <zaaktype>      only this kind of case; may be repeated
  --filters <json>           filters like those of a subscription
  --sleutelpoort <port>      where your receiver fetches the keys (4001 if you choose nothing)
${ALGEMEEN}`,
    trigger: `zaakbode trigger <type>: makes happen in the zaaksysteem what gives this type of event

  ZAAKBODE_TOKEN=… zaakbode trigger zaakstatus-gewijzigd

  It is real: a new zaak (case) is opened, or the one that you name changes. Do it in the demo or in a test environment.
  All types that a command can cause: {types}

  --zaak <uuid>              to this zaak, instead of to a new one
  --zaaktype <zaaktype>      of the new zaak (APV-EVEN if you choose nothing and the type needs no other)
  --nieuw                    opens a new zaak also when the zaaksysteem does not run on this machine
${ALGEMEEN}`,
    abonnement: `zaakbode abonnement list | maak | pauzeer <id> | hervat <id>: your subscriptions

  ZAAKBODE_TOKEN=… zaakbode abonnement maak --sink https://portaal.example/webhooks

  --sink <address>           where messages go
  --credentialtype <type>    {credentialtypes}
                             (JWT if you choose nothing)
  --contentmodus <mode>      structured, binary or batch (structured if you choose nothing)
  --naam <name>              what it is called at the desk
  --type <type>              only this type; may be repeated
  --filters <json>           which events, as in the API
${ALGEMEEN}`,
    herstel: `zaakbode herstel <subscription>: has sent what was not delivered

  ZAAKBODE_TOKEN=… zaakbode herstel 0199a3f0-… --vanaf 2026-11-02T10:00:00Z

  --vanaf <moment>           all from this moment on (RFC 3339); without --vanaf you see how far the last one is
${ALGEMEEN}`,
    status: `zaakbode status: whether the zaaksysteem is there, and how your subscriptions are

  ZAAKBODE_TOKEN=… zaakbode status
${ALGEMEEN}`,
  },
  opties: {
    opdrachtOnbekend: (naam, best) => `There is no command ${naam}. Do you mean ${best}? --help shows all commands.`,
    onbekend: (naam, best) => `There is no ${naam}. Do you mean ${best}?`,
    zonderWaarde: (naam) => `${naam} needs a value.`,
    metWaarde: (naam) => `${naam} takes no value.`,
    argumenten: (vorm) => `Like this: zaakbode ${vorm}`,
    token: 'Put your token in ZAAKBODE_TOKEN.',
    api: '--api is an address with https. With http only on localhost.',
    naar: '--naar may only be localhost, 127.0.0.1 or [::1], with http.',
    eenVan: (naam, keuzes) => `${naam} is one of ${keuzes.join(', ')}.`,
    binary: (types) => `--contentmodus binary needs --credentialtype ${types.join(' or ')}.`,
    origin: '--origin is a host name.',
    vanaf: '--vanaf is a sequence: a whole number from 0.',
    herhaal: '--herhaal is an id or a sequence.',
    sleutelpoort: '--sleutelpoort is a number from 1 to 65535.',
    uuid: (naam) => `${naam} is a uuid.`,
    tijdstip: '--vanaf is a moment, such as 2026-11-02T10:00:00Z.',
    filters: '--filters is JSON.',
    sink: 'Say with --sink where the messages go.',
  },
  api: {
    teLang: 'The answer is longer than a zaaksysteem gives one.',
    tokenOnbekend: 'The zaaksysteem does not know this token (401).',
    magNiet: (scope) => `This token may not do this (403). It needs ${scope}.`,
    magNietZomaar: 'This token may not do this (403).',
    nietBeschikbaar: (status) => `The zaaksysteem is not available now (${status}).`,
    begrijptNiet: (detail) => `The zaaksysteem does not understand the request: ${detail}`,
    weigert: (status, detail) => `The zaaksysteem refuses this (${status}): ${detail}`,
    geenVerbinding: (waarom) => `No connection with the zaaksysteem (${waarom}).`,
    geenZaaksysteem: (api) => `At ${api} is no zaaksysteem with events.`,
    nieuwePoging: (seconds) => `Trying again in ${seconds} s.`,
    weerVerbonden: 'Connected again.',
  },
  luister: {
    luistert: (api, sequence) => `Listens to ${api}, after sequence ${sequence}.`,
    gestopt: (vanaf) => `Stopped. Go on with --vanaf ${vanaf}.`,
    poortBezet: (poort) => `Port ${poort} is taken. Choose another with --sleutelpoort.`,
    stuurtDoor: (naar, type) => `Forwards to ${naar}, signed with ${type}.`,
    sleutels: (url) => `The keys for your receiver: ${url}`,
    token: (token) => `The token for your receiver: ${token}`,
    geheim: (geheim) => `The secret for your receiver: ${geheim}`,
    sleutelsOnleesbaar: (folder) => `The keys in ${folder} cannot be read or kept.`,
    onbekend: (id) => `There is no event ${id}, or it is not for this token.`,
    nietBewaard: (id) => `Event ${id} is no longer kept.`,
    nogNiet: (sequence) => `This zaaksysteem has no sequence ${sequence} yet: perhaps it began anew.`,
    nietMeer: (sequence) => `What comes after ${sequence} is no longer kept.`,
    verderBijNu: (sequence) => `Goes on with what comes now, after ${sequence}.`,
    verderBijOudste: (sequence) => `Goes on with the oldest that is still kept, ${sequence}.`,
    nietTeVersturen: 'this message cannot be sent',
    geenAntwoord: 'no answer within 15 s',
    geenVerbinding: (waarom) => `no connection: ${waarom}`,
  },
  trigger: {
    elders:
      'This zaaksysteem does not run on this machine. Say with --nieuw that you want to open a zaak there, or name one with --zaak.',
    kanNiet: (type) =>
      `${type} does not come from a command: it comes with time, follows on something else, or begins with the applicant or a receiver.`,
    nietMetZaak: (type) => `${type} is a new zaak. Leave --zaak out.`,
    gedaan: (type, uuid) => `${type} has happened to zaak ${uuid}.`,
  },
  abonnement: {
    geen: 'You have no subscriptions.',
    bewaar: (geheim) => `Keep this. It cannot be seen again: ${geheim}`,
  },
  herstel: {
    geen: 'This subscription has had no herstel yet.',
    begonnen: (totaal) => `Begun. ${totaal} deliveries are sent again.`,
    ver: (hersteld, totaal, vanaf, klaar) =>
      `${klaar ? 'Done' : 'Under way'}: ${hersteld} of ${totaal} deliveries since ${vanaf} are sent again.`,
  },
  status: {
    bereikbaar: (api, versie) => `The zaaksysteem at ${api} is there (API ${versie}).`,
    klok: (seconds) =>
      `Your clock and that of the zaaksysteem differ by ${seconds} s: signatures may seem too old or too new.`,
    sleutels: (aantal) => `Keys to verify deliveries with: ${aantal}.`,
    mislukt: (aantal) => `${aantal} failed`,
  },
}
