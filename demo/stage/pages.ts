import { DEMO_ZAAK_ID } from './demo-zaak.ts'

/** Pages that need no sign-in. */
export const PUBLIC_PAGES = [
  '/',
  '/mijn/inloggen',
  '/balie/inloggen',
  '/portaalbeheer/inloggen',
  '/mijn/privacy',
  '/mijn/toegankelijkheid',
  '/mijn/bewijs-controleren',
  '/aansluiten',
  '/demo',
  '/demo/bericht',
  '/demo/post',
  '/demo/telefoon',
  '/mijn/afmelden?code=bestaat-niet',
  '/mijn/e-mail-bevestigen?code=bestaat-niet',
  '/niets',
]

export const ONTWIKKELAARS_PAGES = [
  '/ontwikkelaars',
  '/ontwikkelaars/gebeurtenissen',
  '/ontwikkelaars/handtekeningen',
  '/ontwikkelaars/handtekeningen/httpmessagesignatures',
  '/ontwikkelaars/ontvangers',
  '/ontwikkelaars/bezorgen',
  '/ontwikkelaars/fouten',
  '/ontwikkelaars/wijzigingen',
  '/ontwikkelaars/controle',
]

/** Pages of a citizen. */
export const MIJN_PAGES = [
  '/mijn',
  '/mijn?zoek=bestaat-vast-niet',
  '/mijn/berichten',
  '/mijn/gegevens',
  `/mijn/zaken/${DEMO_ZAAK_ID}`,
  `/mijn/zaken/${DEMO_ZAAK_ID}/intrekken`,
  `/mijn/zaken/${DEMO_ZAAK_ID}/ingebreke`,
  `/mijn/zaken/${DEMO_ZAAK_ID}/bewijs`,
  '/mijn/zaken/niets',
  '/mijn/voorkeuren',
  '/mijn/voorkeuren/agenda/nieuw-adres',
]

/** Pages of the desk that every behandelaar has. */
export const BALIE_PAGES = [
  '/balie',
  '/balie/mijn',
  '/balie/afgehandeld',
  '/balie/signaleringen',
  '/balie?team=bestaat-vast-niet',
  `/balie/zaken/${DEMO_ZAAK_ID}`,
  `/balie/zaken/${DEMO_ZAAK_ID}/opschorten`,
  `/balie/zaken/${DEMO_ZAAK_ID}/beslissen`,
  `/balie/zaken/${DEMO_ZAAK_ID}/aanvullen`,
  `/balie/zaken/${DEMO_ZAAK_ID}/hervatten`,
  `/balie/zaken/${DEMO_ZAAK_ID}/intrekking-afwijzen`,
  `/balie/zaken/${DEMO_ZAAK_ID}/vertrouwelijk`,
  '/balie/zaken/niets',
  '/balie/zaken/nieuw',
]

/** Pages of the desk that need a recht beyond treating zaken. */
export const BEHEER_PAGES = [
  '/balie/inzage',
  `/balie/zaken/${DEMO_ZAAK_ID}/verwijderen`,
  '/balie/abonnementen',
  '/balie/abonnementen/nieuw',
  '/balie/abonnementen/niets',
  '/balie/bezorgingen',
  '/balie/bezorgingen?zoek=bestaat-vast-niet',
  '/balie/api-clients',
  '/balie/api-clients/nieuw',
  '/balie/api-clients/niets',
  '/balie/sleutels',
  '/balie/sleutels/direct',
  '/balie/zaaktypen',
  '/balie/zaaktypen/APV-EVEN',
  '/balie/zaaktypen/importeren',
  '/balie/zaaktypen/dwangsom',
  '/balie/zaaktypen/herberekenen',
  '/balie/zaaktypen/teams',
  '/balie/zaaktypen/teams/Omgeving',
  '/balie/behandelaars',
  '/balie/behandelaars?zoek=bestaat-vast-niet',
  '/balie/audit',
  '/balie/datalekken',
  '/balie/vernietiging',
  '/balie/vernietiging/nieuw',
  '/balie/vernietiging/verwijderd',
  '/balie/vernietiging/verwijderd?zoek=bestaat-vast-niet',
  `/balie/zaken/${DEMO_ZAAK_ID}/aanhouden`,
]

export const PORTAALBEHEER_PAGES = ['/portaalbeheer', '/portaalbeheer/proefdeuren', '/portaalbeheer/duidelijkheid']
