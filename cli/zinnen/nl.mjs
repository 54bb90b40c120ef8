/** @typedef {string | number} Waarde */

const ALGEMEEN = `
  --api <adres>              de API van het zaaksysteem (of ZAAKBODE_API), eindigt op /v1
  --json                     JSON in plaats van regels om te lezen
  --help                     deze tekst

  Het token komt uit ZAAKBODE_TOKEN, niet uit een optie: opties zijn voor iedereen op de machine te zien.
  Stopt met 0 (klaar), 1 (geweigerd of niet gelukt) of 2 (een optie klopt niet).
`

export const NL = {
  hulp: {
    zaakbode: `zaakbode: voor wie iets bouwt op de gebeurtenissen van een zaaksysteem

  zaakbode luister           ontvang gebeurtenissen op uw eigen machine, ondertekend zoals een bezorging
  zaakbode trigger <type>    laat in het zaaksysteem iets gebeuren, zodat u de gebeurtenis krijgt
  zaakbode abonnement …      list, maak, pauzeer of hervat: uw abonnementen
  zaakbode herstel <id>      laat sturen wat een abonnement miste
  zaakbode status            of het zaaksysteem er is, en hoe het met uw abonnementen gaat

  --version                  welke zaakbode dit is
  zaakbode <opdracht> --help legt de opdracht uit.
`,
    luister: `zaakbode luister: ontvang de gebeurtenissen van een zaaksysteem op uw eigen machine

  ZAAKBODE_TOKEN=… zaakbode luister --naar http://localhost:4000/

  --naar <adres>             stuurt elke gebeurtenis door, alleen naar localhost; zonder --naar ziet u ze alleen
  --credentialtype <type>    {credentialtypes}
                             (JWT als u niets kiest)
  --contentmodus <modus>     structured of binary (structured als u niets kiest)
  --origin <naam>            WebHook-Request-Origin (de hostnaam van de API als u niets kiest)
  --vanaf <sequence>         begint na deze sequence (bij wat er nu komt als u niets kiest); 0 is het oudste dat nog
                             bewaard is
  --herhaal <id>             stuurt één gebeurtenis nog eens, met haar id of sequence, en stopt
  --type <type>              alleen dit type; mag vaker
  --zaaktype <zaaktype>      alleen dit zaaktype; mag vaker
  --filters <json>           filters zoals die van een abonnement
  --sleutelpoort <poort>     waar uw ontvanger de sleutels ophaalt (4001 als u niets kiest)
${ALGEMEEN}`,
    trigger: `zaakbode trigger <type>: laat in het zaaksysteem gebeuren wat dit type gebeurtenis geeft

  ZAAKBODE_TOKEN=… zaakbode trigger zaakstatus-gewijzigd

  Het is echt: er komt een nieuwe zaak bij, of er verandert iets aan de zaak die u noemt. Doe het in de demo of in een
  testomgeving. Alle types die een opdracht kan geven: {types}

  --zaak <uuid>              aan deze zaak, in plaats van aan een nieuwe
  --zaaktype <zaaktype>      van de nieuwe zaak (APV-EVEN als u niets kiest en het type geen ander vraagt)
  --nieuw                    maak ook een nieuwe zaak als het zaaksysteem niet op deze machine draait
${ALGEMEEN}`,
    abonnement: `zaakbode abonnement list | maak | pauzeer <id> | hervat <id>: uw abonnementen

  ZAAKBODE_TOKEN=… zaakbode abonnement maak --sink https://portaal.example/webhooks

  --sink <adres>             waar berichten heen gaan
  --credentialtype <type>    {credentialtypes}
                             (JWT als u niets kiest)
  --contentmodus <modus>     structured, binary of batch (structured als u niets kiest)
  --naam <naam>              hoe het aan de balie heet
  --type <type>              alleen dit type; mag vaker
  --filters <json>           welke gebeurtenissen, zoals in de API
${ALGEMEEN}`,
    herstel: `zaakbode herstel <abonnement>: laat sturen wat niet bezorgd werd

  ZAAKBODE_TOKEN=… zaakbode herstel 0199a3f0-… --vanaf 2026-11-02T10:00:00Z

  --vanaf <tijdstip>         alles vanaf dit moment (RFC 3339); zonder --vanaf ziet u hoe ver het laatste herstel is
${ALGEMEEN}`,
    status: `zaakbode status: of het zaaksysteem er is, en hoe het met uw abonnementen gaat

  ZAAKBODE_TOKEN=… zaakbode status
${ALGEMEEN}`,
  },
  opties: {
    opdrachtOnbekend: (/** @type {string} */ naam, /** @type {string} */ best) =>
      `De opdracht ${naam} is er niet. Bedoelt u ${best}? Met --help ziet u alle opdrachten.`,
    onbekend: (/** @type {string} */ naam, /** @type {string} */ best) => `${naam} is er niet. Bedoelt u ${best}?`,
    zonderWaarde: (/** @type {string} */ naam) => `${naam} heeft een waarde nodig.`,
    metWaarde: (/** @type {string} */ naam) => `${naam} heeft geen waarde.`,
    argumenten: (/** @type {string} */ vorm) => `Zo is het: zaakbode ${vorm}`,
    token: 'Zet uw token in ZAAKBODE_TOKEN.',
    api: '--api is een adres met https. Met http mag het alleen op localhost.',
    naar: '--naar mag alleen naar localhost, 127.0.0.1 of [::1], met http.',
    eenVan: (/** @type {string} */ naam, /** @type {readonly string[]} */ keuzes) =>
      `${naam} is een van ${keuzes.join(', ')}.`,
    binary: (/** @type {readonly string[]} */ types) =>
      `--contentmodus binary kan alleen met --credentialtype ${types.join(' of ')}.`,
    origin: '--origin is een hostnaam.',
    vanaf: '--vanaf is een sequence: een heel getal vanaf 0.',
    herhaal: '--herhaal is een id of een sequence.',
    sleutelpoort: '--sleutelpoort is een getal van 1 tot 65535.',
    uuid: (/** @type {string} */ naam) => `${naam} is een uuid.`,
    tijdstip: '--vanaf is een tijdstip, zoals 2026-11-02T10:00:00Z.',
    filters: '--filters is JSON.',
    sink: 'Zet met --sink waar de berichten heen gaan.',
  },
  api: {
    teLang: 'Het antwoord is langer dan een zaaksysteem er een geeft.',
    tokenOnbekend: 'Het zaaksysteem kent dit token niet (401).',
    magNiet: (/** @type {string} */ scope) => `Dit token mag dit niet (403). Nodig is ${scope}.`,
    magNietZomaar: 'Dit token mag dit niet (403).',
    nietBeschikbaar: (/** @type {number} */ status) => `Het zaaksysteem is nu niet beschikbaar (${status}).`,
    begrijptNiet: (/** @type {string} */ detail) => `Het zaaksysteem begrijpt de vraag niet: ${detail}`,
    weigert: (/** @type {number} */ status, /** @type {string} */ detail) =>
      `Het zaaksysteem weigert dit (${status}): ${detail}`,
    geenVerbinding: (/** @type {string} */ waarom) => `Geen verbinding met het zaaksysteem (${waarom}).`,
    geenZaaksysteem: (/** @type {string} */ api) => `Op ${api} is geen zaaksysteem met gebeurtenissen.`,
    nieuwePoging: (/** @type {number} */ seconds) => `Nieuwe poging over ${seconds} s.`,
    weerVerbonden: 'Weer verbonden.',
  },
  luister: {
    luistert: (/** @type {string} */ api, /** @type {number} */ sequence) =>
      `Luistert naar ${api}, na sequence ${sequence}.`,
    gestopt: (/** @type {number} */ vanaf) => `Gestopt. Ga verder met --vanaf ${vanaf}.`,
    poortBezet: (/** @type {number} */ poort) => `Poort ${poort} is bezet. Kies een andere met --sleutelpoort.`,
    stuurtDoor: (/** @type {string} */ naar, /** @type {string} */ type) =>
      `Stuurt door naar ${naar}, ondertekend met ${type}.`,
    sleutels: (/** @type {string} */ url) => `De sleutels voor uw ontvanger: ${url}`,
    token: (/** @type {string} */ token) => `Het token voor uw ontvanger: ${token}`,
    geheim: (/** @type {string} */ geheim) => `Het geheim voor uw ontvanger: ${geheim}`,
    sleutelsOnleesbaar: (/** @type {string} */ folder) => `De sleutels in ${folder} zijn niet te lezen of te bewaren.`,
    onbekend: (/** @type {string} */ id) => `Gebeurtenis ${id} is er niet, of is niet voor dit token.`,
    nietBewaard: (/** @type {string} */ id) => `Gebeurtenis ${id} wordt niet meer bewaard.`,
    nogNiet: (/** @type {number} */ sequence) =>
      `Sequence ${sequence} is er in dit zaaksysteem nog niet: het begon misschien opnieuw.`,
    nietMeer: (/** @type {number} */ sequence) => `Wat na ${sequence} komt wordt niet meer bewaard.`,
    verderBijNu: (/** @type {number} */ sequence) => `Verder bij wat er nu komt, na ${sequence}.`,
    verderBijOudste: (/** @type {number} */ sequence) => `Verder bij het oudste dat nog bewaard is, ${sequence}.`,
    nietTeVersturen: 'dit bericht is niet te versturen',
    geenAntwoord: 'geen antwoord binnen 15 s',
    geenVerbinding: (/** @type {string} */ waarom) => `geen verbinding: ${waarom}`,
  },
  trigger: {
    elders:
      'Dit zaaksysteem draait niet op deze machine. Zeg met --nieuw dat u er een zaak wilt maken, of noem er een met --zaak.',
    kanNiet: (/** @type {string} */ type) =>
      `${type} komt niet door een opdracht: het komt met de tijd, volgt op iets anders, of begint bij de aanvrager of een ontvanger.`,
    nietMetZaak: (/** @type {string} */ type) => `${type} is een nieuwe zaak. Laat --zaak weg.`,
    gedaan: (/** @type {string} */ type, /** @type {string} */ uuid) => `${type} is gebeurd aan zaak ${uuid}.`,
  },
  abonnement: {
    geen: 'U heeft geen abonnementen.',
    bewaar: (/** @type {string} */ geheim) => `Bewaar dit. Het is hierna niet meer te zien: ${geheim}`,
  },
  herstel: {
    geen: 'Dit abonnement heeft nog geen herstel gehad.',
    begonnen: (/** @type {Waarde} */ totaal) => `Begonnen. ${totaal} bezorgingen gaan nog eens.`,
    ver: (
      /** @type {Waarde} */ hersteld,
      /** @type {Waarde} */ totaal,
      /** @type {string} */ vanaf,
      /** @type {boolean} */ klaar,
    ) => `${klaar ? 'Klaar' : 'Bezig'}: ${hersteld} van ${totaal} bezorgingen sinds ${vanaf} gaan nog eens.`,
  },
  status: {
    bereikbaar: (/** @type {string} */ api, /** @type {string} */ versie) =>
      `Het zaaksysteem op ${api} is er (API ${versie}).`,
    klok: (/** @type {number} */ seconds) =>
      `Uw klok en die van het zaaksysteem verschillen ${seconds} s: handtekeningen kunnen te oud of te nieuw lijken.`,
    sleutels: (/** @type {number} */ aantal) => `Sleutels om bezorgingen te controleren: ${aantal}.`,
    mislukt: (/** @type {string} */ aantal) => `${aantal} mislukt`,
  },
}
